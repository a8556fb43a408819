import type { Administration, Target } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import type { RunningHub } from '../support/hub.js';
import { closeOneHub, openOneHub } from '../support/one-hub.js';
import { Pair } from '../support/pair.js';

let hub: RunningHub;
let admin: Administration;

beforeAll(async () => {
  ({ hub, admin } = await openOneHub());
});
afterAll(closeOneHub);

/** A pair with a mailbox beside its webhook. */
async function pairWithMailbox(): Promise<{ two: Pair; mailbox: Target }> {
  const two = await Pair.make(admin);
  const mailbox = await admin.mailbox(two.consumer, 'box');
  await two.routeTo(mailbox);
  return { two, mailbox };
}

/** Codes of the reasons that were written down, for the webhook of the pair. */
async function reasons({ owner, webhook }: Pair, document: string): Promise<unknown[]> {
  const decisions = (await owner.client.get(`/v1/documents/${document}/decisions`)).expect(200);
  const candidate = decisions
    .list('/items/0/candidates')
    .find(({ destinationId }) => destinationId === webhook.id);
  const list = candidate?.['reasons'] as readonly { code: string }[] | undefined;
  return [candidate?.['outcome'], ...(list ?? []).map(({ code }) => code)];
}

const feedIds = async ({ consumer }: Pair, mailbox: Target): Promise<unknown[]> =>
  (await consumer.client.get(`/v1/feeds/${mailbox.id}`))
    .expect(200)
    .list('/events')
    .map(({ id }) => id);

describe('without an agreement', () => {
  it('nothing is delivered, and the decision says why', async () => {
    const { two, mailbox } = await pairWithMailbox();
    const document = await two.declare();
    expect(await reasons(two, document)).toEqual(['denied', 'ROUTE_CONDITION_TRUE', 'AGREEMENT_MISSING']);
    expect(await two.outcome(document)).toBeUndefined();
    expect((await two.consumer.client.get(`/v1/documents/${document}`)).status).toBe(404);

    // From now on, not for what was decided before.
    await two.agree();
    const later = await two.declare();
    await two.hook.arrival(({ id }) => id === later);
    expect(two.hook.ledger.ids()).toEqual([later]);
    expect(await feedIds(two, mailbox)).toEqual([later]);
  });

  it('nothing of another type, owner or consumer is delivered', async () => {
    const [one, other] = [await Pair.make(admin), await Pair.make(admin)];
    await admin.agreement(one.owner, one.consumer, 'ContainerMove');
    await admin.agreement(other.owner, one.consumer, 'Declaration');
    await admin.agreement(one.owner, other.consumer, 'Declaration');
    expect(await reasons(one, await one.declare())).toContain('AGREEMENT_MISSING');
  });
});

describe('an agreement', () => {
  it('on some fields shares those and no others, by every way', async () => {
    const { two, mailbox } = await pairWithMailbox();
    const fields = ['/declarationOffice', '/items/*/description', '/trader/name', '/nothing/here'];
    await two.agree({ fields });
    const document = await two.declare({ office: '0903' });
    const { event } = await two.hook.arrival(({ id }) => id === document);
    expect(Object.keys(event.data ?? {}).sort()).toEqual(['declarationOffice', 'items', 'trader']);
    expect(event.data).toMatchObject({ declarationOffice: '0903' });
    expect(Object.keys((event.data as { trader: object }).trader)).toEqual(['name']);
    const read = (await two.consumer.client.get(`/v1/documents/${document}`)).expect(200);
    expect(read.at('/body')).toEqual(event.data);
    const feed = await two.consumer.client.get(`/v1/feeds/${mailbox.id}`);
    expect(feed.at('/events/0/data')).toEqual(event.data);
    // Its owner has it whole.
    const own = await two.owner.client.get(`/v1/documents/${document}`);
    expect(own.string('/body/billNumber')).not.toBe('');
  });

  it('shares personal fields masked, by every way, unless it grants them', async () => {
    const { two, mailbox } = await pairWithMailbox();
    const signer = '王小海';
    const id = await two.agree();
    const document = await two.declare({ signer });
    const { event } = await two.hook.arrival((one) => one.id === document);
    expect(event.data).toMatchObject({ signature: { organisation: 'LNEPORT01', operatorName: '***' } });
    const read = await two.consumer.client.get(`/v1/documents/${document}`);
    expect(read.at('/body')).toEqual(event.data);
    expect((await two.consumer.client.get(`/v1/feeds/${mailbox.id}`)).at('/events/0/data')).toEqual(
      event.data,
    );
    expect((await two.owner.client.get(`/v1/documents/${document}`)).at('/body/signature/operatorName')).toBe(
      signer,
    );

    await admin.change('agreements', id, { personal: true });
    const later = await two.declare({ signer });
    const { event: whole } = await two.hook.arrival((one) => one.id === later);
    expect(whole.data).toMatchObject({ signature: { operatorName: signer } });
    expect((await two.consumer.client.get(`/v1/documents/${later}`)).at('/body')).toEqual(whole.data);
  });

  it('with a condition grants what meets it', async () => {
    const two = await Pair.make(admin);
    const condition = `document.declarationOffice == '0901'`;
    await two.agree({ condition });
    const within = await two.declare({ office: '0901' });
    const without = await two.declare({ office: '0902' });
    expect(await reasons(two, within)).toContain('AGREEMENT_GRANTS');
    expect(await reasons(two, without)).toEqual([
      'denied',
      'ROUTE_CONDITION_TRUE',
      'AGREEMENT_CONDITION_FALSE',
    ]);
  });

  it('is worth nothing before it begins and after it has ended', async () => {
    const two = await Pair.make(admin);
    const day = 24 * 3_600_000;
    const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
    await two.agree({
      validFrom: at(-2 * day),
      validTo: at(-day),
    });
    await two.agree({ validFrom: at(day) });
    const found = await reasons(two, await two.declare());
    expect(found).toContain('AGREEMENT_EXPIRED');
    expect(found).toContain('AGREEMENT_NOT_YET_VALID');
    expect(found[0]).toBe('denied');
  });

  it('may be suspended and granted again', async () => {
    const two = await Pair.make(admin);
    const id = await two.agree();
    await admin.act('agreements', id, 'suspend');
    expect(await reasons(two, await two.declare())).toContain('AGREEMENT_SUSPENDED');
    await admin.act('agreements', id, 'grant');
    const document = await two.declare();
    await two.hook.arrival((event) => event.id === document);
  });
});

describe('every reading of content', () => {
  it('is on record for the sender of the document: who, how and with which key', async () => {
    const { two, mailbox } = await pairWithMailbox();
    await two.agree();
    const document = await two.declare();
    await eventually('the mailbox has it', async () => (await feedIds(two, mailbox)).length === 1);
    (await two.consumer.client.get(`/v1/documents/${document}`)).expect(200);
    const stranger = await admin.party(`stranger-${two.name}`);
    expect((await stranger.client.get(`/v1/documents/${document}`)).status).toBe(404);

    const answer = await two.owner.client.get(`/v1/documents/${document}/readings`);
    const read = answer.expect(200).list();
    expect(read.map(({ participant, what }) => [participant, what])).toEqual([
      [two.consumer.code, 'document'],
      [two.consumer.code, 'feed'],
    ]);
    expect(read[0]).toMatchObject({ key: two.consumer.keyId, role: 'participant', subject: document });
    expect((await two.consumer.client.get(`/v1/documents/${document}/readings`)).status).toBe(404);
  });

  it('is on record for the administrator, of lists and of messages as received too', async () => {
    const two = await Pair.make(admin);
    const document = await two.declare();
    const { client } = two.owner;
    (await client.get('/v1/documents?limit=1')).expect(200);
    (await client.get(`/v1/documents/${document}/lineage`)).expect(200);
    const interchange = (await client.get(`/v1/documents/${document}`)).string('/interchange');
    (await client.get(`/v1/interchanges/${interchange}/raw`)).expect(200);
    (await client.get(`/v1/documents/${document}/decisions`)).expect(200);
    const answer = await hub.admin.get(`/v1/admin/readings?participant=${two.owner.code}`);
    expect(
      answer
        .expect(200)
        .list()
        .map(({ what }) => what),
    ).toEqual(['decisions', 'interchange-body', 'document', 'lineage', 'documents']);
    expect((await client.get('/v1/admin/readings')).status).toBe(403);
  });
});

describe('a receiver that is suspended', () => {
  it('gets nothing of what it is owed until it is active again', async () => {
    const two = await Pair.make(admin);
    await two.agree();
    await two.hook.behave({ mode: 'error', status: 503 });
    const document = await two.declare();
    const delivery = async () => {
      const answer = await two.owner.client.get(`/v1/documents/${document}/deliveries`);
      return answer.list().find(({ destination }) => destination === two.webhook.id);
    };
    const due = await eventually('it is due again', async () => (await delivery())?.['nextAttemptAt']);
    await admin.act('participants', two.consumer.code, 'suspend');
    const { requests } = two.hook.ledger.counts;
    await two.hook.behave({ mode: 'accept' });
    // The sweep comes by once a second: it must have looked at the lane since the delivery was due.
    await eventually('it is overdue', () => Date.now() > Date.parse(String(due)) + 3_000);
    expect(two.hook.ledger.counts.requests).toBe(requests);
    expect((await delivery())?.['state']).toBe('pending');
    await admin.act('participants', two.consumer.code, 'activate');
    await two.hook.arrival((event) => event.id === document);
  });
});

describe('a right that ends while deliveries wait', () => {
  it('cancels them when it is revoked: nothing arrives any more', async () => {
    const { two, mailbox } = await pairWithMailbox();
    const id = await two.agree();
    await two.hook.behave({ mode: 'down' });
    const documents = [await two.declare(), await two.declare()];
    await eventually('the mailbox has them', async () => (await feedIds(two, mailbox)).length === 2);
    await eventually('an attempt has failed', async () => {
      const list = await two.owner.client.get(`/v1/documents/${documents[0] ?? ''}/deliveries`);
      return list
        .list()
        .some(({ destination, attempts }) => destination === two.webhook.id && attempts === 1);
    });
    await admin.act('agreements', id, 'revoke');
    await two.hook.behave({ mode: 'accept' });
    for (const document of documents) {
      expect(
        await eventually('it is cancelled', async () => {
          const seen = await two.outcome(document);
          return seen?.[0] === 'pending' ? undefined : seen;
        }),
      ).toEqual(['cancelled', 'EXCHANGE_RIGHT_WITHDRAWN']);
      expect((await two.consumer.client.get(`/v1/documents/${document}`)).status).toBe(404);
    }
    expect(two.hook.arrivals).toEqual([]);
    expect(await feedIds(two, mailbox)).toEqual([]);
    expect(await reasons(two, await two.declare())).toContain('AGREEMENT_REVOKED');
  });

  it('cancels also those that are claimed and wait for their turn', async () => {
    const two = await Pair.make(admin);
    const id = await two.agree();
    await admin.act('destinations', two.webhook.id, 'pause');
    const documents: string[] = [];
    for (let n = 1; n <= 8; n++) {
      documents.push(await two.declare({ reference: `LN2025CLAIMED${two.name}`, organisation: `ORG${n}` }));
    }
    await two.hook.behave({ mode: 'accept', delayMs: 1_500 });
    await admin.act('destinations', two.webhook.id, 'activate');
    await eventually('the first is under way', () => two.hook.ledger.counts.requests === 1);
    await admin.act('agreements', id, 'revoke');
    const states = await eventually('none waits any more', async () => {
      const outcomes = await Promise.all(documents.map((document) => two.outcome(document)));
      const list = outcomes.map((outcome) => outcome?.[0]);
      return !list.includes('pending') && list;
    });
    // The request that was under way may still succeed; nothing is sent after it.
    expect(states.slice(1)).toEqual(states.slice(1).map(() => 'cancelled'));
    expect(two.hook.ledger.counts.requests).toBe(1);
  });

  it('cancels them when it runs out', async () => {
    const two = await Pair.make(admin);
    const validTo = Date.now() + 2_500;
    await two.agree({
      validTo: new Date(validTo).toISOString(),
    });
    await admin.act('destinations', two.webhook.id, 'pause');
    const document = await two.declare();
    expect(await two.outcome(document)).toEqual(['pending', undefined]);
    await eventually('it has run out', () => Date.now() > validTo);
    await admin.act('destinations', two.webhook.id, 'activate');
    await eventually('it is cancelled', async () => (await two.outcome(document))?.[0] === 'cancelled');
    expect(two.hook.arrivals).toEqual([]);
  });
});

describe('a paused destination', () => {
  it('keeps what is owed and gets it in order when it is active again', async () => {
    const two = await Pair.make(admin);
    await two.agree();
    await admin.act('destinations', two.webhook.id, 'pause');
    const documents: string[] = [];
    for (let n = 1; n <= 3; n++) {
      documents.push(await two.declare({ reference: 'LN2025PAUSED', organisation: `ORG${n}` }));
    }
    expect(two.hook.arrivals).toEqual([]);
    await admin.act('destinations', two.webhook.id, 'activate');
    await eventually('all have arrived', () => two.hook.arrivals.length === 3);
    expect(two.hook.ledger.ids()).toEqual(documents);
  });
});
