import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtHub } from './built-hub.js';
import { Client } from './client.js';
import { eventually } from './eventually.js';

export interface HubOptions {
  /** Default: all. */
  readonly role?: 'all' | 'gateway' | 'worker';
  /** Settings beside those of a test; see the configuration of the hub. */
  readonly env?: Readonly<Record<string, string>>;
  /** Without one the hub keeps its own PostgreSQL in `dataDir`. */
  readonly database?: { readonly url: string };
  /** Kept by the caller; without one a folder is made and removed with the hub. */
  readonly dataDir?: string;
  /** The administrator's key, for a hub that is started again or shares its database. */
  readonly adminKey?: string;
  /** Given the process before it is ready. */
  readonly spawned?: (child: ChildProcess) => void;
}

/** How a process ended: its exit code, or the signal that ended it. */
export type Ending = number | NodeJS.Signals;

/** The hub as a process of its own, as it runs in operation. */
export interface RunningHub {
  readonly url: string;
  readonly pid: number;
  readonly adminKey: string;
  readonly admin: Client;
  /** Bound to a key of a participant. */
  client(key?: string): Client;
  /** What it wrote to its log so far. */
  readonly logs: () => string;
  /** Resolves when the process has ended, however. */
  readonly ended: Promise<Ending>;
  /** Asks it to end in order (SIGTERM). */
  stop(): Promise<Ending>;
  /** Ends it on the spot (SIGKILL). */
  kill(): Promise<Ending>;
}

/** Those that nobody has asked to end. */
const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** A key of the right shape that nobody else has. */
export const newKey = (): string => `tg_${randomBytes(32).toString('base64url')}`;

/** A folder that the hub's own database, which runs under another account, can reach. Removed by `endHubs`. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongguan-hub-'));
  chmodSync(folder, 0o755);
  folders.add(folder);
  return folder;
}

/** Starts the hub and waits until it is ready. */
export async function startHub(options: HubOptions = {}): Promise<RunningHub> {
  const program = await builtHub();
  const adminKey = options.adminKey ?? newKey();
  const child = spawn(process.execPath, [program, '--role', options.role ?? 'all'], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: options.dataDir ?? newDataDir(),
      TONGGUAN_BOOTSTRAP_KEY: adminKey,
      TONGGUAN_MASTER_KEY: masterKey,
      ALLOW_NETWORKS: '127.0.0.0/8',
      ALLOW_NETWORKS_SELF_SERVICE: '127.0.0.0/8',
      SWEEP_SECONDS: '1',
      LOG_LEVEL: 'info',
      ...(options.database ? { DATABASE_URL: options.database.url } : {}),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = { text: '' };
  running.add(child);
  child.once('exit', (code, signal) => {
    // What ended by itself is the first thing to know about a test that fails.
    if (running.delete(child) && options.spawned === undefined)
      process.stderr.write(`the hub ended by itself (${code ?? signal}): ${log.text.slice(-2_000)}\n`);
  });
  options.spawned?.(child);
  child.stderr.on('data', (chunk: Buffer) => (log.text = (log.text + chunk.toString()).slice(-logLimit)));
  const hub = describe(child, await announced(child, log), adminKey, log);
  await eventually(
    'the hub is ready',
    async () => (await hub.client().get('/readyz')).status === 200,
    30_000,
  );
  return hub;
}

/** Ends what a spec has started; for afterAll. */
export async function endHubs(): Promise<void> {
  await Promise.all([...running].map(end));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

/** In order, or on the spot when that takes too long. */
async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  running.delete(child);
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), closePatienceMs);
  await exited;
  clearTimeout(late);
}

const closePatienceMs = 30_000;

/** Processes of one test share a database, so they share the key that its secrets are sealed with. */
const masterKey = randomBytes(32).toString('base64');
const logLimit = 4_000_000;

function describe(child: ChildProcess, url: string, adminKey: string, log: { text: string }): RunningHub {
  const ended = once(child, 'exit').then(([code, signal]: (number | NodeJS.Signals | null)[]) => {
    return code ?? signal ?? -1;
  });
  const end = async (signal: NodeJS.Signals): Promise<Ending> => {
    running.delete(child);
    child.kill(signal);
    return ended;
  };
  const client = (key?: string): Client => new Client(url, key);
  return {
    url,
    pid: child.pid ?? 0,
    adminKey,
    admin: client(adminKey),
    client,
    logs: () => log.text,
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** The hub says on standard output where it listens. */
function announced(child: ChildProcess, log: { text: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const url = /http:\/\/[\d.]+:\d+(?=\s)/.exec(text)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code, signal) =>
      reject(new Error(`the hub ended (${code ?? signal}) before it listened: ${log.text}`)),
    );
  });
}

process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
