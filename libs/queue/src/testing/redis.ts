import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';

const program = '/usr/bin/redis-server';

/** Whether the suite can run on Redis here. Without the program it is left out with a message, but never on CI. */
export function redisInstalled(): boolean {
  if (existsSync(program)) return true;
  if (process.env['CI']) throw new Error(`${program} is missing: apt-get install redis-server`);
  process.stderr.write(
    `${program} is missing: the tests on Redis are left out (apt-get install redis-server)\n`,
  );
  return false;
}

/** A Redis server of the test's own, in memory only. */
export class TestRedis {
  #child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly cluster: boolean,
  ) {}

  /** @param cluster one node that is a whole cluster by itself: it holds all slots */
  static async start({ cluster = false } = {}): Promise<TestRedis> {
    const redis = new TestRedis(await freePort(), await mkdtemp(join(tmpdir(), 'redis-')), cluster);
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${String(this.port)}`;
  }

  async start(): Promise<void> {
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--daemonize', 'no'];
    const clustered = this.cluster
      ? [
          '--cluster-enabled',
          'yes',
          '--cluster-announce-ip',
          '127.0.0.1',
          '--cluster-port',
          String(await freePort()),
        ]
      : [];
    this.#child = spawn(program, [...settings, ...clustered, '--dir', this.folder], { stdio: 'ignore' });
    await this.command('PING');
    if (!this.cluster) return;
    if (!String(await this.command('CLUSTER', 'NODES')).includes('0-16383')) {
      await this.command('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
    }
    while (!String(await this.command('CLUSTER', 'INFO')).includes('cluster_state:ok')) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends the server as a crash would. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child?.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async command(name: string, ...args: string[]): Promise<unknown> {
    const client = new Redis(this.url, { maxRetriesPerRequest: 100, retryStrategy: () => 50 });
    client.on('error', () => undefined);
    try {
      return await client.call(name, ...args);
    } finally {
      client.disconnect();
    }
  }
}
