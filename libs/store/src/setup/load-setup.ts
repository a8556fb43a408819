import { type Fault, fail, ok, type Result } from '#kernel';
import { storeFaults } from '../faults.js';
import type { Sql, Tx } from '../sql.js';
import type {
  Setup,
  SetupAgreement,
  SetupDestination,
  SetupKey,
  SetupMapping,
  SetupParticipant,
  SetupReceiptPreference,
  SetupRoute,
} from './setup.js';

/**
 * Opens what was sealed with the master key.
 *
 * @param place what it was sealed for, see `placeOfSecret`
 */
export type Open = (sealed: Buffer, place: string) => Result<Buffer, Fault>;

/** A destination's secrets are sealed for it alone: moved to another row they do not open. */
export const placeOfSecret = (destinationId: string): string => `destination:${destinationId}`;

export interface SetupLimits {
  /** Rows of each kind at most: the snapshot is held in memory by every process. */
  readonly rows: number;
}

export const setupLimits: SetupLimits = { rows: 100_000 };

type Nullable<T> = { [K in keyof T]: T[K] | null };

/**
 * One state of all tables: every statement of the transaction sees the same moment.
 *
 * @param known an earlier one: mappings that it has are taken from it
 */
export const loadSetup = (
  sql: Sql,
  open: Open,
  limits: SetupLimits,
  known?: Setup,
): Promise<Result<Setup, Fault>> =>
  sql.transaction(async (tx) => {
    await tx.execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const version = await setupVersion(tx);
    const read = async <R extends object>(text: string): Promise<R[]> =>
      tx.query<R & Record<string, unknown>>(`${text} LIMIT ${limits.rows + 1}`);
    const participants = await read<Nullable<SetupParticipant>>(participantRows);
    const keys = await read<Nullable<SetupKey> & { hash: string }>(keyRows);
    const agreements = await read<Nullable<SetupAgreement>>(agreementRows);
    const routes = await read<Nullable<SetupRoute>>(routeRows);
    const destinations = await read<DestinationRow>(destinationRows);
    const preferences = await read<SetupReceiptPreference>(preferenceRows);
    for (const rows of [participants, keys, agreements, routes, destinations, preferences])
      if (rows.length > limits.rows)
        return fail(storeFaults.make('STORE_SETUP_TOO_LARGE', { values: { limit: limits.rows } }));
    const mappings = await publishedMappings(tx, known?.mappings ?? new Map());
    const opened = destinations.map((row) => destination(row, open));
    return ok({
      version,
      participants: new Map(participants.map(present<SetupParticipant>).map((one) => [one.id, one])),
      keys: new Map(keys.map(({ hash, ...key }) => [hash, present<SetupKey>(key)])),
      agreements: agreements.map(present<SetupAgreement>),
      routes: routes.map(present<SetupRoute>),
      destinations: new Map(opened.map((one) => [one.id, one])),
      receiptPreferences: new Map(preferences.map((one) => [one.participantId, one])),
      mappings,
    });
  });

export async function setupVersion(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ version: string }>({
    name: 'setup-version',
    text: 'SELECT version::text AS version FROM setup_version',
  });
  return row?.version ?? '0';
}

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

const participantRows = `
  SELECT id, code, name_zh AS "nameZh", name_en AS "nameEn", kind, system, state,
    node_code AS "nodeCode", listed, gives, takes
  FROM participant ORDER BY id`;

const keyRows = `
  SELECT encode(hash, 'hex') AS hash, id, participant_id AS "participantId", role, ${ms('expires_at')} AS "expiresAt"
  FROM access_key WHERE revoked_at IS NULL ORDER BY id`;

/** Revoked ones explain decisions for a while; kept for ever they would only grow. */
const agreementRows = `
  SELECT id, owner_id AS "ownerId", consumer_id AS "consumerId", document_type AS "documentType", condition, fields, personal,
    purpose, ${ms('valid_from')} AS "validFrom", ${ms('valid_to')} AS "validTo", state, version
  FROM agreement WHERE state <> 'revoked' OR updated_at > now() - interval '30 days' ORDER BY id`;

const routeRows = `
  SELECT r.id, r.code, r.document_type AS "documentType", r.condition, r.destination_id AS "destinationId",
    d.participant_id AS "consumerId", r.priority, r.fallback, false AS "byConsumer", r.version,
    'DESTINATION_' || upper(d.barred) AS barred, NULL::text[] AS wanted, NULL AS format
  FROM route r JOIN destination d ON d.id = r.destination_id JOIN participant p ON p.id = d.participant_id
  WHERE r.state = 'enabled' AND p.state = 'active'
  UNION ALL
  SELECT s.id, p.code || '/' || s.code, type, s.condition, s.destination_id, s.participant_id, 0, false, true, s.version,
    'DESTINATION_' || upper(d.barred), s.fields, s.format
  FROM subscription s JOIN participant p ON p.id = s.participant_id JOIN destination d ON d.id = s.destination_id
    CROSS JOIN unnest(s.document_types) AS type
  WHERE s.state = 'active' AND p.state = 'active'
  ORDER BY 1, 3`;

const destinationRows = `
  SELECT id, participant_id AS "participantId", code, kind, state, config, secret_sealed AS sealed, version
  FROM destination ORDER BY id`;

const preferenceRows = `
  SELECT r.id, r.participant_id AS "participantId", r.destination_id AS "destinationId", r.kinds, r.version
  FROM receipt_preference r JOIN destination d ON d.id = r.destination_id JOIN participant p ON p.id = r.participant_id
  WHERE d.barred IS NULL AND p.state = 'active' ORDER BY r.participant_id`;

/** The rows of each kind as they are read, for counting them. */
const counted = [participantRows, keyRows, agreementRows, routeRows, destinationRows, preferenceRows];

/** Whether the set-up as this transaction sees it is one that every process can read. */
export const fitsSql = (limits: SetupLimits): string =>
  `SELECT ${counted
    .map((rows) => `(SELECT count(*) FROM (${rows} LIMIT ${limits.rows + 1}) AS x) <= ${limits.rows}`)
    .join(' AND ')} AS fits`;

/** Published mappings never change: only those that are new are read. */
async function publishedMappings(
  tx: Tx,
  known: ReadonlyMap<string, SetupMapping>,
): Promise<ReadonlyMap<string, SetupMapping>> {
  const inForce = await tx.query<{ id: string; adapterId: string }>(
    `SELECT id, adapter_id AS "adapterId" FROM mapping_version WHERE state = 'published' ORDER BY adapter_id`,
  );
  const news = inForce.filter(({ id, adapterId }) => known.get(adapterId)?.id !== id);
  const read = await tx.query<SetupMapping & Record<string, unknown>>(
    `SELECT id, adapter_id AS "adapterId", number, definition::json, codes::json FROM mapping_version WHERE id = ANY ($1::uuid[])`,
    [news.map(({ id }) => id)],
  );
  const byId = new Map([...known.values(), ...read].map((one) => [one.id, one]));
  return new Map(
    inForce.flatMap(({ id, adapterId }) => {
      const mapping = byId.get(id);
      return mapping ? [[adapterId, mapping] as const] : [];
    }),
  );
}

type DestinationRow = Omit<SetupDestination, 'secrets' | 'fault'> & { sealed: Buffer | null };

function destination({ sealed, ...row }: DestinationRow, open: Open): SetupDestination {
  if (!sealed) return { ...row, secrets: [] };
  const opened = open(sealed, placeOfSecret(row.id));
  return opened.ok
    ? { ...row, secrets: secretsOf(opened.value) }
    : { ...row, secrets: [], fault: opened.error };
}

/** The plain form of `destination.secret_sealed`: a JSON array, newest first. */
export function secretsOf(plain: Buffer): string[] {
  const value: unknown = JSON.parse(plain.toString('utf8'));
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** A row without the columns that are null. */
const present = <T extends object>(row: Nullable<T>): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
