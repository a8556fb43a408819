import { adapterFaults, adapters } from '#adapters';
import { brokerFaults, isTopic, unknownBroker, type BrokerSettings } from '#brokers';
import type { Fault } from '#kernel';
import type { DestinationConfig, DestinationKind } from '#store';
import { adminFaults } from './faults.js';

/** What can be said of a destination, by its kind. */
const members: { readonly [Kind in DestinationKind]: readonly (keyof DestinationConfig)[] } = {
  mailbox: [],
  webhook: ['url', 'batchLimit', 'timeout', 'ratePerSecond', 'urgent'],
  file: ['batchLimit', 'ratePerSecond', 'filename', 'format'],
  broker: ['broker', 'topic', 'batchLimit', 'timeout', 'ratePerSecond', 'urgent'],
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

/** Webhooks alone are signed. */
export const unsigned = (kind: DestinationKind, signature: unknown): Fault[] =>
  signature === undefined || kind === 'webhook' ? [] : misplaced(kind, { signature });

/** A format is an adapter of this program. */
export function unknownFormat(format: string | null | undefined): Fault[] {
  if (typeof format !== 'string' || adapters.some(({ id }) => id === format)) return [];
  const values = { adapter: format.slice(0, 80) };
  return [adapterFaults.make('ADAPTER_UNKNOWN', { values, place: { pointer: '/format' } })];
}

/**
 * A broker is one that the node is set up for, and the topic one that it can have.
 *
 * @param now what stays where nothing else is wanted
 */
export function brokerMisplaced(
  wanted: Pick<DestinationConfig, 'broker' | 'topic'>,
  brokers: ReadonlyMap<string, BrokerSettings>,
  now: DestinationConfig = {},
): Fault[] {
  const { broker = now.broker, topic = now.topic } = wanted;
  if ((wanted.broker ?? wanted.topic) === undefined || broker === undefined) return [];
  const settings = brokers.get(broker);
  if (!settings) return [{ ...unknownBroker(broker, brokers), place: { pointer: '/broker' } }];
  if (topic === undefined || isTopic(settings.kind, topic)) return [];
  const values = { topic, kind: settings.kind };
  return [brokerFaults.make('BROKER_TOPIC', { values, place: { pointer: '/topic' } })];
}

/** Where at a broker documents go is not for its receiver to say: the broker is the node's. */
export function administeredAlone(wanted: Pick<DestinationConfig, 'broker' | 'topic'>): Fault[] {
  const member = (['broker', 'topic'] as const).find((one) => wanted[one] !== undefined);
  if (member === undefined) return [];
  return [
    adminFaults.make('ADMIN_MEMBER_ADMINISTERED', { values: { member }, place: { pointer: `/${member}` } }),
  ];
}
