import { createHash } from 'node:crypto';
import type { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { closeOneHub, openOneHub } from '../support/one-hub.js';
import { Pair } from '../support/pair.js';

let admin: Administration;

beforeAll(async () => {
  ({ admin } = await openOneHub());
});
afterAll(closeOneHub);

/** As a receiver makes it of the ids that it has. */
const digestOf = (ids: readonly string[]): string =>
  createHash('sha256')
    .update(
      [...ids]
        .sort()
        .map((id) => `${id}\n`)
        .join(''),
    )
    .digest('hex');

/** The day in Beijing of the moment at which a document was made, as its id says. */
const dayOf = (id: string): string => {
  const made = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
  return new Date(made + 8 * 3_600_000).toISOString().slice(0, 10);
};

describe('a daily statement', () => {
  it('counts and digests what a sender handed in and what a receiver was given, the same for both', async () => {
    const two = await Pair.make(admin);
    await two.agree();
    const documents = [await two.declare(), await two.declare(), await two.declare()];
    (await two.owner.client.settle('nonsense')).expect(202);
    await eventually('all have arrived', () => two.hook.arrivals.length === 3);
    const day = dayOf(documents[0] ?? '');
    const sent = (await two.owner.client.get(`/v1/statements/sent?day=${day}`)).expect(200);
    expect(sent.at('/documents')).toEqual([
      { documentType: 'Declaration', count: 3, digest: digestOf(documents) },
    ]);
    expect(sent.list('/messages').map(({ state, count }) => [state, count])).toEqual([
      ['held', 1],
      ['normalised', 3],
    ]);
    const path = `/v1/statements/destinations/${two.webhook.id}`;
    const received = await eventually('all are recorded', async () => {
      const answer = (await two.consumer.client.get(`${path}?day=${day}`)).expect(200);
      return answer.list('/lines').length === 1 && answer.at('/lines/0/count') === 3 && answer;
    });
    expect(received.at('/lines')).toEqual([
      { state: 'delivered', documentType: 'Declaration', count: 3, digest: digestOf(two.hook.ledger.ids()) },
    ]);
    expect((await two.consumer.client.get(`${path}?day=2020-01-01`)).at('/lines')).toEqual([]);
    expect((await two.owner.client.get(`${path}?day=${day}`)).status).toBe(404);
    expect((await two.consumer.client.get(`${path}?day=today`)).status).toBe(400);
  });

  it('tells what the receiver lacks and what it has too much, to be kept and to be replayed', async () => {
    const two = await Pair.make(admin);
    await two.agree();
    const [first = '', lost = ''] = [await two.declare(), await two.declare()];
    await eventually('both are recorded', async () => {
      const outcomes = [await two.outcome(first), await two.outcome(lost)];
      return outcomes.every((outcome) => outcome?.[0] === 'delivered');
    });
    const day = dayOf(first);
    const path = `/v1/statements/destinations/${two.webhook.id}`;
    const stray = '01990000-0000-7000-8000-000000000000';
    const answer = await two.consumer.client.post(`${path}/differences`, { day, documents: [first, stray] });
    const differences = answer.expect(200);
    expect(differences.list('/missing')).toMatchObject([{ document: lost, documentType: 'Declaration' }]);
    expect(differences.at('/unknown')).toEqual([stray]);

    const table = await two.consumer.client.get(`${path}/documents?day=${day}&format=csv`);
    expect(table.headers.get('content-type')).toContain('text/csv');
    const rows = table.text.trim().split('\r\n');
    expect(rows[0]).toBe('document,documentType,state,finishedAt');
    expect(rows.slice(1).map((row) => row.split(',').slice(0, 3))).toEqual([
      [first, 'Declaration', 'delivered'],
      [lost, 'Declaration', 'delivered'],
    ]);
    const page = await two.consumer.client.get(`${path}/documents?day=${day}&limit=1`);
    const rest = await two.consumer.client.get(`${path}/documents?day=${day}&cursor=${page.string('/next')}`);
    expect(rest.list().map(({ document }) => document)).toEqual([lost]);

    const again = { destination: two.webhook.id, states: ['delivered'], documents: [lost] };
    (await two.consumer.client.post('/v1/replays', again)).expect(201);
    await eventually(
      'it comes again',
      () => two.hook.arrivals.filter(({ event }) => event.id === lost).length === 2,
    );
  });
});
