import { fail, ok, type Fault, type Result } from '#kernel';
import { contentDigest, contentFits } from './content-digest.js';
import { evidenceFaults } from './faults.js';
import { keyNamed, type NodeKey, type PublicKeyLike } from './node-key.js';
import { parseSignature, signatureBase, signatureParams, type ParsedSignature } from './signature-base.js';
import { httpAlgorithms, signBytes, verifyBytes } from './signing.js';

/** Names the node that a request is meant for: signed, so that it is worth nothing to another. */
export const receiverHeader = 'x-tongguan-receiver';

/** What every signature between nodes covers: nothing of it can be changed on the way. */
export const coveredComponents = [
  '@method',
  '@target-uri',
  'content-digest',
  'content-type',
  receiverHeader,
] as const;

/** How far the clocks of two nodes may be apart, in seconds, unless set otherwise. */
export const requestTolerance = 300;

export interface RequestToSign {
  readonly method: string;
  /** Absolute, as the request goes to. */
  readonly targetUri: string;
  readonly contentType: string;
  /** The code of the node that it is for. */
  readonly receiver: string;
  /** The bytes that are sent. */
  readonly body: Uint8Array;
}

export interface SigningTime {
  /** Unix seconds. */
  readonly created: number;
  readonly expires: number;
  /** Never the same twice for one key. */
  readonly nonce: string;
}

/**
 * The headers that bind a request to its sender (the key), its receiver, its time and its content: HTTP Message
 * Signatures (RFC 9421) over Content-Digest (RFC 9530).
 */
export function signRequest(
  key: NodeKey,
  request: RequestToSign,
  { created, expires, nonce }: SigningTime,
): Record<string, string> {
  const headers = {
    'content-type': request.contentType,
    'content-digest': contentDigest(request.body),
    [receiverHeader]: request.receiver,
  };
  const params = signatureParams(coveredComponents, {
    ...{ created, expires, nonce, keyid: key.kid },
    alg: httpAlgorithms[key.algorithm],
  });
  const covered = componentsOf(coveredComponents, { ...request, headers });
  const base = signatureBase(covered ?? [], params);
  return {
    ...headers,
    'signature-input': `${label}=${params}`,
    signature: `${label}=:${signBytes(key, Buffer.from(base)).toString('base64')}:`,
  };
}

const label = 'tongguan';

export interface ReceivedRequest {
  readonly method: string;
  readonly targetUri: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

export interface RequestSignature {
  /** The key that signed it. */
  readonly kid: string;
  readonly created: number;
  readonly nonce: string;
  readonly receiver: string;
}

/**
 * Who signed a request, if one of the keys signed exactly this, within the time, and all that a signature between
 * nodes covers. Whether it is meant for this node is for the caller to see.
 *
 * @param now Unix seconds
 * @param tolerance seconds either way
 */
export function verifyRequest(
  request: ReceivedRequest,
  keys: readonly PublicKeyLike[],
  now: number,
  tolerance = requestTolerance,
): Result<RequestSignature, Fault> {
  const parsed = signatureOf(request);
  const covered = parsed && componentsOf(parsed.names, request);
  if (!parsed || !covered || !coveredComponents.every((name) => parsed.names.includes(name)))
    return fail(evidenceFaults.make('EVIDENCE_REQUEST_UNSIGNED'));
  const kid = String(parsed.params.get('keyid')).slice(0, 100);
  const key = keyNamed(kid, keys);
  if (!key) return fail(evidenceFaults.make('EVIDENCE_KEY_UNKNOWN', { values: { kid } }));
  const created = secondsOf(parsed, 'created');
  const nonce = parsed.params.get('nonce');
  const named = parsed.params.get('alg');
  if (nonce === undefined || (named !== undefined && named !== httpAlgorithms[key.algorithm]))
    return fail(evidenceFaults.make('EVIDENCE_REQUEST_UNSIGNED'));
  if (!verifyBytes(key, Buffer.from(signatureBase(covered, parsed.text)), parsed.signature))
    return fail(evidenceFaults.make('EVIDENCE_SIGNATURE_INVALID'));
  if (!(Math.abs(now - created) <= tolerance && now <= secondsOf(parsed, 'expires')))
    return fail(evidenceFaults.make('EVIDENCE_REQUEST_TIME', { values: { seconds: tolerance } }));
  if (!contentFits(fieldOf(request, 'content-digest') ?? '', request.body))
    return fail(evidenceFaults.make('EVIDENCE_REQUEST_DIGEST'));
  return ok({ kid, created, nonce: String(nonce), receiver: fieldOf(request, receiverHeader) ?? '' });
}

/** The key that a request names, before anything is verified. */
export function keyOfRequest(headers: ReceivedRequest['headers']): string | undefined {
  const kid = signatureOf({ headers })?.params.get('keyid');
  return typeof kid === 'string' ? kid : undefined;
}

function signatureOf(request: Pick<ReceivedRequest, 'headers'>): ParsedSignature | undefined {
  const input = fieldOf(request, 'signature-input');
  const signature = fieldOf(request, 'signature');
  return input === undefined || signature === undefined ? undefined : parseSignature(input, signature);
}

const secondsOf = ({ params }: ParsedSignature, name: string): number => {
  const value = params.get(name);
  return typeof value === 'number' ? value : Number.NaN;
};

function componentsOf(
  names: readonly string[],
  request: Omit<ReceivedRequest, 'body'>,
): [string, string][] | undefined {
  const values: [string, string][] = [];
  for (const name of names) {
    const value =
      name === '@method'
        ? request.method.toUpperCase()
        : name === '@target-uri'
          ? request.targetUri
          : name.startsWith('@')
            ? undefined
            : fieldOf(request, name);
    if (value === undefined) return undefined;
    values.push([name, value]);
  }
  return values;
}

/** RFC 9421 §2.1: several lines of a field are joined by a comma and a space, each without white space around it. */
function fieldOf({ headers }: Pick<ReceivedRequest, 'headers'>, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value.trim() : value?.map((one) => one.trim()).join(', ');
}
