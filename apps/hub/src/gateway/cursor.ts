import { gatewayFaults } from '../http/faults.js';
import { ProblemException } from '../http/problem.js';

/** A cursor is opaque to its holder and belongs to one list: it says which. */
export function encodeCursor(list: string, at: string | number): string {
  return Buffer.from(`${list} ${at}`).toString('base64url');
}

export function decodeCursor(list: string, cursor: string | undefined): string | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const at = text.slice(list.length + 1);
  if (!text.startsWith(`${list} `) || at === '') throw badParameter('cursor', 'not a cursor of this list');
  return at;
}

export const badParameter = (parameter: string, reason: string): ProblemException =>
  new ProblemException([gatewayFaults.make('GATEWAY_PARAMETER_INVALID', { values: { parameter, reason } })]);

export const notFound = (what: string): ProblemException =>
  new ProblemException([gatewayFaults.make('GATEWAY_NOT_FOUND', { values: { what } })]);

/** @param most the page size that is never exceeded */
export function pageSize(text: string | undefined, standard: number, most: number): number {
  if (text === undefined) return standard;
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > most) throw badParameter('limit', `1 to ${most}`);
  return size;
}

export function instant(parameter: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw badParameter(parameter, 'an ISO 8601 date-time');
  return at;
}
