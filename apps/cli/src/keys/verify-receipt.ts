import { readFile } from 'node:fs/promises';
import { verifyReceipt as verify, type PublicKeyLike } from '#evidence';
import { fail, ok, type Fault, type Result } from '#kernel';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { isRecord, reasonOf } from '../send/post-interchange.js';
import { print, printFaults } from '../terminal/print.js';

/** Keys of a node at most; a node keeps those it signed with. */
const keysLimit = 1000;

/**
 * Checks a receipt with the public keys of its node and prints what it says.
 *
 * @param source a file with the JWK set, which needs no network, or the address of the node
 */
export async function verifyReceipt(receipt: string, source: string): Promise<ExitCode> {
  const keys = await readKeys(source);
  const claims = keys.ok ? verify(receipt.trim(), keys.value) : keys;
  if (!claims.ok) {
    printFaults([claims.error]);
    return exitCodes.refused;
  }
  print(JSON.stringify(claims.value, null, 2));
  return exitCodes.done;
}

/** @param source a file with a JWK set, or the address of a node */
export async function readKeys(source: string): Promise<Result<PublicKeyLike[], Fault>> {
  try {
    const set: unknown = JSON.parse(await readText(source));
    const listed = isRecord(set) && Array.isArray(set['keys']) ? set['keys'] : [set];
    const keys = listed.slice(0, keysLimit).filter(isKey);
    if (keys.length === 0) throw new Error('no Ed25519 key');
    return ok(keys);
  } catch (error) {
    const values = { source, reason: reasonOf(error) };
    return fail(cliFaults.make('CLI_KEYS_UNUSABLE', { values }));
  }
}

async function readText(source: string): Promise<string> {
  if (!/^https?:/.test(source)) return readFile(source, 'utf8');
  const url = new URL(source);
  if (url.pathname === '/') url.pathname = '/.well-known/jwks.json';
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}

const isKey = (value: unknown): value is PublicKeyLike =>
  isRecord(value) && ['kty', 'crv', 'x'].every((name) => typeof value[name] === 'string');
