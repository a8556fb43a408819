import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, identityFiles, installed, ServerProcess, type ServerIdentity } from './process.js';

const program = '/usr/sbin/nats-server';

export const natsInstalled = (): boolean => installed(program, 'nats-server');

/** A NATS server with streams, of the test's own; what is in its streams outlives its end. */
export class TestNats {
  readonly #server = new ServerProcess(program);

  private constructor(
    readonly port: number,
    private readonly folder: string,
  ) {}

  /** @param login asked of every client */
  static async start(
    login?: { username: string; password: string },
    identity?: ServerIdentity,
  ): Promise<TestNats> {
    const nats = new TestNats(await freePort(), await mkdtemp(join(tmpdir(), 'nats-')));
    const files = identity && (await identityFiles(nats.folder, identity));
    const lines = [
      `listen: "127.0.0.1:${nats.port}"`,
      `jetstream { store_dir: "${nats.folder}" }`,
      ...(files ? [`tls { cert_file: "${files.certificate}", key_file: "${files.key}" }`] : []),
      ...(login ? [`authorization { user: "${login.username}", password: "${login.password}" }`] : []),
    ];
    await writeFile(nats.#config, lines.join('\n'));
    await nats.start();
    return nats;
  }

  get url(): string {
    return `nats://127.0.0.1:${this.port}`;
  }

  get #config(): string {
    return join(this.folder, 'nats.conf');
  }

  async start(): Promise<void> {
    this.#server.start(['-c', this.#config]);
    await this.#server.listening(this.port, 10_000);
  }

  stop(): Promise<void> {
    return this.#server.end();
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
