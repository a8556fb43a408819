import { EventEmitter } from 'node:events';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';
import { messageOf } from './lane-error.js';

/**
 * SQLSTATE that says the server is going, coming or full: class 08 connection exception, 57P01 admin shutdown, 57P02
 * crash shutdown, 57P03 cannot connect now, 53300 too many connections. PostgreSQL manual, appendix A.
 */
const awayStates = /^(08...|57P0[123]|53300)$/;
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** What `pg` says without a code. */
const awayMessages =
  /Connection terminated|is not queryable|timeout exceeded when trying to connect|Query read timeout/;

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

  /** @param failed told of errors of connections, which must have a listener at all times or they end the process */
  constructor(
    private readonly pool: PgPool,
    failed: (error: unknown) => void,
  ) {
    // A connection that was given out is watched by nobody until its borrower listens, nor while BullMQ migrates.
    pool.on('connect', (client) => client.on('error', failed));
    // BullMQ takes every listener off a connection before it gives it back.
    if (pool instanceof EventEmitter) {
      pool.on('release', (_error: unknown, client: EventEmitter) => {
        if (!client.listeners('error').includes(failed)) client.on('error', failed);
      });
    }
  }

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
  if (isAway(error)) throw Object.assign(new Error(messageOf(error), { cause: error }), { code: AWAY });
  throw error;
}

function isAway(error: unknown): boolean {
  const code = sqlStateOf(error);
  return awayCodes.has(code) || awayStates.test(code) || awayMessages.test(messageOf(error));
}

/** The code of an error of PostgreSQL, or of the system; empty when it has none. */
export const sqlStateOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
