import fc from 'fast-check';
import iconv from 'iconv-lite';
import { validateDocument } from '#canonical';
import { canonicalJson, type Fault, type Json } from '#kernel';
import { compileMapping } from '#mapping';
import type { Adapter, Normalised, Outcome } from '../contract.js';
import { recognitionLimits } from '../limits.js';
import { createNormaliser } from '../normaliser.js';
import { casesOf, type Case } from './cases.js';
import { disturbances, type Disturbance } from './disturb.js';
import { twoWayDocuments, type Generation } from './generate.js';
import { expectGolden, expectNoGolden, prettyJson } from './golden.js';
import { hostileJson } from './hostile-json.js';
import { hostileXml } from './hostile.js';
import { leavesOf, saysValue } from './re-extract.js';

/** What the kit must be told of an adapter beside the adapter itself. */
export interface Profile {
  /** How it answers; absent for messages that nobody expects an answer to. */
  readonly answer?: {
    /** File name: `ack.xml`. */
    readonly file: string;
    /** What an answer must name of a message. */
    references(text: string): readonly string[];
    /** Whether an answer is a positive one. */
    positive(answer: string): boolean;
  };
  /** How content is moved about without making other bytes: by segments or by lines. */
  readonly disturb: { readonly separator: string; readonly kinds: readonly Disturbance[] };
  readonly generation: Generation;
  /** What the bytes of messages are, where they are not UTF-8. */
  readonly encoding?: string;
  /** A message that ends behind this may be whole, as far as anybody can tell; a warning must then say so. */
  readonly mayEndBehind?: string;
  /** A message is a list without an end: one that is cut gives whole documents, though fewer of them. */
  readonly list?: boolean;
  /** False for messages in which nothing is a name of the message. */
  readonly named?: boolean;
  /** Reports one after the other, of which a part is a shorter series and a repetition says nothing new. Only read. */
  readonly series?: boolean;
  /** The same message in other bytes: byte order mark, other charset, other line ends. */
  variants(message: Uint8Array): Readonly<Record<string, Uint8Array>>;
}

/** How often each law is tried; `CONFORMANCE_RUNS=10` tries ten times as often. */
const runs = Math.max(1, Number(process.env.CONFORMANCE_RUNS ?? 1) || 1);

/** The answer is dated and numbered by whoever sends it; here always alike, so that it can be compared. */
const answering = { now: Date.UTC(2026, 2, 12, 12, 30), reference: 'TG000001' };

/** The conformance kit: what every adapter must keep to. Call it once for each adapter, in a spec. */
export function describeAdapter(adapter: Adapter, all: readonly Adapter[], profile: Profile): void {
  const normaliser = createNormaliser(all);
  const cases = casesOf(adapter);
  const good = cases.filter(({ bad }) => !bad);
  const canonical = cases.filter((one) => one.canonical);
  const { encoding = 'utf8' } = profile;
  const textOf = (bytes: Uint8Array): string =>
    iconv.decode(Buffer.from(bytes), encoding, { stripBOM: false });
  const read = (bytes: Uint8Array): Normalised => normaliser.normalise(bytes, {}, { lineage: true });
  const each = (list: readonly Case[]): readonly (readonly [string, Case])[] =>
    list.map((one) => [one.name, one] as const);

  describe(adapter.id, () => {
    it('says what it is in Chinese and English', () => {
      expect(adapter.label.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(adapter.label.en).toMatch(/^[ -~]+$/);
      expect(adapter.mapping.adapter).toBe(adapter.id);
    });

    it.each(each(cases))('recognises %s, and no other adapter does', (_name, { bytes }) => {
      const sure = all.filter(
        (one) => one.recognise(bytes.subarray(0, recognitionLimits.head), {}) >= recognitionLimits.threshold,
      );
      expect(sure.map(({ id }) => id)).toEqual([adapter.id]);
    });

    it.each(each(cases))('gives of %s what is expected', (_name, one) => {
      const normalised = normaliser.normalise(one.bytes, {});
      expect(normalised.adapter).toBe(adapter.id);
      expectNoGolden(one.folder, one.bad ? 'documents.json' : 'fault.json');
      if (one.bad) {
        expect(normalised.documents).toEqual([]);
        expect(normalised.faults).not.toEqual([]);
        expectGolden(one.folder, 'fault.json', prettyJson({ faults: normalised.faults.map(brief) }));
        return;
      }
      expect(normalised.faults).toEqual([]);
      expect(normalised.documents).not.toEqual([]);
      const { identity, documents, warnings } = normalised;
      expectGolden(
        one.folder,
        'documents.json',
        prettyJson({ identity, documents, warnings: warnings.map(brief) }),
      );
    });

    it.each(each(good))('makes valid documents of %s', (_name, { bytes }) => {
      for (const { type, body } of read(bytes).documents) expect(validateDocument(type, body)).toEqual([]);
    });

    it.each(each(cases))('gives of %s the same again and leaves the bytes alone', (_name, { bytes }) => {
      const before = bytes.slice();
      expect(read(bytes)).toEqual(read(bytes));
      expect(Buffer.compare(bytes, before)).toBe(0);
    });

    it.each(each(good))('knows of every value of %s where it stood', (_name, { bytes }) => {
      const compiled = compileMapping(adapter.mapping, adapter.codes);
      const tree = compiled.ok ? compiled.value.parse(bytes) : compiled;
      const charset = tree.ok ? tree.value.charset : '';
      for (const { body, lineage = [] } of read(bytes).documents) {
        const values = new Map(leavesOf(body));
        expect(lineage.map(({ pointer }) => pointer).sort()).toEqual([...values.keys()].sort());
        const wrong = lineage.filter(
          (entry) =>
            entry.const !== true && !saysValue(adapter, entry, bytes, charset, values.get(entry.pointer)),
        );
        expect(wrong).toEqual([]);
      }
    });

    if (!profile.series) {
      it.each(each(good))('writes %s so that it reads the same', (_name, one) => {
        const { documents } = read(one.bytes);
        const written = normaliser.write(adapter.id, documents);
        if (!written.ok)
          throw new Error(written.error.map(({ text, place }) => `${text.en} ${place?.pointer}`).join());
        expect(bodies(read(written.value))).toEqual(bodies({ documents }));
        if (one.canonical) expect(textOf(written.value)).toBe(textOf(one.bytes));
      });
    }

    if (!adapter.direct && !profile.series) {
      it('reads what it writes, whatever the document', () => {
        const type = adapter.mapping.documents[0]?.type ?? '';
        fc.assert(
          fc.property(twoWayDocuments(adapter, profile.generation), (body) => {
            const written = normaliser.write(adapter.id, [{ type, body }]);
            expect(written).toMatchObject({ ok: true });
            if (!written.ok) return;
            const again = read(written.value);
            expect({ faults: again.faults.map(brief), count: again.documents.length }).toEqual({
              faults: [],
              count: 1,
            });
            expect(again.documents[0]?.body).toMatchObject(body);
          }),
          { numRuns: 20 * runs },
        );
      });
    }

    it.each(each(canonical))('gives nothing of %s when it is cut off anywhere', (_name, { bytes }) => {
      const whole = textOf(bytes).trimEnd().length;
      const step = Math.max(1, Math.floor(whole / 60));
      const usual = new Set(read(bytes).warnings.map(({ code }) => code));
      for (let length = 0; length < Math.min(whole, bytes.length); length += step) {
        const part = bytes.subarray(0, length);
        const given = normaliser.normalise(part, {});
        const { mayEndBehind } = profile;
        const mayEnd = mayEndBehind !== undefined && textOf(part).trimEnd().endsWith(mayEndBehind);
        const told = given.warnings.some(({ code }) => !usual.has(code));
        const isShorter =
          given.faults.length === 0 &&
          (profile.series === true || (profile.list === true && areAmong(given, read(bytes))));
        if (!isShorter && (!mayEnd || !told)) expectRefused(given, length);
      }
    });

    it.each(each(canonical))('gives nothing of %s when it comes twice in one', (_name, { bytes }) => {
      const twice = normaliser.normalise(Buffer.concat([bytes, bytes]), {});
      if (profile.series) expect(bodies(twice)).toEqual(bodies(read(bytes)));
      else expectRefused(twice, bytes.length);
    });

    it.each(each(canonical))(
      'notices what is moved about in %s, or it makes no difference',
      (_name, { bytes }) => {
        const before = bodies(read(bytes)).map(unordered);
        const { warnings: warned } = read(bytes);
        const usual = new Set(warned.map(({ code }) => code));
        for (const { what, text } of disturbances(textOf(bytes), profile.disturb)) {
          const after = normaliser.normalise(iconv.encode(text, encoding), {});
          const noticed =
            after.faults.length > 0 ||
            after.warnings.length > warned.length ||
            after.warnings.some(({ code }) => !usual.has(code));
          if (after.faults.length > 0) expect(after.documents).toEqual([]);
          if (!noticed)
            expect({ what, documents: bodies(after).map(unordered) }).toEqual({ what, documents: before });
        }
      },
    );

    it.each(each(canonical))('reads %s alike in other bytes, under the same name', (_name, { bytes }) => {
      const before = read(bytes);
      if (profile.named !== false) expect(before.identity).toMatch(/./);
      for (const [variant, other] of Object.entries(profile.variants(bytes))) {
        const after = read(other);
        expect({ variant, identity: after.identity, bodies: bodies(after) }).toEqual({
          variant,
          identity: before.identity,
          bodies: bodies(before),
        });
      }
    });

    it('never throws, and never gives documents together with faults', () => {
      const seeds = cases.map(({ bytes }) => bytes);
      const garbled = fc
        .tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat(400), fc.uint8Array({ maxLength: 60 }))
        .map(([seed, at, length, put]) => {
          const from = at % (seed.length + 1);
          return Buffer.concat([seed.subarray(0, from), put, seed.subarray(from + length)]);
        });
      fc.assert(
        fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), garbled), fc.boolean(), (bytes, asked) => {
          const given = normaliser.normalise(bytes, asked ? { adapter: adapter.id } : {});
          if (given.faults.length > 0) expect(given.documents).toEqual([]);
          else for (const { type, body } of given.documents) expect(validateDocument(type, body)).toEqual([]);
          const outcome = { interchange: bytes, faults: given.faults, ...answering };
          for (const form of normaliser.answerForms(adapter.id)) normaliser.answer(adapter.id, outcome, form);
        }),
        { numRuns: 100 * runs },
      );
    });

    if (adapter.syntax === 'xml') {
      it.each(hostileXml(adapter.mapping.options.root ?? ''))('refuses %s', (_what, bytes) => {
        expectRefused(normaliser.normalise(bytes, { adapter: adapter.id }), bytes.length);
        expectRefused(normaliser.normalise(bytes, {}), bytes.length);
      });
    }

    if (adapter.syntax === 'json') {
      it.each(hostileJson(textOf(canonical[0]?.bytes ?? new Uint8Array())))('refuses %s', (_what, bytes) => {
        expectRefused(normaliser.normalise(bytes, { adapter: adapter.id }), bytes.length);
        expectRefused(normaliser.normalise(bytes, {}), bytes.length);
      });
    }

    it.each(each(cases))('says each fault of %s in Chinese and English', (_name, { bytes }) => {
      const { faults, warnings } = normaliser.normalise(bytes, {});
      for (const { text, advice } of [...faults, ...warnings]) {
        for (const zh of [text.zh, advice.zh]) expect(zh).toMatch(/[\u4e00-\u9fff]/);
        for (const en of [text.en, advice.en]) expect(en).toMatch(/[a-z]{2}/);
        expect(`${text.zh}${text.en}`).not.toMatch(/\{[a-zA-Z]\w*\}/);
      }
    });

    const { answer: expected } = profile;
    it('answers if it is expected to', () => {
      expect(adapter.acknowledge !== undefined).toBe(expected !== undefined);
    });
    if (!expected) return;
    it.each(each(cases))('answers %s by its references', (_name, one) => {
      const { faults } = normaliser.normalise(one.bytes, {});
      const outcome: Outcome = { interchange: one.bytes, faults, ...answering };
      const answer = normaliser.acknowledge(adapter.id, outcome);
      const text = answer === undefined ? '' : Buffer.from(answer).toString('utf8');
      for (const reference of expected.references(textOf(one.bytes))) expect(text).toContain(reference);
      expect(expected.positive(text)).toBe(!one.bad);
      expectGolden(one.folder, expected.file, text);
    });
  });
}

/** Whether all documents are whole ones of another reading. */
function areAmong(given: Normalised, whole: Normalised): boolean {
  const known = new Set(bodies(whole).map((body) => canonicalJson(body)));
  return bodies(given).every((body) => known.has(canonicalJson(body)));
}

function expectRefused(given: Normalised, at: number): void {
  expect({ at, documents: given.documents.length, refused: given.faults.length > 0 }).toEqual({
    at,
    documents: 0,
    refused: true,
  });
}

/** What a golden file keeps of a fault: what a program looks at. The texts are in the catalogues. */
const brief = ({ code, disposition, place, values }: Fault): unknown => ({
  code,
  disposition,
  ...(place ? { place } : {}),
  ...(values ? { values } : {}),
});

/** Extensions say what no rule names: they are read and not written. */
const bodies = ({ documents }: Pick<Normalised, 'documents'>): readonly Json[] =>
  documents.map(({ body }) => {
    const { extensions: _extensions, ...rest } = body;
    return rest;
  });

/** Equal for documents that say the same values, wherever in the document: which document says them must not change. */
const unordered = (body: Json): string =>
  canonicalJson(
    leavesOf(body)
      .map(([, value]) => String(value))
      .sort(),
  );
