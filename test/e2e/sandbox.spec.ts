import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applySetup } from '../../apps/cli/src/apply/index.js';
import { repository, runCli } from '../../apps/cli/src/testing/run-cli.js';
import { TongguanClient, type CloudEvent } from '#client';
import type { JsonObject } from '#kernel';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration, type Party, type Target } from '../support/administration.js';
import { builtHub } from '../support/built-hub.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { declaration } from '../support/messages.js';

/** A party that tries its system, with a mailbox for what comes back. */
interface Tester {
  readonly party: Party;
  readonly inbox: Target;
  readonly client: TongguanClient;
}

let database: TestDatabase;
let hub: RunningHub;
let folder: string;
let broker: Tester;
let agent: Tester;
let sandboxKey: string;
let running: ChildProcess;
let control: string;

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database });
  folder = mkdtempSync(join(tmpdir(), 'tongguan-sandbox-'));
  const admin = new Administration(hub);
  [broker, agent] = [await tester(admin, 'broker'), await tester(admin, 'agent')];
  const printed = await runCli(['sandbox', 'setup', '--for', 'broker', 'agent']);
  expect(printed).toMatchObject({ code: 0, stderr: '' });
  const file = join(folder, 'sandbox.yaml');
  writeFileSync(file, printed.stdout);
  const { url, adminKey: key } = hub;
  const applied = await applySetup({ file, url, key, now: Date.now, print: () => undefined });
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  sandboxKey = applied.value.revealed.get('create key sandbox sandbox') ?? '';
  [running, control] = await startSandbox('--after', 'start', '--control', '0');
});
afterAll(async () => {
  if (running.exitCode === null) {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
  await endHubs();
  await database.drop();
});

async function tester(admin: Administration, code: string): Promise<Tester> {
  const party = await admin.party(code);
  const inbox = await admin.mailbox(party, 'inbox');
  return { party, inbox, client: new TongguanClient({ url: hub.url, key: party.key }) };
}

/** The program, and the address at which its behaviour is set. */
async function startSandbox(...args: string[]): Promise<[ChildProcess, string]> {
  const program = (await builtHub()).replace(/apps.hub.src.main\.js$/, 'apps/cli/src/main.js');
  const child = spawn(process.execPath, [program, 'sandbox', ...args], {
    cwd: repository,
    env: { PATH: process.env['PATH'], TONGGUAN_URL: hub.url, TONGGUAN_KEY: sandboxKey },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = await eventually('the sandbox runs', () => {
    if (child.exitCode !== null) throw new Error(`the sandbox ended: ${said}`);
    return said.includes('Ctrl-C') && (/control: (\S+)/.exec(said)?.[1] ?? '-');
  });
  return [child, url];
}

let references = 0;
const newReference = (): string => `SBX${Date.now()}${++references}`;

/** Sends a declaration with these remarks; gives its reference. */
async function declare(remarks: string, { party }: Tester = broker): Promise<string> {
  const reference = newReference();
  (await party.client.settle(declaration({ reference, remarks }))).expect(200);
  return reference;
}

/** Every event in the mailbox of a tester. */
const inboxOf = ({ party, inbox }: Tester): Promise<CloudEvent[]> => party.client.events(inbox.id);

const bodyOf = ({ data }: CloudEvent): JsonObject => (typeof data === 'object' ? data : {});

/** The answers to one message, in the order in which they came, once there are so many. */
async function answers(reference: string, count: number, to: Tester = broker): Promise<CloudEvent[]> {
  return eventually(`${count} answers`, async () => {
    const mine = (await inboxOf(to)).filter((event) => bodyOf(event)['clientReference'] === reference);
    return mine.length >= count && mine;
  });
}
const statusesOf = (events: readonly CloudEvent[]): unknown[] =>
  events.map((event) => bodyOf(event)['status']);

const behave = (body: object): Promise<Response> =>
  fetch(`${control}behaviour`, { method: 'PUT', body: JSON.stringify(body) });

it.each([
  ['accepts', '', ['L', 'P']],
  ['rejects with a code', 'SANDBOX:REJECT=E123', ['L', 'E123']],
  ['answers in the wrong order', 'SANDBOX:REORDER', ['P', 'L']],
  ['does several things at once', '加急 SANDBOX:REJECT=E7;TWICE;REORDER', ['E7', 'E7', 'L', 'L']],
  ['shows a mark that it cannot read', 'SANDBOX:REJCET=E1', ['L', 'SANDBOX-MARK']],
])('%s', async (_, remarks, statuses) => {
  const reference = await declare(remarks);
  expect(statusesOf(await answers(reference, statuses.length))).toEqual(statuses);
});

it('answers twice: two documents that say the same', async () => {
  const reference = await declare('SANDBOX:TWICE');
  const came = await answers(reference, 4);
  expect(new Set(came.map(({ id }) => id)).size).toBe(4);
  expect(came[1]?.data).toEqual(came[0]?.data);
  expect(came[3]?.data).toEqual(came[2]?.data);
});

it('waits as long as it is told, while others are answered', async () => {
  const began = Date.now();
  const late = await declare('SANDBOX:DELAY=2s;REJECT=E5');
  const soon = await declare('');
  await answers(soon, 2);
  expect(statusesOf(await answers(late, 2))).toEqual(['L', 'E5']);
  expect(Date.now() - began).toBeGreaterThanOrEqual(2000);
  const order = (await inboxOf(broker)).map((event) => bodyOf(event)['clientReference']);
  expect(order.lastIndexOf(soon)).toBeLessThan(order.indexOf(late));
});

it('stays silent when told', async () => {
  const silent = await declare('SANDBOX:SILENT');
  await answers(await declare(''), 2);
  const about = (await inboxOf(broker)).map((event) => bodyOf(event)['clientReference']);
  expect(about).not.toContain(silent);
});

it('answers whoever asked, and nobody else', async () => {
  const reference = await declare('SANDBOX:REJECT=E9', agent);
  expect(statusesOf(await answers(reference, 2, agent))).toEqual(['L', 'E9']);
  const others = (await inboxOf(broker)).map((event) => bodyOf(event)['clientReference']);
  expect(others).not.toContain(reference);
});

it('does what its control says with messages that carry no mark', async () => {
  expect((await behave({ orders: 'REJECT=E8', sender: 'broker' })).status).toBe(200);
  const [unmarked, marked, other] = [
    await declare(''),
    await declare('SANDBOX:ACCEPT'),
    await declare('', agent),
  ];
  expect(statusesOf(await answers(unmarked, 2))).toEqual(['L', 'E8']);
  expect(statusesOf(await answers(marked, 2))).toEqual(['L', 'P']);
  expect(statusesOf(await answers(other, 2, agent))).toEqual(['L', 'P']);
  expect((await behave({ orders: 'ACCEPT', sender: 'broker' })).status).toBe(200);
  expect((await behave({ orders: 'EXPLODE' })).status).toBe(422);
  expect((await behave({})).status).toBe(422);
  expect((await fetch(`${control}poem`)).status).toBe(404);
  const counts: Record<string, number> = JSON.parse(await (await fetch(`${control}counts`)).text());
  expect(counts['answered']).toBeGreaterThan(10);
  expect(counts['refused']).toBe(0);
});

it.each([
  [
    'EDIFACT',
    'customs/cusdec-edifact/cases/canonical-import/in.edi',
    (text: string) => text.replace('KEEP FROZEN', 'SANDBOX?:REJECT=E31/TWICE'),
    'DeclarationStatus',
    4,
  ],
  [
    'an application for inspection',
    'inspection/application-xml/cases/canonical-import/in.xml',
    (text: string) => text.replace(/<GoodsPlace>[^<]*</, '<GoodsPlace>SANDBOX:REJECT=E31<'),
    'InspectionResult',
    2,
  ],
])('reads the mark in %s too', async (_, file, marked, type, count) => {
  const original = readFileSync(join(repository, 'libs/adapters/src', file), 'utf8');
  const message = marked(original);
  expect(message).not.toBe(original);
  const settled = (await agent.party.client.settle(message)).expect(200);
  const before = settled.string('/receivedAt');
  const came = await eventually('the answers', async () => {
    const mine = (await inboxOf(agent)).filter(
      (event) => event.type === `cn.tongguan.${type}` && String(event['receivedtime']) > before,
    );
    return mine.length >= count && mine;
  });
  expect(JSON.stringify(came.at(-1)?.data)).toContain('E31');
});

it('gives its answers in the form that a system of customs has them', async () => {
  const made = await broker.client.destinations.create({ code: 'as-xml', kind: 'mailbox' });
  const wanted = {
    code: 'as-xml',
    documentTypes: ['DeclarationStatus'],
    destination: 'as-xml',
    format: 'customs/declaration-response-xml',
  };
  expect(await broker.client.subscriptions.create(wanted)).toMatchObject({ ok: true });
  const reference = await declare('SANDBOX:REJECT=E44');
  const id = made.ok ? String(made.value['id']) : '';
  const given = await eventually('it is in the mailbox', async () => {
    const events = await inboxOf({ ...broker, inbox: { id, code: 'as-xml', secret: '' } });
    return events.find(({ data }) => typeof data === 'string' && data.includes('E44'));
  });
  expect(given.data).toMatch(/<DEC_RESULT>[\s\S]*<CHANNEL>E44<\/CHANNEL>/);
  expect(given.data).toContain(reference);
});

it('goes on where it was, and answers nothing anew that it has answered', async () => {
  const cursorFile = join(folder, 'cursor');
  const first = await declare('');
  await answers(first, 2);
  running.kill('SIGTERM');
  expect(await once(running, 'exit')).toEqual([0, null]);
  const meanwhile = await declare('SANDBOX:REJECT=E2');
  // All of the mailbox anew: what was answered before has the same keys.
  [running] = await startSandbox('--after', 'start', '--cursor-file', cursorFile);
  expect(statusesOf(await answers(meanwhile, 2))).toEqual(['L', 'E2']);
  expect(statusesOf(await answers(first, 2))).toEqual(['L', 'P']);
  expect(readFileSync(cursorFile, 'utf8')).toMatch(/\S/);
});

it('says what is wrong with its orders', async () => {
  const result = await runCli(['sandbox', '--orders', 'EXPLODE'], { env: { TONGGUAN_KEY: sandboxKey } });
  expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining('CLI_ORDERS_UNREADABLE') });
});
