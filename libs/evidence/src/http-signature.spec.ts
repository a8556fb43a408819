import fc from 'fast-check';
import { createPrivateKey } from 'node:crypto';
import {
  contentDigest,
  generateNodeKey,
  importNodeKey,
  signatureBase,
  signatureParams,
  signBytes,
  signRequest,
  verifyRequest,
  type ReceivedRequest,
} from '#evidence';
import type { Fault, Result } from '#kernel';

const codeOf = (result: Result<unknown, Fault>): string => (result.ok ? 'ok' : result.error.code);

describe('Content-Digest', () => {
  // RFC 9530 §2 with its final line feed, RFC 9421 §1.3 without.
  it.each([
    ['{"hello": "world"}\n', 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:'],
    ['{"hello": "world"}', 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:'],
  ])('of %j is the published value', (body, digest) => expect(contentDigest(body)).toBe(digest));
});

describe('HTTP message signatures', () => {
  it('are those of RFC 9421 B.2.6', () => {
    const pem = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
-----END PRIVATE KEY-----`;
    const key = importNodeKey(createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' }));
    const covered = [
      ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
      ['@method', 'POST'],
      ['@path', '/foo'],
      ['@authority', 'example.com'],
      ['content-type', 'application/json'],
      ['content-length', '18'],
    ] as const;
    const params = signatureParams(
      covered.map(([name]) => name),
      { created: 1618884473, keyid: 'test-key-ed25519' },
    );
    const base = signatureBase(covered, params);
    expect(base.split('\n')).toHaveLength(7);
    expect(key.ok && signBytes(key.value, Buffer.from(base)).toString('base64')).toBe(
      'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==',
    );
  });

  const now = 1764000000;
  const key = generateNodeKey();
  const target = { method: 'POST', targetUri: 'https://yingkou.example/v1/transfers' };
  const body = Buffer.from('{"batch":"1"}');
  const headers = signRequest(
    key,
    { ...target, contentType: 'application/json', receiver: 'yingkou', body },
    { created: now, expires: now + 300, nonce: 'n-1' },
  );
  const request: ReceivedRequest = { ...target, headers, body };
  const verified = (changed: Partial<ReceivedRequest>, at = now): string =>
    codeOf(verifyRequest({ ...request, ...changed }, [key.publicJwk], at));
  const header = (name: string, value: string | undefined) => ({ headers: { ...headers, [name]: value } });

  it('say who signed, for whom and when', () => {
    expect(verifyRequest(request, [generateNodeKey().publicJwk, key.publicJwk], now + 299)).toEqual({
      ok: true,
      value: { kid: key.kid, created: now, nonce: 'n-1', receiver: 'yingkou' },
    });
  });

  it('are made with SM2 as well', () => {
    const sm2 = generateNodeKey('sm2');
    const signed = signRequest(
      sm2,
      { ...target, contentType: 'application/json', receiver: 'yingkou', body },
      { created: now, expires: now + 300, nonce: 'n-2' },
    );
    const given = { ...request, headers: signed };
    expect(codeOf(verifyRequest(given, [sm2.publicJwk], now))).toBe('ok');
    expect(codeOf(verifyRequest({ ...given, method: 'PUT' }, [sm2.publicJwk], now))).toBe(
      'EVIDENCE_SIGNATURE_INVALID',
    );
  });

  const input = headers['signature-input'] ?? '';
  it.each([
    ['another method', verified({ method: 'PUT' }), 'EVIDENCE_SIGNATURE_INVALID'],
    [
      'another target',
      verified({ targetUri: 'https://liaoning.example/v1/transfers' }),
      'EVIDENCE_SIGNATURE_INVALID',
    ],
    ['another receiver', verified(header('x-tongguan-receiver', 'liaoning')), 'EVIDENCE_SIGNATURE_INVALID'],
    ['another type', verified(header('content-type', 'text/plain')), 'EVIDENCE_SIGNATURE_INVALID'],
    ['another body', verified({ body: Buffer.from('{"batch":"2"}') }), 'EVIDENCE_REQUEST_DIGEST'],
    [
      'another body with its digest',
      verified({ body: Buffer.of(1), ...header('content-digest', contentDigest(Buffer.of(1))) }),
      'EVIDENCE_SIGNATURE_INVALID',
    ],
    ['no signature', verified(header('signature', undefined)), 'EVIDENCE_REQUEST_UNSIGNED'],
    ['no receiver', verified(header('x-tongguan-receiver', undefined)), 'EVIDENCE_REQUEST_UNSIGNED'],
    [
      'less covered',
      verified(header('signature-input', input.replace(' "content-digest"', ''))),
      'EVIDENCE_REQUEST_UNSIGNED',
    ],
    [
      'another algorithm',
      verified(header('signature-input', input.replace('alg="ed25519"', 'alg="hmac-sha256"'))),
      'EVIDENCE_REQUEST_UNSIGNED',
    ],
    [
      'two signatures',
      verified(header('signature-input', `${input}, a=("@method")`)),
      'EVIDENCE_REQUEST_UNSIGNED',
    ],
    [
      'another key id',
      verified(header('signature-input', input.replace(key.kid, generateNodeKey().kid))),
      'EVIDENCE_KEY_UNKNOWN',
    ],
    ['a clock behind by more than the tolerance', verified({}, now + 301), 'EVIDENCE_REQUEST_TIME'],
    ['a clock ahead by more than the tolerance', verified({}, now - 301), 'EVIDENCE_REQUEST_TIME'],
    ['a clock ahead within the tolerance', verified({}, now - 300), 'ok'],
  ])('%s', (_, code, expected) => expect(code).toBe(expected));

  it('are refused when any one character of the signature or of what is covered is another', () => {
    const names = Object.keys(headers);
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom(...'Aa0"=;:+/'),
        (name, seed, character) => {
          const value = headers[name] ?? '';
          const at = seed % value.length;
          fc.pre(value[at] !== character);
          expect(verified(header(name, value.slice(0, at) + character + value.slice(at + 1)))).not.toBe('ok');
        },
      ),
      { numRuns: 1000 },
    );
  });
});
