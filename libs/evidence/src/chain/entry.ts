import { sha256 } from '../digest.js';
import { parseObject } from '../json-object.js';

/**
 * What the chain is over. A kind names a table of the node; its number stands before every entry and is never given
 * to anything else. Its subject is the key of the row, as bytes.
 */
export const entryKinds = {
  interchange: { kind: 1, subject: [['id', 'uuid']] },
  document: { kind: 2, subject: [['id', 'uuid']] },
  decision: {
    kind: 3,
    subject: [
      ['document_id', 'uuid'],
      ['decided_at', 'number'],
    ],
  },
  normalisation: { kind: 4, subject: [['interchange_id', 'uuid']] },
  delivery: {
    kind: 5,
    subject: [
      ['destination_id', 'uuid'],
      ['document_id', 'uuid'],
    ],
  },
  attempt: { kind: 6, subject: [['id', 'uuid']] },
  reading: { kind: 7, subject: [['id', 'uuid']] },
  audit_event: { kind: 8, subject: [['id', 'uuid']] },
  document_proof: { kind: 9, subject: [['document_id', 'uuid']] },
  custody_receipt: {
    kind: 10,
    subject: [
      ['document_id', 'uuid'],
      ['node_code', 'text'],
    ],
  },
  participant: { kind: 32, subject: [['id', 'uuid']] },
  access_key: { kind: 33, subject: [['id', 'uuid']] },
  agreement: { kind: 34, subject: [['id', 'uuid']] },
  destination: { kind: 35, subject: [['id', 'uuid']] },
  route: { kind: 36, subject: [['id', 'uuid']] },
  subscription: { kind: 37, subject: [['id', 'uuid']] },
  mapping_version: { kind: 38, subject: [['id', 'uuid']] },
  node_key: { kind: 39, subject: [['kid', 'text']] },
  membership: { kind: 40, subject: [['province', 'text']] },
  directory: { kind: 41, subject: [['version', 'number']] },
  node_entry: { kind: 42, subject: [['node_code', 'text']] },
  node_invitation: { kind: 43, subject: [['id', 'uuid']] },
  shared_item: { kind: 44, subject: [['sha256', 'hash']] },
  evidence_switch: { kind: 64, subject: [['id', 'number']] },
} as const satisfies Record<string, EntryKindShape>;

interface EntryKindShape {
  readonly kind: number;
  readonly subject: readonly (readonly [name: string, form: 'uuid' | 'number' | 'text' | 'hash'])[];
}

export type EntryKind = keyof typeof entryKinds;

export const isEntryKind = (name: string): name is EntryKind => Object.hasOwn(entryKinds, name);

const names = new Map<number, EntryKind>();
for (const name of Object.keys(entryKinds)) if (isEntryKind(name)) names.set(entryKinds[name].kind, name);

/** The name of a kind, for a person; of one that this program does not know, its number. */
export const kindName = (kind: number): string => names.get(kind) ?? `kind-${kind}`;

/** One entry: `kind (1) | length of subject (1) | subject | SHA-256 of the record (32)`. */
export interface Entry {
  readonly kind: number;
  readonly subject: Buffer;
  /** Of the record as it was written; all zero when the row was removed. */
  readonly hash: Buffer;
  /** All of it: a leaf of the tree. */
  readonly bytes: Buffer;
}

const HASH = 32;

/** Entries that stand one behind the other; `undefined` when the bytes do not end with an entry. */
export function readEntries(bytes: Buffer): Entry[] | undefined {
  const entries: Entry[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = at + 2 + (bytes[at + 1] ?? 0) + HASH;
    if (end > bytes.length) return undefined;
    entries.push({
      kind: bytes[at] ?? 0,
      subject: bytes.subarray(at + 2, end - HASH),
      hash: bytes.subarray(end - HASH, end),
      bytes: bytes.subarray(at, end),
    });
    at = end;
  }
  return entries;
}

/** What every entry of a row begins with: for finding it. */
export const entryPrefix = (kind: EntryKind, subject: Buffer): Buffer =>
  Buffer.concat([Buffer.of(entryKinds[kind].kind, subject.length), subject]);

/** The id that 16 bytes of a subject are. */
export const uuidText = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Unix milliseconds at which the id of a subject was made: ids are UUID version 7. */
export const timeOfSubject = (subject: Buffer): number => subject.readUIntBE(0, 6);

export const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

/**
 * The entry that a record must have. The record names its own row, so an entry of one row does not fit another.
 *
 * @param record JSON text exactly as it was hashed
 * @returns `undefined` when it is no record of that kind
 */
export function entryOf(kind: EntryKind, record: string): Buffer | undefined {
  const members = parseObject(Buffer.from(record));
  if (!members) return undefined;
  const parts: Buffer[] = [];
  for (const [name, form] of entryKinds[kind].subject) {
    const part = subjectPart(members[name], form);
    if (!part) return undefined;
    parts.push(part);
  }
  return Buffer.concat([entryPrefix(kind, Buffer.concat(parts)), sha256(record)]);
}

function subjectPart(value: unknown, form: 'uuid' | 'number' | 'text' | 'hash'): Buffer | undefined {
  if (form === 'number') {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return undefined;
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(BigInt(value));
    return bytes;
  }
  if (typeof value !== 'string') return undefined;
  if (form === 'text') return Buffer.from(value);
  if (form === 'hash') return /^[0-9a-f]{64}$/.test(value) ? Buffer.from(value, 'hex') : undefined;
  const bytes = uuidBytes(value);
  return bytes.length === 16 ? bytes : undefined;
}
