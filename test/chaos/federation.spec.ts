import { jest } from '@jest/globals';
import { generateNodeKey } from '#evidence';
import type { Party, Target } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { Federation, type FederatedNode } from '../support/federated.js';
import { endHubs } from '../support/hub.js';
import { endLinks } from '../support/link.js';
import { boxReport, declaration } from '../support/messages.js';

jest.setTimeout(600_000);

let federation: Federation;
let dalian: FederatedNode;
let yingkou: FederatedNode;
let terminal: Party;
let customs: Party;
let mailbox: Target;
/** What shares a reference keeps its order: the ids of its documents in the order in which they were handed in. */
const handedIn = new Map<string, string[]>();
let messages = 0;

/** Once for all: what one test has sent is to be whole after the next one too. */
beforeAll(async () => {
  federation = await (
    await Federation.of(['dalian', 'yingkou'], {
      TRANSFER_BATCH: '100',
      DELIVERY_TIMEOUT: '3000',
    })
  ).linked();
  dalian = federation.node('dalian');
  yingkou = federation.node('yingkou');
  terminal = await dalian.party('terminal');
  customs = await yingkou.party('customs');
  mailbox = await yingkou.admin.mailbox(customs, 'box');
  await federation.publish();
  for (const type of ['Declaration', 'ContainerMove']) {
    await dalian.admin.agreement(await dalian.known('terminal'), await dalian.known('yingkou'), type, {
      personal: true,
    });
    await dalian.admin.route(`to-yingkou-${type.toLowerCase()}`, type, await dalian.peer('yingkou'));
    await yingkou.admin.agreement(await yingkou.known('terminal@dalian'), customs, type, { personal: true });
    await yingkou.admin.route(`to-customs-${type.toLowerCase()}`, type, mailbox);
  }
});
afterEach(() => yingkou.link?.heal());
afterAll(async () => {
  await endHubs();
  await endLinks();
  await federation.close();
});

/** Box moves in large messages, and between them declarations about few things, whose order shows. */
async function handIn(boxes: number, declarations: number): Promise<void> {
  const reports = Array.from({ length: Math.ceil(boxes / 50) }, () => boxReport(50));
  const every = Math.max(1, Math.floor(reports.length / Math.max(1, declarations)));
  for (let n = 0; n < declarations; n++) {
    const between = reports.splice(0, n === declarations - 1 ? reports.length : every);
    const answers = await Promise.all(between.map((report) => terminal.client.send(report)));
    for (const answer of answers) answer.expect(202);
    const reference = `ORDER-${n % 3}`;
    const made = declaration({ reference, organisation: `LN${messages++}` });
    const id = (await terminal.client.settle(made)).expect(200).string('/documents/0/id');
    handedIn.set(reference, [...(handedIn.get(reference) ?? []), id]);
  }
  await eventually(
    'everything is read',
    async () => (await dalian.count(`normalisation WHERE state = 'pending'`)) === 0,
  );
}

const digests = async (node: FederatedNode): Promise<string[]> =>
  (
    await node.sql.query<{ line: string }>(
      `SELECT id::text || ' ' || encode(sha256, 'hex') AS line FROM document WHERE origin_node = 'dalian' ORDER BY id`,
    )
  ).map(({ line }) => line);

const retries = (): Promise<number> => dalian.count(`attempt WHERE outcome = 'retry'`);
const owed = (): Promise<number> => dalian.count(`delivery WHERE state <> 'delivered'`);

/** Nothing lost, nothing double, order kept, digests equal, and every document signed for. */
async function expectWhole(): Promise<void> {
  await eventually('nothing is owed any more', async () => (await owed()) === 0, 240_000);
  const [sent, there] = [await digests(dalian), await digests(yingkou)];
  expect(there).toEqual(sent);
  expect(await dalian.count(`custody_receipt WHERE node_code = 'yingkou'`)).toBe(sent.length);
  await eventually(
    'all is handed out there',
    async () => (await yingkou.count(`delivery WHERE state = 'delivered'`)) >= sent.length,
  );
  const received = (await yingkou.received(customs, mailbox)).map(({ id }) => id);
  expect(received).toHaveLength(sent.length);
  expect(new Set(received).size).toBe(sent.length);
  for (const ids of handedIn.values()) expect(received.filter((id) => ids.includes(id))).toEqual(ids);
}

it('loses and doubles nothing when the link is cut for ten thousand documents', async () => {
  await handIn(200, 3);
  await eventually('some are there', async () => (await yingkou.count('document')) > 0);
  yingkou.link?.cut();
  await handIn(10_000, 30);
  expect(await owed()).toBeGreaterThan(9_500);
  yingkou.link?.heal();
  // Cut again in the middle of what is drained, in the midst of answers.
  await eventually('it is drained', async () => (await yingkou.count('document')) > 500);
  const failed = await retries();
  yingkou.link?.cutAfterAnswers(20_000);
  await eventually('it is cut again', async () => (await retries()) > failed);
  yingkou.link?.heal();
  await expectWhole();
});

it('has one effect when the receiver is killed in the middle of batches, and the sender before it has written down', async () => {
  yingkou.link?.cut();
  await handIn(1_200, 20);
  const before = await yingkou.count('document');
  yingkou.link?.heal();
  for (const least of [50, 400]) {
    await eventually('it is under way', async () => (await yingkou.count('document')) >= before + least);
    expect(await yingkou.hub.kill()).toBe('SIGKILL');
    await yingkou.restart();
  }
  // The far end has them, the answer is on its way, and whoever asked is killed while it waits for it.
  await eventually('nothing is owed any more', async () => (await owed()) === 0, 240_000);
  yingkou.link?.swallowAnswers();
  await handIn(100, 3);
  await eventually('some are there that are not signed for', async () => {
    return (await yingkou.count('document')) > (await dalian.count('custody_receipt'));
  });
  const failed = await dalian.count('attempt');
  expect(await dalian.hub.kill()).toBe('SIGKILL');
  // It wrote down neither a receipt nor a failure of that attempt.
  expect(await dalian.count('attempt')).toBe(failed);
  expect(await yingkou.count('document')).toBeGreaterThan(await dalian.count('custody_receipt'));
  yingkou.link?.heal();
  await dalian.restart();
  terminal = { ...terminal, client: dalian.hub.client(terminal.key) };
  await expectWhole();
});

it('waits while the directories disagree about keys, and goes on when they agree', async () => {
  const stranger = generateNodeKey();
  const wrong = (code: string) => (nodes: readonly object[]) =>
    nodes.map((node) =>
      'code' in node && node.code === code
        ? { ...node, keys: [{ jwk: { ...stranger.publicJwk }, since: new Date().toISOString() }] }
        : { ...node },
    );
  const attempts = (code: string) => dalian.count('attempt WHERE error = $1', [code]);
  const refused = async (code: string, before: number) =>
    eventually(code, async () => (await attempts(code)) > before);

  const [there, before] = [await yingkou.count('document'), await attempts('TRANSFER_REFUSED')];
  await federation.publish(['yingkou'], wrong('dalian'));
  await handIn(100, 3);
  await refused('TRANSFER_REFUSED', before);
  expect(await yingkou.count('document')).toBe(there);
  await federation.publish(['yingkou']);
  await expectWhole();

  // The other way round: what the receiver signs is not believed, though it has the documents by then.
  const disbelieved = await attempts('TRANSFER_ANSWER_INVALID');
  await federation.publish(['dalian'], wrong('yingkou'));
  await handIn(100, 3);
  await refused('TRANSFER_ANSWER_INVALID', disbelieved);
  expect(await owed()).toBeGreaterThan(0);
  await federation.publish(['dalian']);
  await expectWhole();
});
