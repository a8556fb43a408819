import fc from 'fast-check';
import { calculateJwkThumbprint, CompactSign, compactVerify, importJWK } from 'jose';
import { randomBytes } from 'node:crypto';
import {
  accessKeyHint,
  checkMasterKey,
  exportNodeKey,
  generateNodeKey,
  hashAccessKey,
  importNodeKey,
  isAccessKey,
  masterKeyId,
  newAccessKey,
  open,
  receiptType,
  seal,
  sha256,
  signReceipt,
  verifyReceipt,
  type NodeKey,
} from '#evidence';
import type { Fault, JsonObject, Result } from '#kernel';

const codeOf = (result: Result<unknown, Fault>): string => (result.ok ? 'ok' : result.error.code);

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('of "%s" is the published value', (text, hex) => expect(sha256(text).toString('hex')).toBe(hex));
});

describe('a node key', () => {
  it('has the RFC 7638 thumbprint as its id', async () => {
    const { kid, publicJwk } = generateNodeKey();
    expect(kid).toBe(
      await calculateJwkThumbprint({ kty: publicJwk.kty, crv: publicJwk.crv, x: publicJwk.x }),
    );
    expect(publicJwk).not.toHaveProperty('d');
  });

  it('is the same after being stored', () => {
    const key = generateNodeKey();
    const back = importNodeKey(exportNodeKey(key));
    expect(back.ok && back.value.publicJwk).toEqual(key.publicJwk);
    expect(codeOf(importNodeKey(randomBytes(48)))).toBe('EVIDENCE_KEY_MALFORMED');
  });
});

describe('a receipt', () => {
  const key = generateNodeKey();
  const claims = { iss: 'dalian', sub: '019ab0f2-0000-7000-8000-000000000001', iat: 1764000000, 收: '已存' };
  const jws = signReceipt(key, claims);

  it('verifies with jose', async () => {
    const { payload, protectedHeader } = await compactVerify(
      jws,
      await importJWK({ ...key.publicJwk }, 'EdDSA'),
    );
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(claims);
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: receiptType, kid: key.kid });
  });

  it('verifies when jose signed it', async () => {
    const made = await new CompactSign(Buffer.from('{"a":"1"}'))
      .setProtectedHeader({ alg: 'EdDSA', typ: receiptType, kid: key.kid })
      .sign(key.privateKey);
    expect(verifyReceipt(made, key.publicJwk)).toEqual({ ok: true, value: { a: '1' } });
  });

  it('verifies whatever the claims', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((name) => name !== '__proto__'),
          fc.string(),
        ),
        (any: JsonObject) => {
          expect(verifyReceipt(signReceipt(key, any), [generateNodeKey().publicJwk, key.publicJwk])).toEqual({
            ok: true,
            value: any,
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('fails when any one character is another', () => {
    fc.assert(
      fc.property(fc.nat(jws.length - 1), fc.constantFrom(...'Aa0_-.=+ \n'), (at, character) => {
        fc.pre(jws[at] !== character);
        expect(
          codeOf(verifyReceipt(jws.slice(0, at) + character + jws.slice(at + 1), key.publicJwk)),
        ).not.toBe('ok');
      }),
      { numRuns: 1000 },
    );
  });

  const header = (value: JsonObject, by: NodeKey = key): string => {
    const [, payload, signature] = signReceipt(by, claims).split('.');
    return [Buffer.from(JSON.stringify(value)).toString('base64url'), payload, signature].join('.');
  };
  const good = { alg: 'EdDSA', typ: receiptType, kid: key.kid };
  const impostor = generateNodeKey();
  it.each([
    ['alg none', header({ ...good, alg: 'none' }), 'EVIDENCE_RECEIPT_ALGORITHM'],
    ['alg HS256', header({ ...good, alg: 'HS256' }), 'EVIDENCE_RECEIPT_ALGORITHM'],
    ['another type', header({ ...good, typ: 'JWT' }), 'EVIDENCE_RECEIPT_ALGORITHM'],
    ['a critical header', header({ ...good, crit: ['exp'] }), 'EVIDENCE_RECEIPT_ALGORITHM'],
    ['another kid', header({ ...good, kid: impostor.kid }), 'EVIDENCE_KEY_UNKNOWN'],
    ['the signature of another key', header(good, impostor), 'EVIDENCE_SIGNATURE_INVALID'],
    ['two parts', 'e30.e30', 'EVIDENCE_RECEIPT_MALFORMED'],
    ['padding', `${jws}=`, 'EVIDENCE_RECEIPT_MALFORMED'],
    ['too much', 'e30.'.repeat(10_000), 'EVIDENCE_RECEIPT_MALFORMED'],
    ['nothing', '', 'EVIDENCE_RECEIPT_MALFORMED'],
  ])('is refused with %s', (_, given, code) => {
    expect(codeOf(verifyReceipt(given, key.publicJwk))).toBe(code);
  });

  it('does not believe the kid that a published key claims', () => {
    const claimed = { ...impostor.publicJwk, kid: key.kid };
    expect(codeOf(verifyReceipt(jws, claimed))).toBe('EVIDENCE_KEY_UNKNOWN');
  });
});

describe('a sealed value', () => {
  const masterKey = randomBytes(32);

  it('opens to what was sealed, with the key and at the place it was sealed for', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (plain, place) => {
        const opened = open([randomBytes(32), masterKey], seal(masterKey, plain, place), place);
        expect(opened.ok && Buffer.compare(opened.value, plain)).toBe(0);
      }),
    );
  });

  it('is never the same twice and shows nothing of the plain text', () => {
    const [one, two] = [
      seal(masterKey, Buffer.from('whsec_liaoning')),
      seal(masterKey, Buffer.from('whsec_liaoning')),
    ];
    expect(one.equals(two)).toBe(false);
    expect(one.includes('liaoning')).toBe(false);
  });

  it('does not open when any bit is another', () => {
    const sealed = seal(masterKey, Buffer.from('secret'), 'destination:1');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(codeOf(open(masterKey, changed, 'destination:1'))).toMatch(/^EVIDENCE_SEALED/);
    }
  });

  it.each([
    [
      'with another key',
      () => open(randomBytes(32), seal(masterKey, Buffer.of(1))),
      'EVIDENCE_SEALED_OTHER_KEY',
    ],
    [
      'at another place',
      () => open(masterKey, seal(masterKey, Buffer.of(1), 'a'), 'b'),
      'EVIDENCE_SEALED_BROKEN',
    ],
    [
      'when cut',
      () => open(masterKey, seal(masterKey, Buffer.of(1)).subarray(0, 20)),
      'EVIDENCE_SEALED_MALFORMED',
    ],
    ['when empty', () => open(masterKey, Buffer.of()), 'EVIDENCE_SEALED_MALFORMED'],
  ])('does not open %s', (_, attempt, code) => expect(codeOf(attempt())).toBe(code));

  it('names the master key by an id that tells keys apart', () => {
    expect(masterKeyId(masterKey)).toMatch(/^[0-9a-f]{8}$/);
    expect(masterKeyId(masterKey)).not.toBe(masterKeyId(randomBytes(32)));
    expect(checkMasterKey(masterKey)).toBeUndefined();
    expect(checkMasterKey(randomBytes(16))?.code).toBe('EVIDENCE_MASTER_KEY_MALFORMED');
  });
});

describe('an access key', () => {
  it('has 256 bits after its prefix, is stored as a hash and hinted by its end', () => {
    const key = newAccessKey();
    expect(isAccessKey(key)).toBe(true);
    expect(isAccessKey(`${key}x`)).toBe(false);
    expect(newAccessKey()).not.toBe(key);
    expect(hashAccessKey(key).equals(sha256(Buffer.from(key)))).toBe(true);
    expect(accessKeyHint(key)).toBe(`tg_…${key.slice(-4)}`);
  });
});
