import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, identityFiles, installed, ServerProcess, type ServerIdentity } from './process.js';

const program = '/usr/lib/rabbitmq/bin/rabbitmq-server';

export const rabbitInstalled = (): boolean => installed(program, 'rabbitmq-server');

/**
 * A RabbitMQ of the test's own; durable queues outlive its end. It is one node without its usual port mapper (epmd),
 * so that nothing is left running and nothing of another test is met.
 */
export class TestRabbit {
  readonly #server: ServerProcess;

  private constructor(
    readonly port: number,
    private readonly folder: string,
    distribution: number,
  ) {
    this.#server = new ServerProcess(program, {
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        RABBITMQ_NODENAME: `tongguan-${port}@localhost`,
        RABBITMQ_DIST_PORT: String(distribution),
        RABBITMQ_MNESIA_BASE: join(folder, 'data'),
        RABBITMQ_LOG_BASE: join(folder, 'log'),
        RABBITMQ_LOGS: '-',
        RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq'),
        RABBITMQ_CONF_ENV_FILE: join(folder, 'rabbitmq-env.conf'),
        RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'enabled_plugins'),
        RABBITMQ_PID_FILE: join(folder, 'pid'),
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: `-start_epmd false -erl_epmd_port ${distribution}`,
        // It would take most of a small machine for its schedulers.
        RABBITMQ_SCHEDULER_BIND_TYPE: 'u',
      },
    });
  }

  /** @param login of the one user there is */
  static async start(
    login = { username: 'guest', password: 'guest' },
    identity?: ServerIdentity,
  ): Promise<TestRabbit> {
    const folder = await mkdtemp(join(tmpdir(), 'rabbitmq-'));
    const rabbit = new TestRabbit(await freePort(), folder, await freePort());
    const files = identity && (await identityFiles(folder, identity));
    const address = `127.0.0.1:${rabbit.port}`;
    const lines = [
      ...(files
        ? [
            'listeners.tcp = none',
            `listeners.ssl.1 = ${address}`,
            `ssl_options.certfile = ${files.certificate}`,
            `ssl_options.keyfile = ${files.key}`,
          ]
        : [`listeners.tcp.1 = ${address}`]),
      'loopback_users = none',
      `default_user = ${login.username}`,
      `default_pass = ${login.password}`,
      'disk_free_limit.absolute = 10MB',
      'log.console.level = error',
    ];
    await writeFile(join(folder, 'rabbitmq.conf'), lines.join('\n'));
    await writeFile(join(folder, 'enabled_plugins'), '[].');
    await rabbit.start();
    return rabbit;
  }

  get url(): string {
    return `amqp://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.#server.start([]);
    await this.#server.listening(this.port, 60_000);
  }

  /** In order: what it knows of queues that were just declared is in its memory for a moment. */
  stop(): Promise<void> {
    return this.#server.end('SIGTERM');
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
