import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

/** Whether a suite can run here. Without the program it is left out with a message, but never on CI. */
export function installed(program: string, name: string): boolean {
  if (existsSync(program)) return true;
  if (process.env['CI']) throw new Error(`${program} is missing: apt-get install ${name}`);
  process.stderr.write(`${program} is missing: its tests are left out (apt-get install ${name})\n`);
  return false;
}

/** Below the ports that systems give to outgoing connections, so that a server that stops finds its port free again. */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    const server = createServer().listen(port, '127.0.0.1');
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.close();
    if (free) return port;
  }
}

/** A server of the test's own, in a group of processes of its own: it ends with all that it has started. */
export class ServerProcess {
  #child: ChildProcess | undefined;
  #output = '';

  constructor(
    private readonly program: string,
    private readonly options: SpawnOptions = {},
  ) {}

  start(args: readonly string[]): void {
    const child = spawn(this.program, args, {
      ...this.options,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer): void =>
      void (this.#output = (this.#output + chunk.toString()).slice(-8_000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    this.#child = child;
    running.add(child);
  }

  /** Ends the server, as a crash would or, with SIGTERM, in order; on the spot when that takes too long. */
  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child) return;
    const until = Date.now() + ORDERLY_MS;
    let next = signal;
    while (signalGroup(child, next)) {
      if (Date.now() > until) next = 'SIGKILL';
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    running.delete(child);
  }

  /** Resolves when somebody listens at the port. */
  async listening(port: number, ms: number): Promise<void> {
    const until = Date.now() + ms;
    while (!(await answers(port))) {
      if (Date.now() > until || (this.#child?.exitCode ?? null) !== null)
        throw new Error(`${this.program} does not listen at ${port}: ${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** What a server shows who it is with, as PEM. */
export interface ServerIdentity {
  readonly certificate: string;
  readonly key: string;
}

/** Puts the identity into files of the folder. */
export async function identityFiles(folder: string, { certificate, key }: ServerIdentity) {
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') };
  await writeFile(files.certificate, certificate);
  await writeFile(files.key, key);
  return files;
}

const ORDERLY_MS = 20_000;
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => signalGroup(child, 'SIGKILL')));

/** Whether anything of it still runs. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): boolean {
  try {
    return pid !== undefined && process.kill(-pid, signal);
  } catch {
    return false;
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (answered: boolean) => () => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', settle(true));
    socket.once('error', settle(false));
  });
