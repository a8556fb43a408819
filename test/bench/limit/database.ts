import { createHash } from 'node:crypto';
import pg from 'pg';

/** A message that was read and validated, to be stored with its document and the sink it is owed to. */
export interface Stored {
  readonly id: string;
  readonly receivedAt: number;
  readonly body: Buffer;
  /** The document as JSON text. */
  readonly document: string;
  readonly sink: number;
}

export interface Owed {
  readonly id: string;
  readonly document: string;
  readonly sink: number;
}

export interface Database {
  /** One statement, one commit: the message, its document, and the delivery owed. Durable when it resolves. */
  store(batch: readonly Stored[]): Promise<void>;
  markDelivered(ids: readonly string[]): Promise<void>;
  /** What was stored and not marked, oldest first: owed again after a crash. */
  unfinished(): Promise<Owed[]>;
  end(): Promise<void>;
}

const tables = `
  CREATE TABLE IF NOT EXISTS interchange (
    id uuid PRIMARY KEY, received_at timestamptz NOT NULL, sha256 bytea NOT NULL, body bytea STORAGE EXTERNAL NOT NULL
  ) WITH (toast_tuple_target = 8160);
  CREATE TABLE IF NOT EXISTS document (id uuid PRIMARY KEY, body json NOT NULL) WITH (toast_tuple_target = 8160);
  CREATE TABLE IF NOT EXISTS delivery (id uuid PRIMARY KEY, sink smallint NOT NULL, delivered_at timestamptz);
`;

const store = `
  WITH input AS MATERIALIZED (
    SELECT * FROM unnest($1::uuid[], $2::float8[], $3::bytea[], $4::int[], $5::int[], $6::int[], $7::int[], $8::smallint[])
      AS t (id, received, sha256, body_at, body_size, document_at, document_size, sink)
  ), interchanges AS (
    INSERT INTO interchange SELECT id, to_timestamp(received / 1000), sha256, substring($9::bytea FROM body_at FOR body_size)
    FROM input
  ), documents AS (
    INSERT INTO document SELECT id, convert_from(substring($10::bytea FROM document_at FOR document_size), 'UTF8')::json
    FROM input
  )
  INSERT INTO delivery SELECT id, sink FROM input`;

export async function openDatabase(url: string, connections: number): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // A pool says that it has ended before its connections have: what the server tells them then is no failure.
  const ignore = (): void => undefined;
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  await pool.query(tables);
  return {
    async store(batch) {
      const bodies = batch.map((one) => one.body);
      const documents = batch.map((one) => Buffer.from(one.document));
      const hashes = bodies.map((body) => `"\\\\x${createHash('sha256').update(body).digest('hex')}"`);
      await pool.query({
        name: 'store',
        text: store,
        values: [
          list(batch.map((one) => one.id)),
          list(batch.map((one) => one.receivedAt)),
          list(hashes),
          list(starts(bodies)),
          list(bodies.map((one) => one.length)),
          list(starts(documents)),
          list(documents.map((one) => one.length)),
          list(batch.map((one) => one.sink)),
          Buffer.concat(bodies),
          Buffer.concat(documents),
        ],
      });
    },
    async markDelivered(ids) {
      await pool.query({
        name: 'mark',
        text: 'UPDATE delivery SET delivered_at = now() WHERE id = ANY ($1::uuid[])',
        values: [list(ids)],
      });
    },
    async unfinished() {
      const result = await pool.query<Owed>(
        `SELECT id, sink, body::text AS document FROM delivery JOIN document USING (id)
         WHERE delivered_at IS NULL ORDER BY id`,
      );
      return result.rows;
    },
    end: () => pool.end(),
  };
}

/** An array literal of values that need no quoting. */
const list = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;

/** Where each part begins in their concatenation, counted from 1. */
function starts(parts: readonly Buffer[]): number[] {
  let at = 1;
  return parts.map((part) => (at += part.length) - part.length);
}
