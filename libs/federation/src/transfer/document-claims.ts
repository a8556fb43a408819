import { isUuid, type JsonObject } from '#kernel';
import type { StoredEnvelope } from '#store';

/** What a proof says of its document beside the body. */
export interface DocumentClaims {
  /** The node that it comes from. */
  readonly origin: string;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: string;
  /** `customs@dalian`; what a node says itself, by its code alone. */
  readonly sender: string;
  /** Unix milliseconds. */
  readonly occurredAt: number | undefined;
  readonly receivedAt: number;
  readonly keys: readonly string[];
  readonly orderKey: string;
  readonly supersedes: string | undefined;
  /** Of the message that it was read from, at its origin, in hexadecimal. */
  readonly interchangeSha256: string;
  /** Unix milliseconds. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** As it is signed: times that JWT has a name for under that name, in seconds (RFC 7519 §4.1). */
export function claimsOfDocument(
  document: StoredEnvelope,
  { sender, issuedAt, expiresAt }: Pick<DocumentClaims, 'sender' | 'issuedAt' | 'expiresAt'>,
): JsonObject {
  return {
    iss: document.originNode,
    iat: Math.floor(issuedAt / 1000),
    exp: Math.floor(expiresAt / 1000),
    id: document.id,
    type: document.type,
    schemaVersion: document.schemaVersion,
    sender,
    ...(document.occurredAt === undefined ? {} : { occurredAt: new Date(document.occurredAt).toISOString() }),
    receivedAt: new Date(document.receivedAt).toISOString(),
    keys: document.keys,
    orderKey: document.orderKey,
    ...(document.supersedes === undefined ? {} : { supersedes: document.supersedes }),
    interchangeSha256: document.interchangeSha256.toString('hex'),
  };
}

/** `undefined`: not what a node signs of a document. */
export function readClaims(given: JsonObject): DocumentClaims | undefined {
  const text = (name: string, pattern: RegExp): string | undefined => {
    const value = given[name];
    return typeof value === 'string' && pattern.test(value) ? value : undefined;
  };
  const origin = text('iss', /^[a-z][a-z0-9-]{1,30}$/);
  const id = text('id', /^/);
  const type = text('type', /^[A-Za-z][A-Za-z0-9]{1,63}$/);
  const schemaVersion = text('schemaVersion', /^[\w.-]{1,40}$/);
  const sender = text('sender', /^[a-z0-9][a-z0-9-]{1,62}(?:@[a-z][a-z0-9-]{1,30})?$/);
  const orderKey = text('orderKey', /^[^\0]{1,2000}$/u);
  const interchangeSha256 = text('interchangeSha256', /^[0-9a-f]{64}$/);
  const supersedes = text('supersedes', /^/);
  const receivedAt = instant(given['receivedAt']);
  const { keys, iat, exp } = given;
  if (!origin || !id || !isUuid(id) || !type || !schemaVersion || !sender || !orderKey) return undefined;
  if (interchangeSha256 === undefined || receivedAt === undefined || !isKeys(keys)) return undefined;
  if (!isSeconds(iat) || !isSeconds(exp) || (supersedes !== undefined && !isUuid(supersedes)))
    return undefined;
  return {
    ...{ origin, id, type, schemaVersion, sender, orderKey, interchangeSha256, receivedAt, keys },
    occurredAt: instant(given['occurredAt']),
    supersedes,
    issuedAt: iat * 1000,
    expiresAt: exp * 1000,
  };
}

/** As many keys as a document has here; each as it stands in an index. */
const KEYS_MOST = 4_096;
const KEY_MOST = 2_000;
/** Stands between keys where they are written. */
const KEY_SEPARATOR = '\u001f';

const isKeys = (given: unknown): given is readonly string[] =>
  Array.isArray(given) &&
  given.length <= KEYS_MOST &&
  given.every(
    (one) =>
      typeof one === 'string' &&
      one.length <= KEY_MOST &&
      /^[^\0]*$/u.test(one) &&
      !one.includes(KEY_SEPARATOR),
  );

const isSeconds = (given: unknown): given is number =>
  typeof given === 'number' && Number.isSafeInteger(given) && given > 0 && given < 1e11;

function instant(given: unknown): number | undefined {
  const at = typeof given === 'string' && given.length <= 40 ? Date.parse(given) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
