import { hash, randomFillSync } from 'node:crypto';
import { fail, ok, type Fault, type Json, type JsonObject, type Result } from '#kernel';
import { evidenceFaults } from './faults.js';

/**
 * One member of an object that its holder may show or leave out (RFC 9901 §4.2.1): `[salt, name, value]` as JSON in
 * base64url. What is signed holds its digest alone.
 */
export interface Disclosure {
  readonly text: string;
  readonly name: string;
  /** Objects in it hold digests of their own members in `_sd`. */
  readonly value: Json;
}

export const digestOf = (disclosure: string): string => hash('sha256', disclosure, 'base64url');

/** Names that the format keeps for itself (RFC 9901 §4.1). */
const reserved = new Set(['_sd', '_sd_alg', '...']);

export interface Concealed {
  /** The object with the digests of its members in place of them. */
  readonly value: JsonObject;
  /** In the order of the document, members before their parent. */
  readonly disclosures: readonly string[];
}

/**
 * Takes every member of every object out, through lists too, so that each can be shown alone. The members of a list
 * are not taken out one by one: what agreements and masking name are members of objects.
 */
export function conceal(body: JsonObject): Result<Concealed, Fault> {
  const disclosures: string[] = [];
  let bad: string | undefined;
  const salts = saltSource();
  const value = (given: Json): Json => {
    if (given === null || typeof given !== 'object') return given;
    return isList(given) ? given.map(value) : object(given);
  };
  const object = (given: JsonObject): JsonObject => {
    const digests: string[] = [];
    for (const [name, member] of Object.entries(given)) {
      if (member === undefined) continue;
      if (reserved.has(name)) bad = name;
      const text = Buffer.from(JSON.stringify([salts(), name, value(member)])).toString('base64url');
      disclosures.push(text);
      digests.push(digestOf(text));
    }
    // Sorted, so that their order tells nothing of that of the members (RFC 9901 §4.2.4.1).
    return digests.length === 0 ? {} : { _sd: digests.sort() };
  };
  const concealed = object(body);
  if (bad !== undefined) return fail(evidenceFaults.make('EVIDENCE_PROOF_NAME', { values: { name: bad } }));
  return ok({ value: concealed, disclosures });
}

/** 128 random bits for each member (RFC 9901 §9.3), fetched many at a time. */
function saltSource(): () => string {
  const pool = Buffer.alloc(SALT_BYTES * 64);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    return pool.toString('base64url', at, (at += SALT_BYTES));
  };
}

const SALT_BYTES = 16;

export type Disclosures = ReadonlyMap<string, Disclosure>;

/** By digest. `undefined`: one is no disclosure of a member, is misspelt, or comes twice. */
export function readDisclosures(texts: readonly string[]): Disclosures | undefined {
  const byDigest = new Map<string, Disclosure>();
  for (const text of texts) {
    const read = readDisclosure(text);
    if (!read) return undefined;
    byDigest.set(digestOf(text), read);
  }
  return byDigest.size === texts.length ? byDigest : undefined;
}

/** However it is spelt: what is signed is the digest of the text, so that another spelling belongs to nothing. */
function readDisclosure(text: string): Disclosure | undefined {
  try {
    const list: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(list) || list.length !== 3) return undefined;
    const [salt, name, value]: [unknown, unknown, Json] = [list[0], list[1], list[2]];
    if (typeof salt !== 'string' || typeof name !== 'string' || reserved.has(name)) return undefined;
    return { text, name, value };
  } catch {
    return undefined;
  }
}

export interface Revealed {
  readonly body: JsonObject;
  /** Nothing of the document is held back. */
  readonly whole: boolean;
}

/**
 * The document as far as it is disclosed, its members in the order in which the disclosures come, which is that of
 * the origin. An object in a list of which nothing is shown is left out. `undefined`: the disclosures do not belong
 * to it, all of them and each once (RFC 9901 §7.1).
 */
export function reveal(concealed: JsonObject, disclosures: Disclosures): Revealed | undefined {
  const order = new Map([...disclosures.keys()].map((digest, index) => [digest, index]));
  const seen = new Set<string>();
  let used = 0;
  let hidden = false;
  let sound = true;

  const value = (given: Json, depth: number): Json | undefined => {
    if (given === null || typeof given !== 'object') return given;
    if (depth > DEPTH_MOST) sound = false;
    if (!sound) return undefined;
    return isList(given)
      ? given.flatMap((one) => {
          const shown = value(one, depth + 1);
          return shown === undefined ? [] : [shown];
        })
      : object(given, depth);
  };
  const object = (given: JsonObject, depth: number): JsonObject | undefined => {
    const digests = digestsOf(given);
    if (!digests) {
      sound = false;
      return undefined;
    }
    const members = new Map<string, Json>();
    for (const digest of inOrder(digests, order)) {
      if (seen.has(digest)) sound = false;
      seen.add(digest);
      const disclosure = disclosures.get(digest);
      if (!disclosure) {
        hidden = true;
        continue;
      }
      used++;
      if (members.has(disclosure.name)) sound = false;
      const shown = value(disclosure.value, depth + 1);
      if (shown !== undefined) members.set(disclosure.name, shown);
    }
    return members.size === 0 && digests.length > 0 ? undefined : Object.fromEntries(members);
  };
  const body = object(concealed, 0);
  return sound && used === disclosures.size ? { body: body ?? {}, whole: !hidden } : undefined;
}

/** Nothing stands beside the digests: every member is taken out, or the document is not one made here. */
export function digestsOf(given: JsonObject): readonly string[] | undefined {
  const names = Object.keys(given);
  if (names.length === 0) return [];
  const digests = given['_sd'];
  return names.length === 1 && isList(digests) && digests.every((one) => typeof one === 'string')
    ? digests
    : undefined;
}

const inOrder = (digests: readonly string[], order: ReadonlyMap<string, number>): string[] =>
  [...digests].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));

/** As deep as any JSON that is read at the door. */
const DEPTH_MOST = 128;

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
