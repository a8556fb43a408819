import { freshDatabase, type TestDatabase } from '#store/testing';
import type { JsonObject } from '#kernel';
import { Administration, type Party, type Target } from './administration.js';
import { login, type BrokerEnds, type BrokerMessage } from './broker-ends.js';
import { eventually } from './eventually.js';
import { endHubs, newKey, startHub, type RunningHub } from './hub.js';
import { declaration } from './messages.js';

const wrong = 'wrong-and-not-in-any-log-3c9e';

/**
 * The life of messages that come and go by a message broker: the same, whichever it is.
 *
 * @param open starts a broker
 */
export function brokerJourney(open: () => Promise<BrokerEnds>): void {
  let ends: BrokerEnds;
  let database: TestDatabase;
  let hub: RunningHub;
  let admin: Administration;
  let port: Party;
  const adminKey = newKey();

  const start = (): Promise<RunningHub> =>
    startHub({
      database,
      adminKey,
      env: {
        DELIVERY_TIMEOUT: '2000',
        RETRY_FIRST_SECONDS: '1',
        BREAKER_OPEN_SECONDS: '1',
        BREAKER_LONGEST_SECONDS: '2',
        PORT_USER: login.username,
        PORT_PASSWORD: login.password,
        WRONG_PASSWORD: wrong,
        BROKERS: JSON.stringify({
          brokers: {
            port: {
              kind: ends.kind,
              urls: [ends.url],
              credentials: { username: 'PORT_USER', password: 'PORT_PASSWORD' },
            },
            locked: {
              kind: ends.kind,
              urls: [ends.url],
              credentials: { username: 'PORT_USER', password: 'WRONG_PASSWORD' },
            },
          },
          subscriptions: {
            'port-in': { broker: 'port', topic: 'port.in', participant: 'port' },
            'any-in': { broker: 'port', topic: 'any.in', participant: 'port', ordered: false, prefetch: 20 },
            'late-in': { broker: 'port', topic: 'late.in', participant: 'late' },
            'locked-in': { broker: 'locked', topic: 'port.in', participant: 'port' },
          },
        }),
      },
    });

  beforeAll(async () => {
    [ends, database] = await Promise.all([open(), freshDatabase()]);
    await ends.declare('port.in');
    await ends.declare('any.in');
    hub = await start();
    admin = new Administration(hub);
    port = await admin.party('port');
  }, 120_000);
  afterAll(async () => {
    await endHubs();
    await ends.remove();
    await database.drop();
  });

  /** A receiver with a right to what the port sends, and a topic that it is published to. */
  async function receiver(name: string, more: JsonObject = {}): Promise<Receiver> {
    const party = await admin.party(name);
    const agreement = (await admin.agreement(port, party, 'Declaration')).id;
    const topic = `${name}.out`;
    const { id } = await admin.create('destinations', {
      participant: name,
      code: 'out',
      kind: 'broker',
      broker: 'port',
      topic,
      ...more,
    });
    const target: Target = { id, code: 'out', secret: '' };
    await admin.route(`to-${name}`, 'Declaration', target, `sender.code == 'port'`);
    return { party, agreement, topic, target };
  }

  const interchanges = async (from: Party = port): Promise<readonly JsonObject[]> =>
    (await from.client.get('/v1/interchanges?limit=200')).expect(200).list();
  const raw = async (id: unknown): Promise<Buffer> =>
    (await port.client.get(`/v1/interchanges/${String(id)}/raw`)).expect(200).bytes;
  const settledSince = (before: number, count: number): Promise<readonly JsonObject[]> =>
    eventually(`${count} more are settled`, async () => {
      const all = await interchanges();
      const fresh = all.slice(0, all.length - before);
      return fresh.length >= count && fresh.every(({ state }) => state !== 'pending') && fresh;
    });
  const outcome = async ({ party, target }: Receiver, document: string): Promise<unknown[]> => {
    const answer = await party.client.get(`/v1/destinations/${target.id}/deliveries/${document}`);
    return [answer.at('/state'), answer.at('/fault/code')];
  };
  /** Reads until this many different events have come. */
  const events = async (topic: string, count: number): Promise<BrokerMessage[]> => {
    const read: BrokerMessage[] = [];
    await eventually(`${count} events are at ${topic}`, async () => {
      read.push(...(await ends.received(topic)));
      return new Set(read.map(({ id }) => id)).size >= count;
    });
    return read;
  };

  it('a message comes as it is, and its document goes out as the event that every channel hands out', async () => {
    const buyer = await receiver('buyer');
    await ends.declare(buyer.topic);
    const message = declaration();
    await ends.send('port.in', message, 'message-1');
    const [stored] = await settledSince(0, 1);
    expect(stored).toMatchObject({ state: 'normalised', channel: 'broker' });
    expect(await raw(stored?.['id'])).toEqual(message);

    const [event] = await events(buyer.topic, 1);
    const body = JSON.parse(event?.body ?? '{}');
    expect(event).toMatchObject({ id: body.id, contentType: 'application/cloudevents+json; charset=utf-8' });
    expect(body).toMatchObject({ specversion: '1.0', type: 'cn.tongguan.Declaration', sender: 'port' });
    expect(body.interchangeid).toBe(stored?.['id']);
    expect(
      await eventually('it is delivered', async () => (await outcome(buyer, body.id))[0] === 'delivered'),
    ).toBe(true);
    const { request, responseHead } =
      (await buyer.party.client.get(`/v1/destinations/${buyer.target.id}/deliveries/${body.id}`)).list(
        '/log',
      )[0] ?? {};
    expect(request).toContain(`PUBLISH ${ends.kind} port ${buyer.topic}`);
    expect(responseHead).toMatch(/^(confirmed|stream .* number 1)$/);
  });

  it('what comes twice is stored once; an id that is used again for something else loses nothing', async () => {
    const before = (await interchanges()).length;
    const [one, other] = [declaration(), declaration()];
    await ends.send('port.in', one, 'message-2');
    await ends.send('port.in', one, 'message-2-again');
    await ends.send('port.in', other);
    await ends.send('port.in', other);
    // NATS drops this one itself for two minutes, as it knows the id.
    await ends.send('port.in', declaration(), ends.kind === 'nats' ? undefined : 'message-2');
    await ends.send('port.in', Buffer.from('the last of them'));
    const stored = await settledSince(before, 5);
    expect(stored.map(({ state }) => state).reverse()).toEqual([
      'normalised',
      // The same reference with the same content under another id: a double, and known as one.
      'duplicate',
      'normalised',
      'normalised',
      'held',
    ]);
  });

  it('without an order many are taken at once, and each once', async () => {
    const before = (await interchanges()).length;
    const sent = Array.from({ length: 40 }, () => declaration());
    await Promise.all(sent.map((message, n) => ends.send('any.in', message, `any-${n}`)));
    const stored = await settledSince(before, sent.length);
    const bodies = await Promise.all(stored.map(({ id }) => raw(id)));
    expect(new Set(bodies.map((body) => sent.findIndex((one) => one.equals(body)))).size).toBe(sent.length);
    expect(stored.map(({ state }) => state)).toEqual(sent.map(() => 'normalised'));
  });

  it('what nobody can read is kept with its faults, and holds up nothing', async () => {
    const before = (await interchanges()).length;
    const poison = Buffer.from([0x00, 0xff, 0xfe, 0x7b, 0x22, 0x00, 0xc3, 0x28, 0x0d, 0x0a]);
    await ends.send('port.in', poison);
    await ends.send('port.in', Buffer.alloc(0));
    await ends.send('port.in', declaration());
    const [last, empty, bad] = await settledSince(before, 3);
    expect([last, empty, bad].map((one) => one?.['state'])).toEqual(['normalised', 'held', 'held']);
    expect(await raw(bad?.['id'])).toEqual(poison);
    const shown = (await port.client.get(`/v1/interchanges/${String(bad?.['id'])}`)).expect(200);
    expect(shown.list('/faults').length).toBeGreaterThan(0);
  });

  it('a broker that is down for a while loses nothing, and each key keeps its order', async () => {
    const seller = await receiver('seller', { batchLimit: 7 });
    await ends.declare(seller.topic);
    const sent: string[] = [];
    const declare = async (n: number): Promise<void> => {
      const message = declaration({ reference: `LN2025KEY${n % 3}`, organisation: `ORG${ends.kind}${n}` });
      const settled = (await port.client.settle(message)).expect(200);
      sent.push(settled.string('/documents/0/id'));
    };
    for (let n = 0; n < 4; n++) await declare(n);
    await ends.stop();
    for (let n = 4; n < 20; n++) await declare(n);
    expect((await outcome(seller, sent.at(-1) ?? ''))[0]).toBe('pending');
    await ends.start();
    for (let n = 20; n < 24; n++) await declare(n);

    const read = await events(seller.topic, sent.length);
    const first = [...new Set(read.map(({ id }) => id))];
    expect(new Set(first)).toEqual(new Set(sent));
    const ofKey = (ids: readonly string[], key: number) => ids.filter((id) => sent.indexOf(id) % 3 === key);
    for (const key of [0, 1, 2]) expect(ofKey(first, key)).toEqual(ofKey(sent, key));

    // Reading has gone on by itself too.
    const before = (await interchanges()).length;
    await ends.send('port.in', declaration());
    await settledSince(before, 1);
  }, 120_000);

  it('a hub that is killed while it reads stores each message once, in their order', async () => {
    const before = (await interchanges()).length;
    const sent = Array.from({ length: 60 }, () => declaration());
    for (const message of sent.slice(0, 30)) await ends.send('port.in', message);
    await hub.kill();
    for (const message of sent.slice(30)) await ends.send('port.in', message);
    hub = await start();
    admin = new Administration(hub);
    port = { ...port, client: hub.client(port.key) };
    const stored = await settledSince(before, sent.length);
    expect(stored.length).toBe(sent.length);
    const bodies = await Promise.all([...stored].reverse().map(({ id }) => raw(id)));
    expect(bodies.map((body) => sent.findIndex((one) => one.equals(body)))).toEqual(sent.map((_, n) => n));
  }, 120_000);

  it('what no queue or stream takes waits with a clear fault until one does', async () => {
    const carrier = await receiver('carrier');
    const document = (await port.client.settle(declaration())).expect(200).string('/documents/0/id');
    await eventually(
      'it was tried',
      async () => (await outcome(carrier, document))[1] === 'BROKER_UNROUTABLE',
    );
    await ends.declare(carrier.topic);
    expect((await events(carrier.topic, 1)).map(({ id }) => id)).toEqual([document]);
  });

  it('a right that is withdrawn while the broker is down stops what waits', async () => {
    const bank = await receiver('bank');
    await ends.declare(bank.topic);
    await ends.stop();
    const document = (await port.client.settle(declaration())).expect(200).string('/documents/0/id');
    await eventually('it was tried', async () => (await outcome(bank, document))[1] !== undefined);
    await admin.act('agreements', bank.agreement, 'revoke');
    await ends.start();
    await eventually('it is cancelled', async () => (await outcome(bank, document))[0] === 'cancelled');
    expect(await ends.received(bank.topic)).toEqual([]);
  }, 120_000);

  it('messages of a participant who does not exist or is suspended stay at the broker', async () => {
    await ends.declare('late.in');
    await ends.send('late.in', declaration());
    await eventually('it is held', () => hub.logs().includes('BROKER_PARTICIPANT'));
    const late = await admin.party('late');
    await eventually('it has come', async () => (await interchanges(late)).length === 1);
    await admin.act('participants', late.id, 'suspend');
    await ends.send('late.in', declaration());
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await admin.act('participants', late.id, 'activate');
    await eventually('it has come too', async () => (await interchanges(late)).length === 2);
  });

  it('wrong credentials are told, wait, and are in no log; neither are the right ones', async () => {
    const guest = await receiver('guest', { broker: 'locked' });
    const document = (await port.client.settle(declaration())).expect(200).string('/documents/0/id');
    await eventually('it was tried', async () => (await outcome(guest, document))[1] === 'BROKER_REFUSED');
    const ready = (await hub.client().get('/readyz')).expect(200);
    expect(ready.at('/brokers')).toMatchObject({ 'port-in': 'reading', 'locked-in': 'not reading' });
    const metrics = (await hub.client().get('/metrics')).text;
    expect(metrics).toContain('tongguan_broker_subscription_reading{subscription="port-in"} 1');
    expect(metrics).toMatch(/tongguan_broker_connected\{broker="port"\} [01]/);
    for (const secret of [login.password, wrong]) expect(hub.logs()).not.toContain(secret);
  });

  it('only what the node is set up for can be a destination, and only administrators say where', async () => {
    const make = (more: JsonObject) =>
      hub.admin.post('/v1/admin/destinations', { participant: 'port', code: 'x1', kind: 'broker', ...more });
    expect((await make({ broker: 'other', topic: 'a' })).expect(422).at('/errors/0/code')).toBe(
      'BROKER_UNKNOWN',
    );
    const topic = (await make({ broker: 'port', topic: 'a b' })).expect(422);
    expect([topic.at('/errors/0/code'), topic.at('/errors/0/pointer')]).toEqual(['BROKER_TOPIC', '/topic']);
    await make({ broker: 'port' }).then((answer) => answer.expect(422));
    const own = { code: 'x1', kind: 'broker', broker: 'port', topic: 'a' };
    (await port.client.post('/v1/destinations', own)).expect(422);
    const { id } = await admin.create('destinations', { participant: 'port', ...own });
    const moved = await port.client.request(`/v1/destinations/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ topic: 'elsewhere' }),
    });
    expect(moved.expect(403).at('/errors/0/code')).toBe('ADMIN_MEMBER_ADMINISTERED');
    await admin.change('destinations', id, { topic: 'b', batchLimit: 10 });
  });

  // A connection that is left open would keep it, until it is ended by force with another code.
  it('the hub ends in order', async () => {
    expect(await hub.stop()).toBe(0);
  });
}

interface Receiver {
  readonly party: Party;
  readonly agreement: string;
  readonly topic: string;
  readonly target: Target;
}
