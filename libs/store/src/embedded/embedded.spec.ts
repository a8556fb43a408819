import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Fault } from '#kernel';
import { openSql } from '../sql.js';
import { compiledStore } from '../testing/compiled.js';
import { type Embedded, startEmbedded } from './embedded.js';
import { holdsWithin, isAlive, postmasterOf, processesIn } from './processes.js';

const isRoot = process.getuid?.() === 0;
let compiled: string;
let dataDir: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  compiled = compiledStore();
  await writeFile(
    join(compiled, 'holder.mjs'),
    `import { openSql, startEmbedded } from '#store';
     const started = await startEmbedded({ dataDir: process.argv[2] });
     if (!started.ok) { console.log(JSON.stringify(started.error)); process.exit(3); }
     console.log('ready');
     if (process.argv[3] === 'write') {
       const sql = openSql({ url: started.value.url });
       await sql.query('CREATE TABLE IF NOT EXISTS line (n serial)');
       for (;;) { const [row] = await sql.query('INSERT INTO line DEFAULT VALUES RETURNING n'); console.log(row.n); }
     }
     if (process.argv[3] === 'stop') await started.value.stop();
     else setInterval(() => undefined, 1000);`,
  );
});
afterAll(() => rm(compiled, { recursive: true }));
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tongguan-embedded-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  const again = await startEmbedded({ dataDir });
  if (again.ok) await again.value.stop();
  await rm(dataDir, { recursive: true });
});

async function start(onIncident?: (fault: Fault) => void): Promise<Embedded> {
  const started = await startEmbedded({ dataDir, ...(onIncident ? { onIncident } : {}) });
  if (!started.ok) throw new Error(started.error.text.en);
  return started.value;
}

async function query<R extends object>(url: string, text: string): Promise<R[]> {
  const sql = openSql({ url, connections: 1 });
  try {
    return await sql.query<R & Record<string, unknown>>(text);
  } finally {
    await sql.end();
  }
}

/** A process of its own that holds a server; its lines as they come. */
function holder(mode = 'hold', options: { uid?: number; gid?: number } = {}) {
  const child = spawn(process.execPath, [join(compiled, 'holder.mjs'), dataDir, mode], {
    ...options,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const said = (count: number) => holdsWithin(30_000, () => lines.length >= count);
  return { child, lines, said };
}

const cluster = () => join(dataDir, 'postgres');

describe('the embedded PostgreSQL', () => {
  it('keeps its data from start to start, durable, local, UTF-8, with its secrets for the owner alone', async () => {
    const first = await start();
    const settings = await query<{ name: string; setting: string }>(
      first.url,
      `SELECT name, setting FROM pg_settings
       WHERE name IN ('fsync', 'synchronous_commit', 'listen_addresses', 'server_encoding', 'jit')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      jit: 'off',
    });
    expect(
      await query(
        first.url,
        'SELECT datcollate, datctype FROM pg_database WHERE datname = current_database()',
      ),
    ).toEqual([{ datcollate: 'C', datctype: 'C' }]);
    await query(first.url, `CREATE TABLE kept AS SELECT '通关' AS word`);
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'SELECT word FROM kept')).toEqual([{ word: '通关' }]);
    expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600);
    await expect(query(second.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password/);
    await second.stop();
  });

  it('refuses a second start on the folder, from this and from another process, and names who has it', async () => {
    const first = await start();
    const busy = { code: 'STORE_FOLDER_IN_USE', values: { pid: process.pid } };
    expect(await startEmbedded({ dataDir })).toMatchObject({ ok: false, error: busy });
    const other = holder();
    await once(other.child, 'exit');
    expect(JSON.parse(other.lines[0] ?? '')).toMatchObject(busy);
    await first.stop();
  });

  it('starts exactly once when several start together on a new folder', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => startEmbedded({ dataDir })));
    const started = all.filter((one) => one.ok);
    expect(started).toHaveLength(1);
    await started[0]?.value.stop();
  });

  it('makes anew what an interrupted first start left', async () => {
    await mkdir(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    await writeFile(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    await mkdir(join(cluster(), 'base'), { recursive: true });
    const started = await start();
    expect(await query(started.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await readdir(dataDir)).not.toContain('postgres.new');
    await started.stop();
  });

  it('touches nothing of a cluster that lost its PG_VERSION or its password', async () => {
    await (await start()).stop();
    const version = join(cluster(), 'PG_VERSION');
    await rm(version);
    expect(await startEmbedded({ dataDir })).toMatchObject({
      ok: false,
      error: { code: 'STORE_CLUSTER_DAMAGED' },
    });
    expect(await readdir(cluster())).toContain('base');
    await writeFile(version, '18\n');
    await rm(join(dataDir, 'postgres.password'));
    expect(await startEmbedded({ dataDir })).toMatchObject({
      ok: false,
      error: { code: 'STORE_PASSWORD_MISSING' },
    });
  });
});

describe('after kill -9', () => {
  it('of the holding process the next start ends the orphan and has every committed row', async () => {
    const writer = holder('write');
    await writer.said(200);
    const orphan = await postmasterOf(cluster());
    writer.child.kill('SIGKILL');
    await once(writer.child, 'exit');
    expect(isAlive(orphan?.pid ?? 0)).toBe(true);
    const next = await start();
    expect(isAlive(orphan?.pid ?? 0)).toBe(false);
    const [kept] = await query<{ n: number }>(next.url, 'SELECT max(n) AS n FROM line');
    expect(kept?.n).toBeGreaterThanOrEqual(Number(writer.lines.at(-1)));
    await next.stop();
  });

  it('of the holding process and of the server the next start recovers every committed row', async () => {
    const writer = holder('write');
    await writer.said(200);
    const postmaster = await postmasterOf(cluster());
    const ended = once(writer.child, 'exit');
    writer.child.kill('SIGKILL');
    for (const pid of await processesIn(cluster())) process.kill(pid, 'SIGKILL');
    await ended;
    expect(await readFile(join(cluster(), 'postmaster.pid'), 'utf8')).toContain(`${postmaster?.pid}`);
    const next = await start();
    const [kept] = await query<{ n: number }>(next.url, 'SELECT max(n) AS n FROM line');
    expect(kept?.n).toBeGreaterThanOrEqual(Number(writer.lines.at(-1)));
    await next.stop();
  });

  it('a left-over postmaster.pid whose number another program has now is no obstacle', async () => {
    await (await start()).stop();
    await writeFile(join(cluster(), 'postmaster.pid'), `${process.ppid}\n${cluster()}\n`);
    await (await start()).stop();
  });

  it('of the server alone it is started again on the same address, and said so', async () => {
    const incidents: Fault[] = [];
    const started = await start((fault) => incidents.push(fault));
    await query(started.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    const before = (await postmasterOf(cluster()))?.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await holdsWithin(30_000, async () => {
      const now = await postmasterOf(cluster());
      return now !== undefined && now.pid !== before && now.state === 'ready';
    });
    expect(await query(started.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    expect(incidents).toMatchObject([{ code: 'STORE_SERVER_DIED', values: { how: 'SIGKILL' } }]);
    await started.stop();
    expect(await processesIn(cluster())).toEqual([]);
  });
});

if (isRoot)
  describe('as root', () => {
    it('runs the server as another user, also below a folder that is closed to it', async () => {
      await chmod(dataDir, 0o700);
      const started = await start();
      const postmaster = await postmasterOf(cluster());
      const status = await readFile(`/proc/${postmaster?.pid}/status`, 'utf8');
      expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe('0');
      await started.stop();
    });

    it('a normal user runs its own', async () => {
      const nobody = { uid: 65534, gid: 65534 };
      await chmod(dataDir, 0o777);
      const run = holder('stop', nobody);
      const [code] = await once(run.child, 'exit');
      expect(run.lines).toEqual(['ready']);
      expect(code).toBe(0);
      expect((await stat(cluster())).uid).toBe(nobody.uid);
    });
  });
