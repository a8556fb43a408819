import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { verifyWebhook } from '#client';
import { newWebhookKey, newWebhookSecret, publicWebhookKey } from '#evidence';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration, type Target } from '../../../../test/support/administration.js';
import { builtHub } from '../../../../test/support/built-hub.js';
import { eventually } from '../../../../test/support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../../../../test/support/hub.js';
import { Pair } from '../../../../test/support/pair.js';
import { endSubscribers } from '../../../../test/support/subscriber.js';
import { jsonLines, repository, runCli, type CliResult } from '../testing/run-cli.js';

let database: TestDatabase;
let hub: RunningHub;
let two: Pair;
let mailbox: Target;
let folder: string;
const declared: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database });
  const admin = new Administration(hub);
  two = await Pair.make(admin);
  await two.agree();
  mailbox = await admin.mailbox(two.consumer, 'box');
  await two.routeTo(mailbox);
  for (let i = 0; i < 3; i++) declared.push(await two.declare());
  folder = mkdtempSync(join(tmpdir(), 'tongguan-feed-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await endHubs();
  await endSubscribers();
  await database.drop();
});

const surroundings = (): Record<string, string> => ({
  TONGGUAN_URL: hub.url,
  TONGGUAN_KEY: two.consumer.key,
});
const asReader = (...args: string[]): Promise<CliResult> => runCli(args, { env: surroundings() });
const idsIn = (stdout: string): unknown[] => jsonLines(stdout).map(({ event }) => Object(event).id);

describe('tail', () => {
  it('prints events as JSON with their cursors, from which it goes on', async () => {
    const all = await asReader('tail', 'box', '--json', '--count', '3');
    expect([all.code, idsIn(all.stdout)]).toEqual([0, declared]);
    const cursor = String(jsonLines(all.stdout)[0]?.['cursor']);
    const rest = await asReader('tail', mailbox.id, '--after', cursor, '--json', '--count', '2');
    expect(idsIn(rest.stdout)).toEqual(declared.slice(1));
  });

  it('prints a line for a person', async () => {
    const { stdout } = await asReader('tail', 'box', '--count', '1');
    expect(stdout).toMatch(new RegExp(`^\\S+ Declaration ${two.owner.code} ${declared[0]}`));
  });

  it.each([
    [['tail', 'no-such-box'], {}, 1, 'CLI_FEED_UNKNOWN'],
    [['tail', 'box', '--after', 'elsewhere'], {}, 1, 'GATEWAY_PARAMETER_INVALID'],
    [['tail', 'box'], { TONGGUAN_KEY: '' }, 1, 'CLI_KEY_MISSING'],
    [['tail', 'box'], { TONGGUAN_URL: 'http://127.0.0.1:1' }, 1, 'CLIENT_UNREACHABLE'],
    [['listen', 'box'], {}, 2, '--forward-to'],
    [['listen', 'box', '--forward-to', 'ftp://x'], {}, 2, 'https://'],
    [['listen', 'box', '--forward-to', 'http://x', '--secret', 'x'], {}, 1, 'EVIDENCE_WEBHOOK_SECRET'],
  ])('%j says what is wrong', async (args, env, code, complaint) => {
    const result = await runCli(args, { env: { ...surroundings(), ...env } });
    expect(result).toMatchObject({ code, stderr: expect.stringContaining(complaint) });
  });
});

/** A receiver that checks what comes with the secret, and answers as it is told. */
async function receiver(secret: string) {
  const seen: string[] = [];
  const state = { status: 200 };
  const server: Server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const verified = verifyWebhook(secret, request.headers, body);
      seen.push(verified.ok ? (verified.value.events[0]?.id ?? '') : verified.error.code);
      response.writeHead(state.status).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  return { url, seen, state, close: () => server.close().closeAllConnections() };
}

/** A listener that is interrupted as Ctrl-C does. */
async function listening(args: readonly string[]) {
  const program = (await builtHub()).replace(/apps.hub.src.main\.js$/, 'apps/cli/src/main.js');
  const child = spawn(process.execPath, [program, 'listen', ...args], {
    cwd: repository,
    env: { PATH: process.env['PATH'] ?? '', ...surroundings() },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = { text: '' };
  child.stderr.on('data', (chunk: Buffer) => (said.text += chunk.toString()));
  const exit = once(child, 'exit');
  return {
    said,
    interrupt: async (): Promise<unknown> => {
      child.kill('SIGINT');
      return (await exit)[0];
    },
  };
}

describe('listen', () => {
  it('gives each event signed, ends on Ctrl-C, and goes on where it was', async () => {
    const secret = newWebhookSecret();
    const target = await receiver(secret);
    const cursorFile = join(folder, 'cursor');
    const args = ['box', '--forward-to', target.url, '--secret', secret, '--cursor-file', cursorFile];
    const first = await listening([...args, '--after', 'start']);
    await eventually('all are there', () => target.seen.length === declared.length);
    await eventually('the cursor is kept', () => readFileSync(cursorFile, 'utf8').length > 1);
    expect(await first.interrupt()).toBe(0);
    expect(target.seen).toEqual(declared);
    declared.push(await two.declare());
    const second = await listening([...args, '--after', 'start']);
    await eventually('the one that was missed is there', () => target.seen.includes(declared[3] ?? ''));
    expect(await second.interrupt()).toBe(0);
    expect(new Set(target.seen)).toEqual(new Set(declared));
    target.close();
  });

  it('ends before what is not taken, so that it is given again', async () => {
    const secret = newWebhookSecret();
    const target = await receiver(secret);
    const cursorFile = join(folder, 'refused');
    const args = ['listen', 'box', '--forward-to', target.url, '--secret', secret, '--after', 'start'];
    target.state.status = 400;
    const refused = await asReader(...args, '--cursor-file', cursorFile);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('CLI_RECEIVER_REFUSED') });
    expect(target.seen).toEqual(declared.slice(0, 1));
    expect(() => readFileSync(cursorFile)).toThrow('ENOENT');
    target.close();
  });

  it('signs with a private key, and says its public half', async () => {
    const made = await listening(['box', '--forward-to', 'http://127.0.0.1:1/', '--ed25519']);
    await eventually('it says its public key', () => /whpk_[\w+/]{43}=/.test(made.said.text));
    expect(made.said.text).not.toMatch(/whsk_|whsec_/);
    await made.interrupt();
    const key = newWebhookKey();
    const target = await receiver(publicWebhookKey(key) ?? '');
    const run = await listening(['box', '--forward-to', target.url, '--secret', key, '--after', 'start']);
    await eventually('all are there', () => target.seen.length === declared.length);
    expect(await run.interrupt()).toBe(0);
    expect(target.seen).toEqual(declared);
    target.close();
  });

  it('makes a secret and says it', async () => {
    const run = await listening(['box', '--forward-to', 'http://127.0.0.1:1/']);
    await eventually('it says its secret', () => /whsec_[\w+/]{43}=/.test(run.said.text));
    await eventually('it listens', () => run.said.text.includes('Ctrl-C'));
    expect(await run.interrupt()).toBe(0);
  });
});
