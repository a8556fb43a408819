import pg from 'pg';
import { namedUrl } from './connection-url.js';
import { listener } from './listener.js';
import { types } from './sql-types.js';

/** The type of a row: an interface with its columns. */
export type Row = pg.QueryResultRow;

/** A statement with a name is planned once per connection: for the few statements that run very often. */
export interface Statement {
  /** At most 63 bytes, one name for one text. */
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** What a statement runs on: the pool, or one transaction. */
export interface Tx {
  /**
   * Runs one statement and gives its rows. `bigint` columns come as numbers, `timestamptz` as `Date`, `json` parsed
   * (ask for `body::text` to have it as written).
   *
   * @example
   * const rows = await sql.query<{ id: string }>('SELECT id FROM route WHERE code = $1', [code]);
   * const due = await sql.query<{ seq: number }>({ name: 'due', text: 'SELECT seq …', values: [lane] });
   */
  query<R extends Row>(statement: string | Statement, values?: readonly unknown[]): Promise<R[]>;
  /** Runs one statement and gives the number of rows it touched. */
  execute(statement: string | Statement, values?: readonly unknown[]): Promise<number>;
}

/** A bounded pool of connections to PostgreSQL. Database errors are thrown; `storeFault` says what they mean. */
export interface Sql extends Tx {
  /** Commits when `work` is done, rolls back when it throws. A connection that breaks on the way is thrown away. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Calls `onNotice` with the payload of every NOTIFY on the channel, until the returned function is called. One
   * connection serves all channels. When it breaks it is made again and every channel hears one empty notice,
   * because notices sent in between are lost: treat a notice as "look again", never as the news itself.
   */
  listen(channel: string, onNotice: (payload: string) => void): Promise<() => Promise<void>>;
  /** Closes all connections once their statements are done. */
  end(): Promise<void>;
}

export interface SqlOptions {
  readonly url: string;
  /** Connections at most; further statements wait. Default 10. */
  readonly connections?: number;
  /** How long to wait for a free or new connection, in milliseconds, before failing. Default 10 000. */
  readonly connectTimeout?: number;
  /** Longest run of one statement in milliseconds; the server cancels it after that. Default 30 000, 0 for none. */
  readonly statementTimeout?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Told of connections that broke while idle or between statements; nothing needs to be done about them. */
  readonly onBroken?: (error: Error) => void;
}

/** Opens the pool; connections are made when first needed. */
export function openSql(options: SqlOptions): Sql {
  const broken = options.onBroken ?? (() => undefined);
  const connection = {
    connectionString: namedUrl(options.url, options.name ?? 'tongguan'),
    application_name: options.name ?? 'tongguan',
    connectionTimeoutMillis: options.connectTimeout ?? 10_000,
    keepAlive: true,
    types,
  };
  const statementTimeout = options.statementTimeout ?? 30_000;
  const pool = new pg.Pool({
    ...connection,
    max: options.connections ?? 10,
    ...(statementTimeout > 0
      ? { statement_timeout: statementTimeout, idle_in_transaction_session_timeout: statementTimeout }
      : {}),
  });
  pool.on('error', broken);
  // A connection that is handed out has no listener of the pool's: without this one its loss would end the process.
  pool.on('connect', (client) => client.on('error', broken));
  const notices = listener(() => new pg.Client(connection), broken);
  return {
    ...statements(pool),
    transaction: (work) => inTransaction(pool, work),
    listen: (channel, onNotice) => notices.listen(channel, onNotice),
    async end() {
      await notices.end();
      await pool.end();
    },
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failure: unknown;
  try {
    await client.query('BEGIN');
    const value = await work(statements(client));
    await client.query('COMMIT');
    return value;
  } catch (error) {
    failure = await client.query('ROLLBACK').then(
      () => undefined,
      (second: unknown) => second,
    );
    throw error;
  } finally {
    client.release(failure !== undefined);
  }
}

function statements(on: pg.Pool | pg.PoolClient): Tx {
  const run = <R extends Row>(statement: string | Statement, values?: readonly unknown[]) =>
    typeof statement === 'string'
      ? on.query<R>(statement, values ? [...values] : [])
      : on.query<R>({ ...statement, values: [...(values ?? statement.values ?? [])] });
  return {
    query: async <R extends Row>(statement: string | Statement, values?: readonly unknown[]) =>
      (await run<R>(statement, values)).rows,
    execute: async (statement, values) => (await run(statement, values)).rowCount ?? 0,
  };
}
