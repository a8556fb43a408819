import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A hub in a process of its own, as in production. */
export interface HubProcess {
  readonly url: string;
  readonly adminKey: string;
  /** Asks it to finish what runs, and waits for its end. */
  stop(): Promise<void>;
}

export interface HubProcessOptions {
  readonly folder: string;
  readonly nodeCode: string;
  readonly port: number;
  readonly environment?: Readonly<Record<string, string>>;
}

const START_MS = 180_000;
const program = fileURLToPath(new URL('../../../hub/src/main.js', import.meta.url));

/** Starts it and waits until it says that it may get traffic. */
export async function startHubProcess(options: HubProcessOptions): Promise<HubProcess> {
  const adminKey = `tg_${randomBytes(32).toString('base64url')}`;
  const port = options.port === 0 ? await freePort() : options.port;
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      LOG_LEVEL: 'warn',
      ...options.environment,
      PORT: String(port),
      DATA_DIR: options.folder,
      NODE_CODE: options.nodeCode,
      TONGGUAN_BOOTSTRAP_KEY: adminKey,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(child, url);
  return { url, adminKey, stop: () => stop(child) };
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the hub ended with ${child.exitCode} before it was ready`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`the hub was not ready within ${START_MS / 1000} s`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}
