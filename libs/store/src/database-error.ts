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
export const codeOf = (error: unknown): string | undefined => memberOf(error, 'code');

/** The name of the constraint that a statement ran against, where it was one. */
export const constraintOf = (error: unknown): string | undefined => memberOf(error, 'constraint');

/** TypeORM wraps the driver's error. Not `instanceof Error`: errors of Node itself may come from another realm. */
function memberOf(error: unknown, name: 'code' | 'constraint'): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, name);
  if (typeof value === 'string') return value;
  return 'driverError' in error && error.driverError !== error
    ? memberOf(error.driverError, name)
    : undefined;
}

/**
 * What an error thrown by the database means to who asked: that it is worth trying again, or `undefined`, which is
 * a mistake of ours.
 */
export function storeFault(error: unknown): Fault | undefined {
  const code = codeOf(error) ?? '';
  const text = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  if (!passing.test(code) && !network.has(code) && !said.test(text)) return undefined;
  return storeFaults.make('STORE_UNAVAILABLE', { values: { error: text || code } });
}
