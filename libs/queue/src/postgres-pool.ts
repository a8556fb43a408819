import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';

/**
 * SQLSTATE that says the server is going, coming or full: class 08 connection exception, 57P01 admin shutdown, 57P02
 * crash shutdown, 57P03 cannot connect now, 53300 too many connections. PostgreSQL manual, appendix A.
 */
const awayStates = /^(08...|57P0[123]|53300)$/;
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** What `pg` says without a code. */
const awayMessages = /Connection terminated|timeout exceeded when trying to connect|Query read timeout/;

/** The code that BullMQ takes for a lost connection. */
export const AWAY = 'ECONNREFUSED';

/**
 * The one pool all queues and workers of a process share, dressed for BullMQ.
 *
 * BullMQ waits before it repeats an operation only when the error is ECONNREFUSED; a server that is shutting down or
 * starting up says something else and would be asked again in a tight loop. So every way a server can be away is given
 * that code. And BullMQ adds an error listener to the pool for each queue and worker, while one is enough.
 */
export class PostgresPool implements PgPool {
  /** BullMQ reads it: the listening connections have TCP keep-alive, so it need not poll to notice a lost one. */
  readonly options = { keepAlive: true };

  constructor(private readonly pool: PgPool) {}

  async query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    return this.pool.query<R>(text, params).catch(asAway);
  }

  async connect(): Promise<PgPoolClient> {
    return this.pool.connect().catch(asAway);
  }

  /** The pool is ended by whoever opened it. */
  async end(): Promise<void> {
    return Promise.resolve();
  }

  on(): this {
    return this;
  }

  removeAllListeners(): this {
    return this;
  }
}

function asAway(error: unknown): never {
  if (error instanceof Error && isAway(error)) {
    throw Object.assign(new Error(error.message, { cause: error }), { code: AWAY });
  }
  throw error;
}

function isAway(error: Error): boolean {
  const code = sqlStateOf(error);
  return awayCodes.has(code) || awayStates.test(code) || awayMessages.test(error.message);
}

export const sqlStateOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
