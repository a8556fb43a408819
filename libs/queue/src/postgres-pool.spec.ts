import { EventEmitter } from 'node:events';
import { PostgresConnection } from 'bullmq';
import { PostgresPool } from './postgres-pool.js';
import { until } from './testing/harness.js';
import { TestPostgres } from './testing/postgres.js';

describe('PostgresPool', () => {
  let server: TestPostgres;
  let connection: PostgresConnection;
  let pool: PostgresPool;
  const failures: unknown[] = [];

  beforeAll(async () => {
    server = await TestPostgres.start();
    connection = new PostgresConnection({ connectionString: server.url, max: 2 });
    pool = new PostgresPool(connection.pool, (error) => failures.push(error));
  });

  afterAll(async () => {
    await connection.close();
    await server.remove();
  });

  beforeEach(() => {
    failures.length = 0;
  });

  it('survives that a connection which was given out is cut while nobody listens to it', async () => {
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await server.query(`SELECT pg_terminate_backend(${String(rows[0]?.pid)})`);
    await until('the cut was told', () => failures.length > 0);
    client.release(true);
  });

  it('survives an error of a connection that was given back without a listener', async () => {
    const client = await pool.connect();
    client.removeAllListeners();
    client.release(true);
    expect(client).toBeInstanceOf(EventEmitter);
    if (client instanceof EventEmitter) client.emit('error', new Error('late'));
    expect(failures).toEqual([expect.objectContaining({ message: 'late' })]);
  });

  it('calls a server away that cuts the connection, and says what was wrong with a statement', async () => {
    const cut = pool.query('SELECT pg_terminate_backend(pg_backend_pid())');
    await expect(cut).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(pool.query('SELECT * FROM nowhere')).rejects.toMatchObject({ code: '42P01' });
    await server.stop();
    await expect(pool.query('SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await server.start();
    expect((await pool.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});
