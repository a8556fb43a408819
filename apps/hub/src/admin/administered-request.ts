import type { FastifyRequest } from 'fastify';
import type { Fault } from '#kernel';
import type { Actor } from '#store';
import { callerOf } from '../http/caller.js';
import { gatewayFaults } from '../http/faults.js';
import { ProblemException } from '../http/problem.js';
import { adminFaults } from './faults.js';
import { checkRequest } from './request-schemas.js';
import type { Requests } from './requests.js';

const longestReason = 500;

/** What a request asks for, and who asks. */
export interface Asked<N extends keyof Requests> {
  readonly wanted: Omit<Requests[N], 'reason'>;
  readonly actor: Actor;
}

/**
 * Reads the body by the schema of that name; no body counts as an empty object.
 *
 * @param reason whether the act needs one: what takes something away does
 * @throws ProblemException with every violation
 */
export function asked<N extends keyof Requests>(
  request: FastifyRequest,
  name: N,
  reason: 'needed' | 'welcome' = 'welcome',
): Asked<N> {
  const checked = checkRequest(name, parse(request.body));
  if ('faults' in checked) throw new ProblemException(checked.faults);
  const { reason: given, ...wanted } = checked.value;
  const actor = actorOf(request, given);
  if (reason === 'needed' && actor.reason === undefined) {
    const place = { pointer: '/reason' };
    throw new ProblemException([adminFaults.make('ADMIN_REASON_MISSING', { place })]);
  }
  return { wanted, actor };
}

/** The server hands bodies over as bytes. */
function parse(body: unknown): unknown {
  if (body === undefined || body === null) return {};
  if (!Buffer.isBuffer(body)) return body;
  if (body.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemException([gatewayFaults.make('GATEWAY_JSON_BROKEN', { values: { reason } })]);
  }
}

/** Who acts, and why: the reason of the body, else of the header. */
function actorOf(request: FastifyRequest, given: string | undefined): Actor {
  const { participantId, keyId, address } = callerOf(request);
  const reason = given ?? headerReason(request.headers['x-reason']);
  return { participantId, keyId, address, ...(reason === undefined ? {} : { reason }) };
}

/** Node gives header bytes as Latin-1: what was sent as UTF-8, plain or percent-encoded, is made whole again. */
function headerReason(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string' || header.trim() === '') return undefined;
  const text = readable(header).trim();
  if (text.length > longestReason)
    throw new ProblemException([adminFaults.make('ADMIN_REASON_MISSING', { place: { path: 'X-Reason' } })]);
  return text;
}

function readable(header: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
    return /%[0-9a-f]{2}/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return header;
  }
}

/** The version that a change is about; `undefined` for any. RFC 9110 §13.1.1. */
export function versionWanted(request: FastifyRequest, needed: boolean): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined) {
    if (needed) throw new ProblemException([adminFaults.make('ADMIN_IF_MATCH_MISSING')]);
    return undefined;
  }
  if (header.trim() === '*') return undefined;
  const version = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header)?.[1];
  if (version === undefined) throw new ProblemException([adminFaults.make('ADMIN_IF_MATCH_INVALID')]);
  return Number(version);
}

/** @throws ProblemException with all of them, if there are any */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new ProblemException(faults);
}
