import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const day = 24 * 3_600_000;

/**
 * A self-signed Ed25519 certificate (RFC 5280, RFC 8410) with its key, as PEM, for one name.
 *
 * @param until Unix milliseconds; it is valid for two days before that. Default: tomorrow
 */
export function certificateFor(
  name: string,
  until = Date.now() + day,
): { readonly certificate: string; readonly key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const subject = sequence(set(sequence(oid(2, 5, 4, 3), value(0x0c, Buffer.from(name)))));
  const body = sequence(
    value(0xa0, value(0x02, Buffer.of(2))),
    value(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ed25519,
    subject,
    sequence(time(until - 2 * day), time(until)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    value(
      0xa3,
      sequence(
        sequence(oid(2, 5, 29, 17), value(0x04, sequence(value(0x82, Buffer.from(name))))),
        sequence(oid(2, 5, 29, 19), value(0x04, sequence(value(0x01, Buffer.of(0xff))))),
      ),
    ),
  );
  const der = sequence(
    body,
    ed25519,
    value(0x03, Buffer.concat([Buffer.of(0), sign(null, body, privateKey)])),
  );
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function value(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return value(0x30, Buffer.concat(parts));
}

function set(...parts: readonly Buffer[]): Buffer {
  return value(0x31, Buffer.concat(parts));
}

function oid(first: number, second: number, ...rest: readonly number[]): Buffer {
  return value(0x06, Buffer.of(first * 40 + second, ...rest));
}

const time = (ms: number): Buffer =>
  value(0x17, Buffer.from(`${new Date(ms).toISOString().slice(2, 19).replace(/\D/g, '')}Z`));

const ed25519 = sequence(oid(1, 3, 101, 112));
