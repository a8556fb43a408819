import type { JsonObject } from '#kernel';
import type { Administration, Target } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { closeOneHub, openOneHub } from '../support/one-hub.js';
import { Pair } from '../support/pair.js';

let admin: Administration;

beforeAll(async () => {
  ({ admin } = await openOneHub());
});
afterAll(closeOneHub);

interface Owing {
  readonly two: Pair;
  readonly mailbox: Target;
  readonly agreement: string;
}

/** A pair with a mailbox beside its webhook, and an agreement. */
async function owing(more: JsonObject = {}): Promise<Owing> {
  const two = await Pair.make(admin);
  const mailbox = await admin.mailbox(two.consumer, 'box');
  await two.routeTo(mailbox);
  return { two, mailbox, agreement: await two.agree(more) };
}

interface Page {
  readonly ids: readonly unknown[];
  readonly cursor: string;
}

async function read({ two, mailbox }: Owing, after = 'start'): Promise<Page> {
  const page = (await two.consumer.client.get(`/v1/feeds/${mailbox.id}?after=${after}`)).expect(200);
  return { ids: page.list('/events').map(({ id }) => id), cursor: page.string('/cursor') };
}

const arrived = ({ two }: Owing): string[] => two.hook.arrivals.map(({ event }) => event.id);

const inFeed = (owed: Owing, count: number, after = 'start'): Promise<Page> =>
  eventually(`the feed has ${count}`, async () => {
    const page = await read(owed, after);
    return page.ids.length === count && page;
  });

describe('an agreement that is suspended', () => {
  it('lets what is owed wait, and what a reader passes in its mailbox come again, until it is granted', async () => {
    const owed = await owing();
    const { two, mailbox, agreement } = owed;
    const seen = await two.declare();
    const { cursor } = await inFeed(owed, 1);
    const unread = await two.declare();
    await eventually(
      'it is in the feed',
      async () => (await two.outcome(unread, mailbox))?.[0] === 'delivered',
    );
    await admin.act('destinations', two.webhook.id, 'pause');
    await admin.act('destinations', mailbox.id, 'pause');
    const waits = await two.declare();
    await admin.act('agreements', agreement, 'suspend');
    await admin.act('destinations', two.webhook.id, 'activate');
    await admin.act('destinations', mailbox.id, 'activate');
    for (const target of [two.webhook, mailbox])
      await eventually('it waits, and says why', async () => {
        const [state, fault] = (await two.outcome(waits, target)) ?? [];
        return state === 'pending' && fault === 'EXCHANGE_RIGHT_SUSPENDED';
      });
    const passed = await read(owed, cursor);
    expect(passed.ids).toEqual([]);
    expect(passed.cursor).not.toBe(cursor);
    // The document itself is hidden as well.
    expect((await two.consumer.client.get(`/v1/documents/${unread}`)).status).toBe(404);

    await admin.act('agreements', agreement, 'grant');
    await two.hook.arrival(({ id }) => id === waits);
    expect((await inFeed(owed, 2, passed.cursor)).ids).toEqual([unread, waits]);
    // Who begins again has it all, once and in order.
    expect((await read(owed)).ids).toEqual([seen, unread, waits]);
    expect(new Set(arrived(owed)).size).toBe(arrived(owed).length);
  });

  it('and then revoked ends what waited', async () => {
    const owed = await owing();
    const { two, mailbox, agreement } = owed;
    await admin.act('destinations', two.webhook.id, 'pause');
    const document = await two.declare();
    await eventually('it is in the feed', async () => (await read(owed)).ids.length === 1);
    await admin.act('agreements', agreement, 'suspend');
    expect((await read(owed)).ids).toEqual([]);
    await admin.act('destinations', two.webhook.id, 'activate');
    await admin.act('agreements', agreement, 'revoke');
    for (const target of [two.webhook, mailbox])
      await eventually(
        'it is cancelled',
        async () => (await two.outcome(document, target))?.[0] === 'cancelled',
      );
    expect(arrived(owed)).toEqual([]);
  });
});

describe('an agreement that is narrowed', () => {
  it('stops what waits, what lies in a mailbox and what could be read, of what it covers no longer', async () => {
    const owed = await owing();
    const { two, mailbox, agreement } = owed;
    await admin.act('destinations', two.webhook.id, 'pause');
    const within = await two.declare({ office: '0901' });
    const without = await two.declare({ office: '0902' });
    await inFeed(owed, 2);
    await admin.act('destinations', mailbox.id, 'pause');
    const [late, lost] = [await two.declare({ office: '0901' }), await two.declare({ office: '0902' })];
    await admin.change('agreements', agreement, { condition: `document.declarationOffice == '0901'` });
    expect((await read(owed)).ids).toEqual([within]);
    expect((await two.consumer.client.get(`/v1/documents/${within}`)).status).toBe(200);
    expect((await two.consumer.client.get(`/v1/documents/${without}`)).status).toBe(404);
    for (const target of [two.webhook, mailbox]) await admin.act('destinations', target.id, 'activate');
    await two.hook.arrival(({ id }) => id === late);
    await eventually('it is cancelled', async () => (await two.outcome(lost))?.[0] === 'cancelled');
    expect(arrived(owed).sort()).toEqual([within, late].sort());
    expect((await inFeed(owed, 2)).ids).toEqual([within, late]);
    expect((await two.outcome(lost, mailbox))?.[0]).toBe('cancelled');
  });

  it('to a later time lets what is owed wait', async () => {
    const { two, agreement } = await owing();
    await admin.act('destinations', two.webhook.id, 'pause');
    const document = await two.declare();
    await admin.change('agreements', agreement, {
      validFrom: new Date(Date.now() + 3_600_000).toISOString(),
    });
    await admin.act('destinations', two.webhook.id, 'activate');
    await eventually(
      'it waits',
      async () => (await two.outcome(document))?.[1] === 'EXCHANGE_RIGHT_SUSPENDED',
    );
    await admin.change('agreements', agreement, { validFrom: new Date(Date.now() - 1000).toISOString() });
    await two.hook.arrival(({ id }) => id === document);
  });
});

describe('a destination that the hub disabled', () => {
  it('is owed what comes meanwhile, and gets it once its owner has activated it', async () => {
    const owed = await owing();
    const { two } = owed;
    const { client } = two.consumer;
    await two.hook.behave({ mode: 'error', status: 410 });
    const first = await two.declare();
    await eventually('it is disabled', async () => {
      const destination = await client.get(`/v1/destinations/${two.webhook.id}`);
      return destination.at('/state') === 'disabled';
    });
    const later = await two.declare();
    expect(await two.outcome(later)).toEqual(['pending', undefined]);
    await two.hook.behave({ mode: 'accept' });
    (await client.post(`/v1/destinations/${two.webhook.id}/activate`, {})).expect(200);
    await two.hook.arrival(({ id }) => id === later);
    expect(arrived(owed).slice(-2)).toEqual([first, later]);
  });

  it('is told from one that an administrator disabled, of which every decision says so', async () => {
    const { two } = await owing();
    await admin.act('destinations', two.webhook.id, 'disable');
    const document = await two.declare();
    const decisions = (await two.owner.client.get(`/v1/documents/${document}/decisions`)).expect(200);
    const candidates = decisions.list('/items/0/candidates');
    const candidate = candidates.find(({ destinationId }) => destinationId === two.webhook.id);
    expect(candidate).toMatchObject({ outcome: 'denied' });
    expect(JSON.stringify(candidate)).toContain('DESTINATION_DISABLED');
    expect(await two.outcome(document)).toBeUndefined();
  });
});

describe('an address that has yet to be proven', () => {
  it('is owed nothing at first, which every decision says, and what comes once it was proven before', async () => {
    const two = await Pair.make(admin);
    const { client } = two.consumer;
    await two.agree();
    const own = { code: 'own', kind: 'webhook', url: two.hook.url };
    const made = (await client.post('/v1/destinations', own)).expect(201);
    const target = { id: made.string('/id'), code: 'own', secret: made.string('/secret') };
    two.hook.trust(target.secret);
    const subscription = { code: 'mine', documentTypes: ['Declaration'], destination: 'own' };
    (await client.post('/v1/subscriptions', subscription)).expect(201);
    const before = await two.declare();
    expect(await two.outcome(before, target)).toBeUndefined();
    const decisions = await two.owner.client.get(`/v1/documents/${before}/decisions`);
    expect(JSON.stringify(decisions.at('/items/0'))).toContain('DESTINATION_UNVERIFIED');

    (await client.post(`/v1/destinations/${target.id}/verify`, {})).expect(200);
    const moved = await client.request(`/v1/destinations/${target.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ url: `${two.hook.url}other` }),
    });
    expect(moved.expect(200).at('/state')).toBe('unverified');
    const meanwhile = await two.declare();
    expect(await two.outcome(meanwhile, target)).toEqual(['pending', undefined]);
    (await client.post(`/v1/destinations/${target.id}/verify`, {})).expect(200);
    await eventually(
      'it is delivered',
      async () => (await two.outcome(meanwhile, target))?.[0] === 'delivered',
    );
  });
});
