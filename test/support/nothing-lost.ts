import type { Target } from './administration.js';
import type { Client } from './client.js';
import { eventually } from './eventually.js';
import { messageOf, type Load } from './load.js';
import type { Pair } from './pair.js';

/** How long a destination can be held up by what was killed: a lease, a lock and a back-off, several times over. */
const patienceMs = 120_000;

/**
 * What an ended load must have come to: every acknowledged message normalised, its document delivered, in the order of
 * its key, and one document for one message.
 */
export async function expectNothingLost(
  load: Load,
  pair: Pair,
  owner: Client,
  consumer: Client,
): Promise<void> {
  expect(load.unexpected).toEqual([]);
  expect(load.acknowledged.length).toBeGreaterThan(0);
  const total = load.acknowledged.length;
  await eventually(`${total} have arrived`, () => pair.hook.ledger.counts.distinct >= total, patienceMs);
  await eventually('nothing is owed any more', async () => {
    const pending = `/v1/destinations/${pair.webhook.id}/deliveries?state=pending&limit=1`;
    return (await consumer.get(pending)).expect(200).list().length === 0;
  });
  expect(byKey(distinct(pair.hook.arrivals.map(({ event }) => event)))).toEqual(sent(load));
  expect(pair.hook.ledger.counts).toMatchObject({ distinct: total, badSignatures: 0, malformed: 0 });
  expect(await statesOf(owner)).toEqual(new Map(load.acknowledged.map(({ id }) => [id, 'normalised'])));
}

/** The feed holds the document of every acknowledged message once, in the order of its key. */
export async function expectWholeFeed(load: Load, mailbox: Target, consumer: Client): Promise<void> {
  const events = await eventually('the feed is whole', async () => {
    const read = await consumer.events(mailbox.id);
    return read.length >= load.acknowledged.length && read;
  });
  expect(byKey(events)).toEqual(sent(load));
}

/** The numbers of the messages of each key, as they were acknowledged. */
const sent = (load: Load): Map<string, number[]> => grouped(load.acknowledged);

/** The same of events in the order they came: a message under two ids is in it twice. */
const byKey = (events: readonly { readonly data?: unknown }[]): Map<string, number[]> =>
  grouped(events.map(messageOf));

function grouped(messages: readonly { readonly key: string; readonly n: number }[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { key, n } of messages) {
    const group = groups.get(key);
    if (group) group.push(n);
    else groups.set(key, [n]);
  }
  return groups;
}

/** First arrivals: what comes again under the same id is known to its receiver. */
function distinct<E extends { readonly id: string }>(events: readonly E[]): E[] {
  const first = new Map<string, E>();
  for (const event of events) if (!first.has(event.id)) first.set(event.id, event);
  return [...first.values()];
}

/** Every interchange of a sender with its state. */
async function statesOf(owner: Client): Promise<Map<unknown, unknown>> {
  const states = new Map<unknown, unknown>();
  let cursor = '';
  do {
    const page = (await owner.get(`/v1/interchanges?limit=200&cursor=${cursor}`)).expect(200);
    for (const { id, state } of page.list()) states.set(id, state);
    const next = page.at('/next');
    cursor = typeof next === 'string' ? next : '';
  } while (cursor !== '');
  return states;
}
