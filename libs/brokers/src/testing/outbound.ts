import type { OutboundEvent } from '#exchange';
import type { SetupDestination } from '#store';
import { BrokerChannel } from '../outbound/broker-channel.js';
import type { BrokerKind, BrokerSettings } from '../settings.js';

const opened: BrokerChannel[] = [];
/** For afterEach. */
export const closeChannels = (): void => opened.splice(0).forEach((channel) => channel.close());

/** A channel to one broker, `harbour`. */
export function channelTo(kind: BrokerKind, url: string, more: Partial<BrokerSettings> = {}): BrokerChannel {
  const settings: BrokerSettings = {
    name: 'harbour',
    kind,
    urls: [url],
    exchange: '',
    stored: true,
    ...more,
  };
  const channel = new BrokerChannel({
    brokers: new Map([['harbour', settings]]),
    nodeCode: 'dalian',
    timeoutMs: 3_000,
    failed: () => undefined,
  });
  opened.push(channel);
  return channel;
}

export const destination = (topic: string, broker = 'harbour'): SetupDestination => ({
  id: '0190a000-0000-7000-8000-000000000001',
  participantId: '0190a000-0000-7000-8000-000000000002',
  code: 'out',
  kind: 'broker',
  state: 'active',
  config: { broker, topic },
  secrets: [],
  version: 1,
});

export const event = (id: string, orderKey = id): OutboundEvent => ({
  id,
  body: JSON.stringify({ specversion: '1.0', id, data: { remark: '大连港 '.repeat(3) } }),
  time: 1_763_900_000_000,
  orderKey,
});

export const { signal } = new AbortController();
export const many = Array.from({ length: 40 }, (_, index) => event(`e-${index}`, `key-${index % 4}`));

/** The events of each key, in the order in which they came. */
export function byKey(ids: readonly string[]): Record<string, string[]> {
  const keyed: Record<string, string[]> = {};
  for (const id of ids) (keyed[many.find((one) => one.id === id)?.orderKey ?? '?'] ??= []).push(id);
  return keyed;
}
export const sentByKey = byKey(many.map(({ id }) => id));
