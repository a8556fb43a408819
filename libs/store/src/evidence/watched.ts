/** How a column stands in the record that is hashed. */
type Form = 'uuid' | 'text' | 'number' | 'boolean' | 'time' | 'hex' | 'array' | 'digest';

/** A table whose rows are evidence. */
export interface Watched {
  /** Stands before every entry; never given to anything else. A changed list of columns is a new kind. */
  readonly kind: number;
  readonly table: string;
  /** The primary key. */
  readonly key: readonly KeyColumn[];
  /** What is hashed of a row; `all`: the whole row, for tables of a few thousand rows at most. */
  readonly columns: Readonly<Record<string, Form>> | 'all';
  readonly events: readonly ('INSERT' | 'UPDATE' | 'DELETE')[];
  /** A column that is too large to be hashed again: its SHA-256 stands in another, which is. */
  readonly content?: { readonly column: string; readonly json: boolean };
  /** SQL over the row `t`: when it was made. Those made while nobody watched have no entry. */
  readonly madeAt: string;
  /** SQL over the row `t`: when written first it leaves no entry, because another row says all that it says. */
  readonly implied?: string;
  /** Rows are forgotten after these days: `Retention`. */
  readonly forgotten?: 'attemptDays' | 'readingDays';
  /** Whole months of it may be detached. */
  readonly monthly?: boolean;
}

interface KeyColumn {
  readonly name: string;
  readonly as: 'uuid' | 'time' | 'text' | 'number';
}

const id: readonly KeyColumn[] = [{ name: 'id', as: 'uuid' }];
const timeOf = (column: string): string =>
  `to_timestamp(('x' || substr(replace(t.${column}::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)`;

const setUp = (kind: number, table: string, key: KeyColumn = { name: 'id', as: 'uuid' }): Watched => ({
  kind,
  table,
  key: [key],
  columns: 'all',
  events: ['INSERT', 'UPDATE', 'DELETE'],
  madeAt: 't.created_at',
});

/**
 * What the chain is over. Every row that the hub writes into these tables leaves an entry, and the last entry of a row
 * is of the row as it is.
 */
export const watched: readonly Watched[] = [
  {
    kind: 1,
    table: 'interchange',
    key: id,
    columns: {
      id: 'uuid',
      participant_id: 'uuid',
      received_at: 'time',
      channel: 'text',
      content_type: 'text',
      adapter_hint: 'text',
      idempotency_key: 'text',
      sha256: 'hex',
      size: 'number',
    },
    events: ['INSERT'],
    content: { column: 'body', json: false },
    madeAt: timeOf('id'),
    monthly: true,
  },
  {
    kind: 2,
    table: 'document',
    key: id,
    columns: {
      id: 'uuid',
      interchange_id: 'uuid',
      ordinal: 'number',
      type: 'text',
      schema_version: 'text',
      origin_node: 'text',
      sender_id: 'uuid',
      occurred_at: 'time',
      received_at: 'time',
      keys: 'array',
      order_key: 'text',
      supersedes: 'uuid',
      sha256: 'hex',
      size: 'number',
      mapping_version: 'text',
    },
    events: ['INSERT'],
    content: { column: 'body', json: true },
    madeAt: timeOf('id'),
    monthly: true,
  },
  {
    kind: 3,
    table: 'decision',
    key: [
      { name: 'document_id', as: 'uuid' },
      { name: 'decided_at', as: 'time' },
    ],
    columns: { document_id: 'uuid', decided_at: 'time', decisions: 'digest' },
    events: ['INSERT'],
    madeAt: 't.decided_at',
  },
  {
    kind: 4,
    table: 'normalisation',
    key: [{ name: 'interchange_id', as: 'uuid' }],
    columns: {
      interchange_id: 'uuid',
      seq: 'number',
      participant_id: 'uuid',
      state: 'text',
      attempts: 'number',
      adapter_id: 'text',
      mapping_version: 'text',
      identity: 'text',
      duplicate_of: 'uuid',
      document_ids: 'array',
      faults: 'digest',
      finished_at: 'time',
    },
    events: ['INSERT', 'UPDATE'],
    madeAt: timeOf('interchange_id'),
    implied: `t.state = 'pending' AND t.attempts = 0`,
  },
  {
    kind: 5,
    table: 'delivery',
    key: [
      { name: 'destination_id', as: 'uuid' },
      { name: 'document_id', as: 'uuid' },
    ],
    columns: {
      destination_id: 'uuid',
      document_id: 'uuid',
      seq: 'number',
      state: 'text',
      route_id: 'uuid',
      agreement_id: 'uuid',
      order_key: 'text',
      attempts: 'number',
      due_at: 'time',
      position: 'number',
      replayed: 'boolean',
      fault: 'digest',
      created_at: 'time',
      finished_at: 'time',
      agreement_version: 'number',
      wanted: 'array',
      format: 'text',
      also: 'array',
    },
    events: ['INSERT', 'UPDATE'],
    madeAt: 't.created_at',
  },
  {
    kind: 6,
    table: 'attempt',
    key: id,
    columns: {
      id: 'uuid',
      destination_id: 'uuid',
      started_at: 'time',
      ms: 'number',
      outcome: 'text',
      status: 'number',
      error: 'text',
      response_head: 'text',
      first_seq: 'number',
      last_seq: 'number',
      seqs: 'array',
      request: 'text',
    },
    events: ['INSERT'],
    madeAt: timeOf('id'),
    forgotten: 'attemptDays',
  },
  {
    kind: 7,
    table: 'reading',
    key: id,
    columns: {
      id: 'uuid',
      at: 'time',
      participant_id: 'uuid',
      key_id: 'uuid',
      role: 'text',
      address: 'text',
      what: 'text',
      subject_id: 'uuid',
      document_ids: 'array',
      first_position: 'number',
      last_position: 'number',
    },
    events: ['INSERT'],
    madeAt: timeOf('id'),
    forgotten: 'readingDays',
  },
  {
    kind: 8,
    table: 'audit_event',
    key: id,
    columns: {
      id: 'uuid',
      at: 'time',
      actor_participant_id: 'uuid',
      actor_key_id: 'uuid',
      address: 'text',
      action: 'text',
      subject_type: 'text',
      subject_id: 'text',
      reason: 'text',
      before: 'digest',
      after: 'digest',
    },
    events: ['INSERT'],
    madeAt: timeOf('id'),
  },
  {
    kind: 9,
    table: 'document_proof',
    key: [{ name: 'document_id', as: 'uuid' }],
    columns: {
      document_id: 'uuid',
      origin_node: 'text',
      from_node: 'text',
      hops: 'array',
      expires_at: 'time',
      proof: 'digest',
      created_at: 'time',
    },
    events: ['INSERT', 'UPDATE', 'DELETE'],
    madeAt: 't.created_at',
  },
  {
    kind: 10,
    table: 'custody_receipt',
    key: [
      { name: 'document_id', as: 'uuid' },
      { name: 'node_code', as: 'text' },
    ],
    columns: { document_id: 'uuid', node_code: 'text', receipt: 'digest', received_at: 'time' },
    events: ['INSERT', 'UPDATE', 'DELETE'],
    madeAt: 't.received_at',
  },
  setUp(32, 'participant'),
  setUp(33, 'access_key'),
  setUp(34, 'agreement'),
  setUp(35, 'destination'),
  setUp(36, 'route'),
  setUp(37, 'subscription'),
  setUp(38, 'mapping_version'),
  setUp(39, 'node_key', { name: 'kid', as: 'text' }),
  {
    kind: 64,
    table: 'evidence_switch',
    key: [{ name: 'id', as: 'number' }],
    columns: { id: 'number', at: 'time', watching: 'boolean', definition: 'text' },
    events: ['INSERT'],
    madeAt: 't.at',
  },
];

const forms: Record<Form, (column: string) => string> = {
  uuid: (column) => `'"' || ${column} || '"'`,
  text: (column) => `to_json(${column})::text`,
  number: (column) => `${column}::text`,
  boolean: (column) => `${column}::text`,
  time: (column) => `${micros(column)}::text`,
  hex: (column) => `'"' || encode(${column}, 'hex') || '"'`,
  array: (column) => `array_to_json(${column})::text`,
  digest: (column) => `'"' || encode(sha256(convert_to(${column}::text, 'UTF8')), 'hex') || '"'`,
};

/** Microseconds since 1970: the same whatever the time zone of the session is. */
const micros = (column: string): string => `(extract(epoch FROM ${column}) * 1000000)::bigint`;

const keyForms: Record<KeyColumn['as'], (column: string) => string> = {
  uuid: (column) => `uuid_send(${column})`,
  time: (column) => `int8send(${micros(column)})`,
  text: (column) => `convert_to(${column}, 'UTF8')`,
  number: (column) => `int8send(${column})`,
};

/**
 * SQL over a row `t`: the record that is hashed, JSON text with a member for each column. Times are microseconds since
 * 1970, `digest` columns stand as the SHA-256 of their text. Of a whole row it is what `to_jsonb` makes of it in UTC.
 */
export function recordSql({ columns }: Watched): string {
  if (columns === 'all') return 'to_jsonb(t)::text';
  const members = Object.entries(columns).map(
    ([name, form], at) =>
      `'${at === 0 ? '{' : ','}"${name}":' || coalesce(${forms[form](`t.${name}`)}, 'null')`,
  );
  return `${members.join(' || ')} || '}'`;
}

/** SQL over a row `t`: the key as bytes, fixed in length but for a text, which comes last. */
export const subjectSql = ({ key }: Watched): string =>
  key.map(({ name, as }) => keyForms[as](`t.${name}`)).join(' || ');

/** SQL over a row `t`: `kind (1) | length of subject (1) | subject | SHA-256 of the record (32)`. */
export function entrySql(table: Watched, gone = false): string {
  const kind = `'\\x${table.kind.toString(16).padStart(2, '0')}'::bytea`;
  const hash = gone ? `'\\x${'00'.repeat(32)}'::bytea` : `sha256(convert_to(${recordSql(table)}, 'UTF8'))`;
  const subject = subjectSql(table);
  const sizes = { uuid: 16, time: 8, number: 8 };
  const fixed = table.key.every(({ as }) => as !== 'text');
  const length = fixed
    ? `'\\x${table.key
        .reduce((sum, { as }) => sum + (as === 'text' ? 0 : sizes[as]), 0)
        .toString(16)
        .padStart(2, '0')}'::bytea`
    : `set_byte('\\x00'::bytea, 0, octet_length(${subject}))`;
  return `${kind} || ${length} || ${subject} || ${hash}`;
}

/** SQL over `s.subject`: the key columns again, for finding the row of an entry. */
export function keyOfSubjectSql({ key }: Watched): readonly string[] {
  let at = 1;
  return key.map(({ as }) => {
    const size = as === 'uuid' ? 16 : 8;
    const from = at;
    const part = `substring(s.subject FROM ${from} FOR ${size})`;
    at += size;
    const number = `('x' || encode(${part}, 'hex'))::bit(64)::bigint`;
    if (as === 'uuid') return `encode(${part}, 'hex')::uuid`;
    if (as === 'text') return `convert_from(substring(s.subject FROM ${from}), 'UTF8')`;
    return as === 'number' ? number : `(timestamptz 'epoch' + ${number} * interval '1 microsecond')`;
  });
}

/** SQL over a row `t`: what its `sha256` is of, as bytes. */
export const contentSql = ({ content }: Watched): string =>
  content
    ? content.json
      ? `convert_to(t.${content.column}::text, 'UTF8')`
      : `t.${content.column}`
    : 'NULL::bytea';
