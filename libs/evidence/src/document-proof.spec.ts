import fc from 'fast-check';
import {
  generateNodeKey,
  issueDocument,
  presentDocument,
  verifyDocument,
  type NodeKey,
  type Showing,
} from '#evidence';
import type { Fault, Json, JsonObject, Result } from '#kernel';
import { project } from '#routing';
import { digestOf, readDisclosures, reveal } from './disclosures.js';

const codeOf = (result: Result<unknown, Fault>): string => (result.ok ? 'ok' : result.error.code);
const value = <T>(result: Result<T, Fault>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const key = generateNodeKey();
const claims = { iss: 'dalian', id: '019ab0f2-0000-7000-8000-000000000001', type: 'Declaration' };
const body: JsonObject = {
  declarationNumber: '090220261234567890',
  trader: { name: '大连某贸易有限公司', contact: { name: '王小海', phone: '13800000000' } },
  goods: [
    { hsCode: '0302620000', grossMass: '1080.0000', marks: ['A', 'B'] },
    { hsCode: '0303540000', grossMass: '20.0000' },
  ],
  seals: ['S1', 'S2'],
  remarks: null,
};
const proof = value(issueDocument(key, claims, body));
const shown = (showing: Showing, of = proof): JsonObject =>
  value(verifyDocument(value(presentDocument(of, showing)), key.publicJwk)).body;

describe('a proof of a document', () => {
  it('is read as it was issued, its members in their order', () => {
    const read = value(verifyDocument(proof, key.publicJwk));
    expect(JSON.stringify(read.body)).toBe(JSON.stringify(body));
    expect(read).toMatchObject({ kid: key.kid, claims, whole: true });
  });

  it.each<[string, Showing, Json]>([
    ['one member', { fields: ['/declarationNumber'] }, { declarationNumber: '090220261234567890' }],
    ['a member of a member', { fields: ['/trader/name'] }, { trader: { name: '大连某贸易有限公司' } }],
    [
      'a member of every item',
      { fields: ['/goods/*/hsCode'] },
      { goods: [{ hsCode: '0302620000' }, { hsCode: '0303540000' }] },
    ],
    ['a list in an item', { fields: ['/goods/*/marks'] }, { goods: [{ marks: ['A', 'B'] }] }],
    ['all texts of a list', { fields: ['/seals/*'] }, { seals: ['S1', 'S2'] }],
    ['nothing that is not there', { fields: ['/consignee', '/trader/name/x'] }, {}],
    ['nothing of a pointer that is none', { fields: ['declarationNumber', '/~2'] }, {}],
    [
      'what is granted without what is hidden',
      { fields: ['/trader', '/remarks'], without: ['/trader/contact/name'] },
      { trader: { name: '大连某贸易有限公司', contact: { phone: '13800000000' } }, remarks: null },
    ],
    [
      'what is granted and wanted',
      { fields: ['/trader', '/seals'], wanted: ['/seals'] },
      { seals: ['S1', 'S2'] },
    ],
    ['nothing of a list of which one text is hidden', { fields: ['/seals'], without: ['/seals/*'] }, {}],
  ])('shows %s', (_, showing, expected) => expect(shown(showing)).toEqual(expected));

  it('shows less when it is presented again, and never more', () => {
    const first = value(presentDocument(proof, { fields: ['/trader', '/goods'] }));
    expect(shown({ fields: ['/trader/name', '/seals'] }, first)).toEqual({
      trader: { name: '大连某贸易有限公司' },
    });
    expect(value(verifyDocument(first, key.publicJwk)).whole).toBe(false);
  });

  it('holds nothing of what is left out', () => {
    const masked = value(presentDocument(proof, { without: ['/trader/contact'] }));
    const readable = masked
      .split(/[.~]/)
      .map((part) => Buffer.from(part, 'base64url').toString())
      .join(' ');
    expect(readable).not.toMatch(/王小海|13800000000|contact/);
    expect(readable).toContain('大连某贸易有限公司');
  });

  it('shows what projection shows, whatever the document and the fields', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd~/');
    const object = (member: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> =>
      fc.dictionary(name, member, { minKeys: 1, maxKeys: 3 });
    const within = (inner: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
      fc.oneof(fc.string(), object(inner), fc.array(object(inner), { minLength: 1, maxLength: 2 }));
    const json = within(within(within(fc.string())));
    const token = fc.constantFrom('a', 'b', 'c', 'd~0~1', '*');
    const pointer = fc.array(token, { minLength: 1, maxLength: 3 }).map((tokens) => `/${tokens.join('/')}`);
    fc.assert(
      fc.property(
        fc.dictionary(name, json),
        fc.array(pointer, { maxLength: 4 }),
        (any: JsonObject, fields) => {
          const presented = shown({ fields }, value(issueDocument(key, claims, any)));
          expect(presented).toEqual(withoutEmptyLists(project(any, fields)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('verifies with any of its disclosures left out, and shows a part of the whole', () => {
    const [jwt = '', ...disclosures] = proof.slice(0, -1).split('~');
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: disclosures.length }), (keep) => {
        const names = new Set(disclosures.flatMap((one) => decoded(one).slice(1, 2)));
        const kept = disclosures.filter((_, index) => keep[index]);
        const read = verifyDocument(`${[jwt, ...kept].join('~')}~`, key.publicJwk);
        // What stands below something that is left out belongs to nothing any more.
        if (!read.ok) expect(read.error.code).toBe('EVIDENCE_PROOF_DISCLOSURE');
        else expect(Object.keys(read.value.body).every((one) => names.has(one))).toBe(true);
      }),
    );
  });

  it('is refused when any one character is another', () => {
    fc.assert(
      fc.property(fc.nat(proof.length - 1), fc.constantFrom(...'Aa0_-.~=+ \n'), (at, character) => {
        fc.pre(proof[at] !== character);
        const changed = verifyDocument(proof.slice(0, at) + character + proof.slice(at + 1), key.publicJwk);
        expect(codeOf(changed)).not.toBe('ok');
      }),
      { numRuns: 1000 },
    );
  });

  const other = value(issueDocument(key, claims, { declarationNumber: '090220261234567899' }));
  const impostor: NodeKey = generateNodeKey();
  const disclosure = (of: string, at: number): string => of.split('~')[at] ?? '';
  it.each([
    ['a disclosure of another document', `${proof}${disclosure(other, 1)}~`, 'EVIDENCE_PROOF_DISCLOSURE'],
    ['a disclosure twice', `${proof}${disclosure(proof, 1)}~`, 'EVIDENCE_PROOF_MALFORMED'],
    ['another key', value(issueDocument(impostor, claims, body)), 'EVIDENCE_KEY_UNKNOWN'],
    ['no tilde at its end', proof.slice(0, -1), 'EVIDENCE_PROOF_MALFORMED'],
    ['a key binding', `${proof}e30.e30.e30`, 'EVIDENCE_PROOF_MALFORMED'],
    ['nothing', '', 'EVIDENCE_PROOF_MALFORMED'],
  ])('is refused with %s', (_, given, code) =>
    expect(codeOf(verifyDocument(given, key.publicJwk))).toBe(code),
  );

  it.each(['_sd', '...', '_sd_alg'])('is not issued for a document with a member named %s', (name) => {
    expect(codeOf(issueDocument(key, claims, { list: [{ [name]: '1' }] }))).toBe('EVIDENCE_PROOF_NAME');
  });

  it('is signed with SM2 as well', () => {
    const sm2 = generateNodeKey('sm2');
    const signed = value(issueDocument(sm2, claims, body));
    expect(value(verifyDocument(signed, [key.publicJwk, sm2.publicJwk])).body).toEqual(body);
    expect(codeOf(verifyDocument(signed, key.publicJwk))).toBe('EVIDENCE_KEY_UNKNOWN');
  });
});

describe('disclosures of RFC 9901', () => {
  // §4.2.3; the second is spelt with white space that is signed with it.
  it.each([
    ['["6qMQvRL5haj", "family_name", "Möbius"]', 'uutlBuYeMDyjLLTpf6Jxi7yNkEF35jdyWMn9U7b_RYY'],
    ['["_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius"]', 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0'],
    ['["lklxF5jMYlGTPUovMNIvCA", "FR"]', 'w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs'],
  ])('have the published digest: %s', (text, digest) => {
    expect(digestOf(Buffer.from(text).toString('base64url'))).toBe(digest);
  });

  it('are read by their digests', () => {
    const text = Buffer.from('["_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius"]').toString('base64url');
    const read = readDisclosures([text]);
    expect(read && reveal({ _sd: ['X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0'] }, read)).toEqual({
      body: { family_name: 'Möbius' },
      whole: true,
    });
  });
});

const decoded = (text: string): string[] => JSON.parse(Buffer.from(text, 'base64url').toString());

/** A list of which nothing is granted is shown as nothing, where projection keeps it without its items. */
function withoutEmptyLists(given: JsonObject): JsonObject {
  const clean = (one: Json): Json | undefined => {
    if (one === null || typeof one !== 'object') return one;
    if (isList(one)) {
      const items = one.flatMap((item) => clean(item) ?? []);
      return items.length === 0 ? undefined : items;
    }
    const kept = Object.entries(one).flatMap(([name, member]) => {
      const after = member === undefined ? undefined : clean(member);
      return after === undefined ? [] : [[name, after] as const];
    });
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  };
  const cleaned = clean(given);
  return cleaned !== null && typeof cleaned === 'object' && !isList(cleaned) ? cleaned : {};
}

const isList = (given: Json): given is readonly Json[] => Array.isArray(given);
