import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, identityFiles, installed, ServerProcess, type ServerIdentity } from './process.js';

const program = '/usr/sbin/mosquitto';

export const mosquittoInstalled = (): boolean => installed(program, 'mosquitto');

/** An MQTT broker of the test's own; what it keeps for its clients outlives its end in order. */
export class TestMosquitto {
  readonly #server = new ServerProcess(program);

  private constructor(
    readonly port: number,
    private readonly folder: string,
  ) {}

  static async start(identity?: ServerIdentity): Promise<TestMosquitto> {
    const mosquitto = new TestMosquitto(await freePort(), await mkdtemp(join(tmpdir(), 'mosquitto-')));
    const files = identity && (await identityFiles(mosquitto.folder, identity));
    const lines = [
      `listener ${mosquitto.port} 127.0.0.1`,
      ...(files ? [`certfile ${files.certificate}`, `keyfile ${files.key}`] : []),
      'allow_anonymous true',
      'user root',
    ];
    await writeFile(join(mosquitto.folder, 'mosquitto.conf'), lines.join('\n'));
    await mosquitto.start();
    return mosquitto;
  }

  get url(): string {
    return `mqtt://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.#server.start(['-c', join(this.folder, 'mosquitto.conf')]);
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
