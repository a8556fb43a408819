import { randomBytes } from 'node:crypto';
import { sha256 } from '#evidence';
import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { federationFaults } from './faults.js';
import type { DatedKey } from './generated/directory.js';
import { isNodeEntry } from './schema.js';

/** The file by which a node joins: who invites, by which keys it is known, and the token that proves the invitation. */
export interface Invitation {
  readonly province: { readonly code: string; readonly endpoint: string; readonly keys: readonly DatedKey[] };
  /** The node that is invited. */
  readonly node: string;
  /** `tgi_` and 43 characters of base64url; works once. */
  readonly token: string;
  readonly expiresAt: string;
}

/** 256 random bits: the hash alone is kept. */
export const newToken = (): string => `tgi_${randomBytes(32).toString('base64url')}`;

export const tokenHash = (token: string): Buffer => sha256(token);

/** @param now Unix milliseconds */
export function readInvitation(value: unknown, self: string, now: number): Result<Invitation, Fault> {
  if (!isObject(value) || !isObject(value['province'])) return fail(invalid('no province'));
  const { code, endpoint, keys } = value['province'];
  const { node, token, expiresAt } = value;
  // The parts are those of an entry: its schema knows what they may be.
  const entry = { code, endpoint, keys, nameZh: '-', nameEn: '-', participants: [], sequence: 1 };
  const checked: unknown = { ...entry, issuedAt: '2026-01-01T00:00:00Z' };
  if (!isNodeEntry(checked)) return fail(invalid('province'));
  if (typeof token !== 'string' || !/^tgi_[\w-]{43}$/.test(token)) return fail(invalid('token'));
  if (typeof expiresAt !== 'string' || Number.isNaN(Date.parse(expiresAt))) return fail(invalid('expiresAt'));
  if (typeof node !== 'string') return fail(invalid('node'));
  if (node !== self) {
    const values = { invited: node, self };
    return fail(federationFaults.make('FEDERATION_INVITATION_OTHER', { values }));
  }
  if (Date.parse(expiresAt) <= now)
    return fail(federationFaults.make('FEDERATION_INVITATION_REFUSED', { values: { code: node } }));
  const province = { code: checked.code, endpoint: checked.endpoint, keys: checked.keys };
  return ok({ province, node, token, expiresAt });
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalid = (reason: string): Fault =>
  federationFaults.make('FEDERATION_INVITATION_INVALID', { values: { reason } });
