/** How a column stands in the record that is hashed. */
export type Form = 'uuid' | 'text' | 'number' | 'boolean' | 'time' | 'hex' | 'array' | 'digest';

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
  /** A few rows, entered anew as a whole when the triggers are made anew; so are those with all their columns. */
  readonly small?: boolean;
  /**
   * SQL over the row `t` and `$1`, the time in which watching ended: rows that the hub may have changed since, when they are
   * many and change in the course of their lives. They are entered anew when it watches again.
   */
  readonly unsettled?: string;
  /** Often written without a change of these columns: only what changes leaves an entry. */
  readonly sparing?: boolean;
  /** Rows are forgotten after these days: `Retention`. */
  readonly forgotten?: 'attemptDays' | 'readingDays';
  /** Whole months of it may be detached. */
  readonly monthly?: boolean;
}

export interface KeyColumn {
  readonly name: string;
  readonly as: 'uuid' | 'time' | 'text' | 'number' | 'hash';
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
    // A replay adds documents to one that is finished.
    unsettled: `t.finished_at IS NULL OR t.finished_at >= $1 OR t.interchange_id IN (
      SELECT interchange_id FROM document WHERE id >= uuid_at($1))`,
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
    unsettled: 't.finished_at IS NULL OR t.finished_at >= $1 OR t.created_at >= $1',
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
    kind: 40,
    table: 'membership',
    key: [{ name: 'province', as: 'text' }],
    columns: {
      province: 'text',
      province_endpoint: 'text',
      province_keys: 'digest',
      endpoint: 'text',
      joined_at: 'time',
    },
    events: ['INSERT', 'UPDATE', 'DELETE'],
    madeAt: 't.joined_at',
    small: true,
    sparing: true,
  },
  {
    kind: 41,
    table: 'directory',
    key: [{ name: 'version', as: 'number' }],
    columns: {
      version: 'number',
      issuer: 'text',
      issued_at: 'time',
      content_sha256: 'hex',
      signed: 'digest',
      received_at: 'time',
    },
    events: ['INSERT', 'UPDATE', 'DELETE'],
    madeAt: 't.received_at',
    small: true,
  },
  {
    kind: 42,
    table: 'node_entry',
    key: [{ name: 'node_code', as: 'text' }],
    columns: {
      node_code: 'text',
      sequence: 'number',
      signed: 'digest',
      entry: 'digest',
      state: 'text',
      revoked_at: 'time',
      updated_at: 'time',
    },
    events: ['INSERT', 'UPDATE', 'DELETE'],
    madeAt: 't.updated_at',
    small: true,
  },
  {
    kind: 43,
    table: 'node_invitation',
    key: id,
    columns: {
      id: 'uuid',
      node_code: 'text',
      token_hash: 'hex',
      created_at: 'time',
      expires_at: 'time',
      used_at: 'time',
    },
    events: ['INSERT', 'UPDATE', 'DELETE'],
    madeAt: 't.created_at',
    small: true,
  },
  {
    kind: 44,
    table: 'shared_item',
    key: [{ name: 'sha256', as: 'hash' }],
    columns: {
      sha256: 'hex',
      kind: 'text',
      name: 'text',
      version: 'text',
      note: 'text',
      content: 'digest',
      shared_at: 'time',
    },
    events: ['INSERT', 'UPDATE', 'DELETE'],
    madeAt: 't.shared_at',
    small: true,
  },
  {
    kind: 64,
    table: 'evidence_switch',
    key: [{ name: 'id', as: 'number' }],
    columns: { id: 'number', at: 'time', watching: 'boolean', definition: 'text' },
    events: ['INSERT'],
    madeAt: 't.at',
  },
];

/** Tables that are entered anew as a whole: what is not there then was removed before. */
export const isSmall = ({ columns, small }: Watched): boolean => columns === 'all' || small === true;
