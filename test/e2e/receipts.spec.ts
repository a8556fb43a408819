import type { JsonObject } from '#kernel';
import { type Administration, type Party } from '../support/administration.js';
import type { Answer, Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import type { RunningHub } from '../support/hub.js';
import { boxReport, declaration } from '../support/messages.js';
import { closeOneHub, openOneHub } from '../support/one-hub.js';
import { ofInterchange, startSubscriber } from '../support/subscriber.js';

let hub: RunningHub;
let admin: Administration;
let parties = 0;

beforeAll(async () => {
  ({ hub, admin } = await openOneHub());
});
afterAll(closeOneHub);

const sender = (): Promise<Party> => admin.party(`sender-${++parties}`);
const receiptsOf = async (client: Client, id: string): Promise<readonly JsonObject[]> =>
  (await client.get(`/v1/interchanges/${id}/receipts`)).expect(200).list('/receipts');

const prefer = (client: Client, wanted: JsonObject): Promise<Answer> =>
  client.request('/v1/receipts/preference', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });

/** A box report whose segments are right and whose content is not. */
const wrongContent = (): string =>
  boxReport(1)
    .toString('utf8')
    .replace(/EQD\+CN\+[A-Z0-9]+/, 'EQD+CN+');

const idOf = async (sent: Promise<Answer>): Promise<string> => {
  const answer = await sent;
  const id = answer.at('/id') ?? answer.at('/interchange/id');
  if (typeof id !== 'string') throw new Error(answer.text);
  return id;
};

const dataOf = (event: object): JsonObject => ({ ...Object(Reflect.get(event, 'data')) });

/** What the state of a declaration is, as customs says it in the words of the shared schema. */
const statusOf = (reference: string, status: string): string =>
  JSON.stringify({ type: 'DeclarationStatus', body: { clientReference: reference, status } });

describe('the receipts of a message', () => {
  it('are in one chain: stored and signed, read, handed on to each receiver', async () => {
    const terminal = await sender();
    const customs = await admin.party('receipts-customs', 'agency');
    await admin.agreement(terminal, customs, 'ContainerMove');
    const feed = await admin.mailbox(customs, 'inbox');
    await admin.route('receipts-boxes', 'ContainerMove', feed, `sender.code == '${terminal.code}'`);
    const id = await idOf(terminal.client.settle(boxReport(2)));
    const chain = await eventually('both boxes are handed on', async () => {
      const receipts = await receiptsOf(terminal.client, id);
      return receipts.filter(({ state }) => state === 'delivered').length === 2 ? receipts : undefined;
    });
    expect(chain.map(({ kind, state, late }) => ({ kind, state, late }))).toEqual([
      { kind: 'technical', state: 'stored', late: false },
      { kind: 'syntax', state: 'accepted', late: false },
      { kind: 'delivery', state: 'delivered', late: false },
      { kind: 'delivery', state: 'delivered', late: false },
    ]);
    const [stored, read, delivered] = chain;
    expect(stored?.signed).toBe((await terminal.client.get(`/v1/interchanges/${id}`)).string('/receipt'));
    expect(read?.acknowledgements).toEqual([
      { form: 'contrl', href: `/v1/interchanges/${id}/acknowledgement?form=contrl` },
      { form: 'aperak', href: `/v1/interchanges/${id}/acknowledgement?form=aperak` },
    ]);
    expect(delivered).toMatchObject({ consumer: customs.code, document: { type: 'ContainerMove' } });
    // Which destination it was, and what it answered, is for its owner.
    expect(JSON.stringify(delivered)).not.toContain(feed.id);
    expect((await customs.client.get(`/v1/interchanges/${id}/receipts`)).status).toBe(404);
    expect((await hub.admin.get(`/v1/interchanges/${id}/receipts`)).status).toBe(200);
  });

  it('say what is wrong as APERAK, as CONTRL and as a problem', async () => {
    const terminal = await sender();
    const message = wrongContent();
    const reference = /UNB\+(?:[^+']*\+){4}([^+']+)/.exec(message)?.[1] ?? '';
    const id = await idOf(terminal.client.settle(message));
    const [, read] = await receiptsOf(terminal.client, id);
    expect(read).toMatchObject({ kind: 'syntax', state: 'rejected' });
    const form = (name: string): Promise<Answer> =>
      terminal.client.get(`/v1/interchanges/${id}/acknowledgement?form=${name}`);
    const aperak = (await form('aperak')).expect(200);
    expect(aperak.headers.get('content-type')).toBe('application/edifact');
    expect(aperak.text).toMatch(/BGM\+313\+[^+]+\+9\+RE'/);
    expect(aperak.text).toContain(`RFF+AGO:${reference}'`);
    expect(aperak.text).toMatch(/ERC\+\d+::ZZZ'\nFTX\+AAO\+\+\+[A-Z_]+ /);
    expect((await form('contrl')).expect(200).text).toMatch(/UCI\+/);
    const problem = (await form('problem')).expect(200);
    expect(problem.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(problem.at('/interchange/id')).toBe(id);
    (await form('own')).expect(404);
    (await form('poem')).expect(400);
  });

  it('tell of what answers it by its business keys, of those alone who may have the answer', async () => {
    const [agent, customs] = [await sender(), await sender()];
    const inbox = await admin.mailbox(agent, 'inbox');
    const reference = `LN2026ANSWER${parties}`;
    const lodged = await idOf(agent.client.settle(declaration({ reference })));
    expect((await receiptsOf(agent.client, lodged)).map(({ kind }) => kind)).toEqual(['technical', 'syntax']);
    await admin.agreement(customs, agent, 'DeclarationStatus', { fields: ['/clientReference'] });
    await admin.route(`statuses-${parties}`, 'DeclarationStatus', inbox, `sender.code == '${customs.code}'`);
    const business = async (): Promise<readonly JsonObject[]> =>
      (await receiptsOf(agent.client, lodged)).filter(({ kind }) => kind === 'business');
    expect(await business()).toMatchObject([{ state: 'waiting', late: false }]);
    await idOf(customs.client.settle(statusOf('SOMEBODY-ELSE', 'R')));
    await idOf(customs.client.settle(statusOf(reference, 'P')));
    const [answered] = await business();
    expect(answered).toMatchObject({
      state: 'answered',
      late: false,
      answer: {
        type: 'DeclarationStatus',
        sender: customs.code,
        keys: [`declaration-client:${reference}`],
      },
    });
    // The agreement does not share what it says.
    expect(JSON.stringify(answered)).not.toContain('says');
    expect((await receiptsOf(agent.client, lodged)).length).toBe(3);
  });
});

describe('receipts that are brought', () => {
  it('come into a mailbox, in order, with the answer in the form of the sender and in both languages', async () => {
    const terminal = await sender();
    const inbox = await admin.mailbox(terminal, 'receipts');
    expect((await terminal.client.get('/v1/receipts/preference')).expect(200).json).toEqual({ kinds: [] });
    await idOf(terminal.client.settle(boxReport(1)));
    const set = (
      await prefer(terminal.client, { destination: 'receipts', kinds: ['technical', 'syntax'] })
    ).expect(200);
    expect(set.at('/destinationId')).toBe(inbox.id);
    const good = await idOf(terminal.client.settle(boxReport(1)));
    const bad = await idOf(terminal.client.settle(wrongContent()));
    const events = await eventually('four receipts are there', async () => {
      const list = (await terminal.client.get(`/v1/feeds/${inbox.id}`)).expect(200).list('/events');
      return list.length === 4 ? list : undefined;
    });
    expect(events.map(({ type, sender: from, interchangeid }) => [type, from, interchangeid])).toEqual([
      ['cn.tongguan.Receipt', 'dalian', good],
      ['cn.tongguan.Receipt', 'dalian', good],
      ['cn.tongguan.Receipt', 'dalian', bad],
      ['cn.tongguan.Receipt', 'dalian', bad],
    ]);
    const [stored, taken, , refused] = events.map(dataOf);
    expect(stored).toMatchObject({ kind: 'technical', outcome: 'stored', interchange: good });
    expect(stored?.receipt).toBe((await terminal.client.get(`/v1/interchanges/${good}`)).string('/receipt'));
    expect(taken).toMatchObject({
      kind: 'syntax',
      outcome: 'accepted',
      documents: [{ type: 'ContainerMove' }],
      acknowledgement: { form: 'contrl' },
    });
    expect(refused).toMatchObject({ outcome: 'rejected', acknowledgement: { form: 'aperak' } });
    const aperak = await terminal.client.get(`/v1/interchanges/${bad}/acknowledgement?form=aperak`);
    expect(Reflect.get(Object(refused?.acknowledgement), 'text')).toBe(aperak.text);
    expect(refused?.faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ severity: 'error', zh: expect.stringMatching(/[\u4e00-\u9fff]/) }),
      ]),
    );
    // It is a document of its own, and none of the message.
    const id = String(events[0]?.id);
    expect((await terminal.client.get(`/v1/documents/${id}`)).expect(200).at('/type')).toBe('Receipt');
    const stranger = await sender();
    expect((await stranger.client.get(`/v1/documents/${id}`)).status).toBe(404);
    expect((await terminal.client.get(`/v1/interchanges/${good}`)).list('/documents')).toHaveLength(1);
    (await terminal.client.request('/v1/receipts/preference', { method: 'DELETE' })).expect(200);
    await idOf(terminal.client.settle(boxReport(1)));
    expect((await terminal.client.get(`/v1/feeds/${inbox.id}`)).list('/events')).toHaveLength(4);
  });

  it('call back a webhook, signed: what was handed on, and what was answered', async () => {
    const [agent, customs] = [await sender(), await sender()];
    const hook = await startSubscriber();
    const target = await admin.webhook(agent, 'receipts', hook.url);
    hook.trust(target.secret);
    (await prefer(agent.client, { destination: 'receipts', kinds: ['delivery', 'business'] })).expect(200);
    await admin.agreement(agent, customs, 'Declaration');
    const declarations = await admin.mailbox(customs, 'declarations');
    await admin.route(`lodged-${parties}`, 'Declaration', declarations, `sender.code == '${agent.code}'`);
    await admin.agreement(customs, agent, 'DeclarationStatus');
    const statuses = await admin.mailbox(agent, 'statuses');
    await admin.route(
      `answers-${parties}`,
      'DeclarationStatus',
      statuses,
      `sender.code == '${customs.code}'`,
    );
    const reference = `LN2026HOOK${parties}`;
    const lodged = await idOf(agent.client.settle(declaration({ reference })));
    const handed = await hook.arrival(ofInterchange(lodged));
    expect(dataOf(handed.event)).toMatchObject({
      kind: 'delivery',
      outcome: 'delivered',
      consumer: customs.code,
      documents: [{ type: 'Declaration' }],
    });
    await idOf(customs.client.settle(statusOf(reference, 'P')));
    const { event } = await hook.arrival((one) => 'data' in one && dataOf(one).kind === 'business');
    expect(dataOf(event)).toMatchObject({
      interchange: lodged,
      outcome: 'answered',
      answer: { type: 'DeclarationStatus', sender: customs.code, says: 'P' },
    });
    // Receipts themselves are told of to nobody.
    expect(hook.arrivals.map((one) => dataOf(one.event).kind)).toEqual(['delivery', 'business']);
  });

  it('go to a destination of the participant’s own alone', async () => {
    const [one, other] = [await sender(), await sender()];
    const foreign = await admin.mailbox(other, 'theirs');
    expect((await prefer(one.client, { destination: foreign.id })).at('/code')).toBe(
      'SUBSCRIPTION_DESTINATION_NOT_OWN',
    );
    (await prefer(one.client, { destination: 'theirs' })).expect(422);
    (await prefer(one.client, { destination: 'inbox', kinds: ['poems'] })).expect(422);
    (await one.client.request('/v1/receipts/preference', { method: 'DELETE' })).expect(404);
    await admin.mailbox(one, 'inbox');
    const set = (await prefer(one.client, { destination: 'inbox' })).expect(200);
    expect(set.at('/kinds')).toEqual(['syntax', 'business', 'custody']);
    (
      await hub.admin.post(`/v1/admin/destinations/${set.string('/destinationId')}/disable`, {
        reason: '测试',
      })
    ).expect(200);
    await idOf(one.client.settle(boxReport(1)));
  });

  it('are not taken out of a message: nobody makes them but the node', async () => {
    const forger = await sender();
    const body = { interchange: 'x', kind: 'business', outcome: 'answered', at: '2026-03-12T12:00:00Z' };
    const answer = await forger.client.settle(JSON.stringify({ type: 'Receipt', body }));
    expect(answer.status).toBe(422);
  });
});
