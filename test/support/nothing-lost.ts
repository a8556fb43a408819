import type { Client } from './client.js';
import { eventually } from './eventually.js';
import { messageOf, type Load } from './load.js';
import type { Pair } from './pair.js';
import type { Subscriber } from './subscriber.js';

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
  expectOneDocumentEach(load, pair.hook);
  expect(pair.hook.ledger.counts).toMatchObject({ distinct: total, badSignatures: 0, malformed: 0 });
  expect(await statesOf(owner)).toEqual(new Map(load.acknowledged.map(({ id }) => [id, 'normalised'])));
}

/** First arrivals of each key are its messages, one after the other, none twice under another id. */
function expectOneDocumentEach(load: Load, hook: Subscriber): void {
  const sent = new Map<string, number[]>();
  for (const { key, n } of load.acknowledged) sent.set(key, [...(sent.get(key) ?? []), n]);
  const seen = new Set<string>();
  const arrived = new Map<string, number[]>();
  for (const { event } of hook.arrivals) {
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    const { key, n } = messageOf(event);
    arrived.set(key, [...(arrived.get(key) ?? []), n]);
  }
  expect(arrived).toEqual(sent);
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
