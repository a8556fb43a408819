import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JsonObject } from '#kernel';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { freePort } from '../../libs/queue/src/testing/free-port.js';
import { builtHub } from './built-hub.js';
import { eventually } from './eventually.js';
import { newKey, startHub, type RunningHub } from './hub.js';

/** Quick enough for a test to wait for. */
const hasty = {
  DIRECTORY_SECONDS: '1',
  RETRY_FIRST_SECONDS: '1',
  BREAKER_OPEN_SECONDS: '1',
  TRANSFER_WAIT_SECONDS: '1',
};

/** One node of a federation: a hub with a database and an address of its own, that can be stopped and started again. */
export class TestNode {
  hub!: RunningHub;

  private constructor(
    readonly code: string,
    readonly database: TestDatabase,
    readonly port: number,
    private readonly adminKey: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start(code: string, env: Readonly<Record<string, string>> = {}): Promise<TestNode> {
    const node = new TestNode(code, await freshDatabase(), await freePort(), newKey(), env);
    await node.start();
    return node;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.hub = await startHub({
      database: this.database,
      adminKey: this.adminKey,
      env: { NODE_CODE: this.code, PORT: String(this.port), ...hasty, ...this.env },
    });
  }

  /** `tongguan …` as its administrator gives it. */
  async command(...words: readonly string[]): Promise<string> {
    const program = (await builtHub()).replace('hub/src/main.js', 'cli/src/main.js');
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], {
      env: { PATH: process.env['PATH'], TONGGUAN_URL: this.url, TONGGUAN_KEY: this.adminKey },
    });
    return stdout;
  }

  /** What the directory at this node says of a node; `undefined` while it has none of that code. */
  async knows(code: string): Promise<JsonObject | undefined> {
    const nodes = (await this.hub.admin.get('/v1/admin/nodes')).expect(200).list();
    return nodes.find((one) => one['code'] === code);
  }

  async status(): Promise<JsonObject> {
    return (await this.hub.admin.get('/v1/admin/directory')).expect(200).json as JsonObject;
  }

  /** A participant as this node knows it, of its own or of another node. */
  async participant(code: string): Promise<JsonObject | undefined> {
    const answer = await this.hub.admin.get(`/v1/admin/participants/${encodeURIComponent(code)}`);
    return answer.status === 200 ? (answer.json as JsonObject) : undefined;
  }

  async remove(): Promise<void> {
    await this.database.drop();
  }
}

/** Joins a city to a province as people do: one file, two commands. */
export async function joinByFile(province: TestNode, city: TestNode): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tongguan-invitation-'));
  try {
    const file = join(folder, `${city.code}.invitation.json`);
    await province.command('node', 'invite', city.code, '-o', file);
    await city.command('node', 'join', file, '--endpoint', city.url);
  } finally {
    rmSync(folder, { recursive: true });
  }
  await eventually(`${city.code} knows ${province.code}`, () => city.knows(province.code));
}
