import { adapterFaults, adapters } from '#adapters';
import type { Fault } from '#kernel';
import type { DestinationConfig, DestinationKind } from '#store';
import { adminFaults } from './faults.js';

/** What can be said of a destination, by its kind. */
const members: { readonly [Kind in DestinationKind]: readonly (keyof DestinationConfig)[] } = {
  mailbox: [],
  webhook: ['url', 'batchLimit', 'timeout', 'ratePerSecond', 'urgent'],
  file: ['batchLimit', 'ratePerSecond', 'filename', 'format'],
  broker: [],
  peer: ['batchLimit', 'ratePerSecond', 'urgent'],
};

/** A member that a destination of this kind does not have. */
export function misplaced(kind: DestinationKind, wanted: object): Fault[] {
  const known: readonly string[] = members[kind];
  const member = Object.keys(wanted).find((one) => !known.includes(one));
  if (member === undefined) return [];
  const values = { kind, member, known: known.join(', ') };
  return [adminFaults.make('ADMIN_MEMBER_MISPLACED', { values, place: { pointer: `/${member}` } })];
}

/** A format is an adapter of this program. */
export function unknownFormat(format: string | null | undefined): Fault[] {
  if (typeof format !== 'string' || adapters.some(({ id }) => id === format)) return [];
  const values = { adapter: format.slice(0, 80) };
  return [adapterFaults.make('ADAPTER_UNKNOWN', { values, place: { pointer: '/format' } })];
}
