import type { Fault } from '#kernel';
import { storeFaults } from './faults.js';

/** SQLSTATE classes and codes that say "not now": connection lost, too many, shutting down, starting, full. */
const passing = /^(08|53|57P0|57014|40001|40P01|55P03|25P03)/;
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
/** What node-postgres says without a code. */
const said =
  /timeout exceeded when trying to connect|Connection terminated|connection timeout|not queryable/i;

/** The SQLSTATE or system code of a database error, where it has one. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'driverError' in error ? codeOf(error.driverError) : undefined;
}

/** The name of the constraint that a statement ran against, where it was one. */
export function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint;
  return 'driverError' in error ? constraintOf(error.driverError) : undefined;
}

/**
 * What an error thrown by the database means to who asked: that it is worth trying again, or `undefined`, which is
 * a mistake of ours.
 */
export function storeFault(error: unknown): Fault | undefined {
  const code = codeOf(error) ?? '';
  const text = error instanceof Error ? error.message : String(error);
  if (!passing.test(code) && !network.has(code) && !said.test(text)) return undefined;
  return storeFaults.make('STORE_UNAVAILABLE', { values: { error: text || code } });
}
