import type { Fault, JsonObject } from '#kernel';
import type { Tx } from '../sql.js';

/** The federation that this node is in. Times are Unix milliseconds. */
export interface Membership {
  /** Code of the node that publishes the directory; this one's own at the province. */
  readonly province: string;
  readonly provinceEndpoint: string;
  /** Its keys as they are pinned: entries of `keys` in schemas/directory.schema.json. */
  readonly provinceKeys: readonly JsonObject[];
  readonly endpoint: string;
  /** Of the last entry that was announced. */
  readonly sequence: number;
  /** What that entry said, in hexadecimal. */
  readonly announced?: string;
  readonly checkedAt?: number;
  readonly fault?: Fault;
  readonly staleToldAt?: number;
  readonly joinedAt: number;
}

/** A directory as it was received, or published. */
export interface KeptDirectory {
  readonly version: number;
  readonly issuer: string;
  readonly issuedAt: number;
  /** Hash of what it says, in hexadecimal. */
  readonly content: string;
  readonly signed: string;
  readonly receivedAt: number;
}

const ms = (column: string, name: string): string =>
  `(extract(epoch FROM ${column}) * 1000)::float8 AS "${name}"`;

type Nullable<T> = { [K in keyof T]: T[K] | null };

export async function membership(tx: Tx): Promise<Membership | undefined> {
  const [row] = await tx.query<Nullable<Membership>>(
    `SELECT province, province_endpoint AS "provinceEndpoint", province_keys AS "provinceKeys", endpoint,
       sequence::float8 AS sequence, encode(announced_sha256, 'hex') AS announced, fault,
       ${ms('checked_at', 'checkedAt')}, ${ms('stale_told_at', 'staleToldAt')}, ${ms('joined_at', 'joinedAt')}
     FROM membership`,
  );
  return row && present<Membership>(row);
}

export async function latestDirectory(tx: Tx): Promise<KeptDirectory | undefined> {
  const [row] = await tx.query<KeptDirectory & Record<string, unknown>>(
    `SELECT version::float8 AS version, issuer, ${ms('issued_at', 'issuedAt')},
       encode(content_sha256, 'hex') AS content, signed, ${ms('received_at', 'receivedAt')}
     FROM directory ORDER BY directory.version DESC LIMIT 1`,
  );
  return row;
}

/**
 * Changes with the directory in use and with the keys that it is believed by: a question that is asked often.
 * `undefined` while there is none, or this node is in no federation.
 */
export async function directoryMark(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.query<{ mark: string }>(
    `SELECT d.version || ' ' || encode(d.content_sha256, 'hex') || ' ' || md5(m.province_keys::text) AS mark
     FROM membership m, (SELECT * FROM directory ORDER BY version DESC LIMIT 1) d`,
  );
  return row?.mark;
}

/** The version alone. */
export async function latestVersion(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'SELECT coalesce(max(version), 0)::float8 AS version FROM directory',
  );
  return row?.version ?? 0;
}

/** Longest that a look at the province may take; a process that died in one holds up no look for longer. */
const lookMs = 60_000;

/**
 * Of several processes one looks at the province at a time.
 *
 * @returns what to end the look with; `undefined`: another process is at it
 */
export async function beginLook(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.query<{ look: string }>(
    `UPDATE membership SET looking_until = clock_timestamp() + $1 * interval '1 millisecond'
     WHERE looking_until IS NULL OR looking_until < clock_timestamp() RETURNING looking_until::text AS look`,
    [lookMs],
  );
  return row?.look;
}

export async function endLook(tx: Tx, look: string): Promise<void> {
  await tx.execute('UPDATE membership SET looking_until = NULL WHERE looking_until = $1::timestamptz', [
    look,
  ]);
}

/**
 * Writes down how a look at the province ended, and tells every process that it did.
 *
 * @param answered whether the province has told that its directory is still the one here, or a good newer one
 * @param fault absent: well
 */
export async function noteLook(
  tx: Tx,
  now: number,
  answered: boolean,
  fault: Fault | undefined,
): Promise<void> {
  await tx.execute('UPDATE membership SET checked_at = coalesce($1, checked_at), fault = $2', [
    answered ? new Date(now) : null,
    fault === undefined ? null : JSON.stringify(fault),
  ]);
  await tx.execute('NOTIFY directory_checked');
}

/** What the province has taken from this node. */
export async function noteAnnounced(tx: Tx, sequence: number, announced: Buffer): Promise<void> {
  await tx.execute('UPDATE membership SET sequence = greatest(sequence, $1), announced_sha256 = $2', [
    sequence,
    announced,
  ]);
}

/**
 * Tells the administration once that the directory is old; with `undefined` forgets that it was told, as a newer one
 * has come.
 *
 * @returns whether it was told now
 */
export async function tellStale(
  tx: Tx,
  notice: { readonly id: string; readonly at: number; readonly fault: Fault } | undefined,
): Promise<boolean> {
  if (!notice) {
    await tx.execute('UPDATE membership SET stale_told_at = NULL WHERE stale_told_at IS NOT NULL');
    return false;
  }
  const told = await tx.execute('UPDATE membership SET stale_told_at = $1 WHERE stale_told_at IS NULL', [
    new Date(notice.at),
  ]);
  if (told === 0) return false;
  await tx.execute(
    `INSERT INTO notice (id, at, participant_id, kind, subject_type, subject_id, fault)
     SELECT $1, $2, p.id, 'directory-stale', 'directory', m.province, $3
     FROM membership m, participant p WHERE p.code = 'administration'`,
    [notice.id, new Date(notice.at), JSON.stringify(notice.fault)],
  );
  return true;
}

/** A row without the columns that are null. */
const present = <T extends object>(row: Nullable<T>): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
