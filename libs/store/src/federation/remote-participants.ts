import { uuidv7 } from '#kernel';
import type { AgencySystem, ParticipantKind } from '../entities/participant.entity.js';
import type { Tx } from '../sql.js';

/** A participant of another node, or that node itself, as a directory tells of it. */
export interface RemoteParticipant {
  /** `customs@yingkou`, or `yingkou` for the node itself. */
  readonly code: string;
  readonly nodeCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: ParticipantKind;
  readonly system?: AgencySystem;
  readonly gives: readonly string[];
  readonly takes: readonly string[];
  /** Whether its node is in force. */
  readonly active: boolean;
}

/** What taking a directory over has come to: codes of participants. */
export interface Takeover {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly withdrawn: readonly string[];
  readonly restored: readonly string[];
  /** Nodes that cannot be known here, as a participant of this node has their code. */
  readonly conflicting: readonly string[];
}

interface Existing {
  id: string;
  code: string;
  state: string;
  withdrawn: boolean;
  nodeCode: string | null;
  described: string;
}

/**
 * Makes the participants of other nodes what a directory says: those it has are added, changed or restored, those it
 * has no longer, and those of revoked nodes, are suspended. Every node gets its one destination of kind `peer`.
 * Nothing is ever deleted, and whom an administrator suspended stays so.
 */
export async function takeOver(
  tx: Tx,
  participants: readonly RemoteParticipant[],
  now: number,
): Promise<Takeover> {
  const existing = await tx.query<Existing & Record<string, unknown>>(
    `SELECT id, code, state, withdrawn, node_code AS "nodeCode",
       jsonb_build_array(name_zh, name_en, kind, system, gives, takes)::text AS described
     FROM participant WHERE node_code IS NOT NULL OR code = ANY ($1) FOR UPDATE`,
    [participants.map(({ code }) => code)],
  );
  const known = new Map(existing.map((row) => [row.code, row]));
  const wanted = new Map(participants.map((one) => [one.code, one]));
  const conflicting = participants.filter(({ code }) => known.get(code)?.nodeCode === null);
  const added = participants.filter((one) => one.active && !known.has(one.code));
  const remote = existing.filter(({ nodeCode }) => nodeCode !== null);
  const inForce = (row: Existing): boolean => wanted.get(row.code)?.active ?? false;
  const withdrawn = remote.filter((row) => !row.withdrawn && row.state === 'active' && !inForce(row));
  const restored = remote.filter((row) => row.withdrawn && inForce(row));
  await insert(tx, added, now);
  const changed = await update(tx, participants);
  await tx.execute(
    `UPDATE participant SET state = 'suspended', withdrawn = true, version = version + 1, updated_at = now()
     WHERE id = ANY ($1)`,
    [withdrawn.map(({ id }) => id)],
  );
  await tx.execute(
    `UPDATE participant SET state = 'active', withdrawn = false, version = version + 1, updated_at = now()
     WHERE id = ANY ($1)`,
    [restored.map(({ id }) => id)],
  );
  await peerDestinations(tx, now);
  const codes = (rows: readonly { code: string }[]): string[] => rows.map(({ code }) => code).sort();
  return {
    added: codes(added),
    changed: changed.sort(),
    withdrawn: codes(withdrawn),
    restored: codes(restored),
    conflicting: codes(conflicting),
  };
}

async function insert(tx: Tx, added: readonly RemoteParticipant[], now: number): Promise<void> {
  if (added.length === 0) return;
  const rows = added.map((one) => ({ ...columnsOf(one), id: uuidv7(now) }));
  await tx.execute(
    `INSERT INTO participant (id, code, node_code, name_zh, name_en, kind, system, gives, takes)
     SELECT id, code, node_code, name_zh, name_en, kind, system,
       ARRAY(SELECT jsonb_array_elements_text(gives)), ARRAY(SELECT jsonb_array_elements_text(takes))
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, ${recordColumns})`,
    [JSON.stringify(rows)],
  );
}

/** Gives the codes of those that are not as they were. */
async function update(tx: Tx, participants: readonly RemoteParticipant[]): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    `UPDATE participant p SET name_zh = r.name_zh, name_en = r.name_en, kind = r.kind, system = r.system,
       gives = r.new_gives, takes = r.new_takes, version = p.version + 1, updated_at = now()
     FROM (
       SELECT *, ARRAY(SELECT jsonb_array_elements_text(gives)) AS new_gives,
         ARRAY(SELECT jsonb_array_elements_text(takes)) AS new_takes
       FROM jsonb_to_recordset($1::jsonb) AS r(${recordColumns})) r
     WHERE p.code = r.code AND p.node_code IS NOT NULL
       AND (p.name_zh, p.name_en, p.kind, p.system, p.gives, p.takes)
         IS DISTINCT FROM (r.name_zh, r.name_en, r.kind, r.system, r.new_gives, r.new_takes)
     RETURNING p.code`,
    [JSON.stringify(participants.map(columnsOf))],
  );
  return rows.map(({ code }) => code);
}

const recordColumns =
  'code text, node_code text, name_zh text, name_en text, kind text, system text, gives jsonb, takes jsonb';

const columnsOf = (one: RemoteParticipant) => ({
  code: one.code,
  node_code: one.nodeCode,
  name_zh: one.nameZh,
  name_en: one.nameEn,
  kind: one.kind,
  system: one.system ?? null,
  gives: one.gives,
  takes: one.takes,
});

/** One for each node, and none that takes anything for a node that is withdrawn. */
async function peerDestinations(tx: Tx, now: number): Promise<void> {
  const missing = await tx.query<{ id: string }>(
    `SELECT p.id FROM participant p WHERE p.node_code IS NOT NULL AND p.kind = 'node'
       AND NOT EXISTS (SELECT FROM destination d WHERE d.participant_id = p.id AND d.kind = 'peer')`,
  );
  if (missing.length > 0)
    await tx.execute(
      `INSERT INTO destination (id, participant_id, code, kind)
       SELECT id, participant_id, 'peer', 'peer' FROM unnest($1::uuid[], $2::uuid[]) AS r(id, participant_id)`,
      [missing.map(() => uuidv7(now)), missing.map(({ id }) => id)],
    );
  await tx.execute(
    `UPDATE destination d SET state = CASE WHEN p.withdrawn THEN 'disabled' ELSE 'active' END,
       version = d.version + 1, updated_at = now()
     FROM participant p WHERE p.id = d.participant_id AND d.kind = 'peer' AND p.node_code IS NOT NULL
       AND (p.withdrawn AND d.state <> 'disabled' OR NOT p.withdrawn AND p.state = 'active' AND d.state = 'disabled')`,
  );
}
