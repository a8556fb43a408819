import { fail, ok } from '#kernel';
import { openDatabase } from '../database.js';
import { storeFaults } from '../faults.js';
import { disableDestination } from '../hot/gone.js';
import { openSql, type Sql } from '../sql.js';
import { freshDatabase, type TestDatabase } from '../testing/database.js';
import { holdsWithin } from '../embedded/processes.js';
import { Administration, type SetupDesk } from './administration.js';
import { holderOf } from './setup.js';
import { SetupSnapshot, type SetupSnapshotOptions } from './setup-snapshot.js';

let database: TestDatabase;
let sql: Sql;
let administration: Administration;
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  database = await freshDatabase();
  sql = openSql({ url: database.url, connections: 2 });
  const source = await openDatabase({ url: database.url });
  administration = new Administration(source, Date.now);
  closing.push(() => source.destroy());
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await sql.end();
  await database.drop();
});

async function snapshot(options: Partial<SetupSnapshotOptions> = {}): Promise<SetupSnapshot> {
  const opened = await SetupSnapshot.open({ url: database.url, open: ok, checkEvery: 60_000, ...options });
  closing.push(() => opened.close());
  return opened;
}

async function act<T>(work: (setup: SetupDesk) => Promise<T>): Promise<T> {
  let value: T | undefined;
  await administration.act({}, async (setup) => {
    value = await work(setup);
    return ok(undefined);
  });
  if (value === undefined) throw new Error('nothing done');
  return value;
}

const enterprise = (code: string) =>
  act(async (setup) => {
    const made = await setup.participants.create({
      code,
      nameZh: '船代',
      nameEn: 'Agent',
      kind: 'enterprise',
    });
    if (!made.ok) throw new Error(made.error.text.en);
    return made.value;
  });
const eventually = async (condition: () => boolean) => expect(await holdsWithin(5000, condition)).toBe(true);

describe('the snapshot of the set-up', () => {
  it('hears of a change in every process as soon as it is committed', async () => {
    const [one, other] = [await snapshot(), await snapshot()];
    const { id } = await enterprise('yingkou-agent');
    await eventually(() => one.current().participants.has(id) && other.current().participants.has(id));
    const issued = await act((setup) =>
      setup.accessKeys.issue({ participantId: id, role: 'participant', label: 'a' }),
    );
    const key = issued.ok ? issued.value.key : '';
    await eventually(() => holderOf(one.current(), key, Date.now())?.participant.code === 'yingkou-agent');
    await act((setup) => setup.accessKeys.issue({ participantId: id, role: 'administrator', label: 'b' }));
    await act((setup) => setup.accessKeys.revoke(issued.ok ? issued.value.row.id : ''));
    await eventually(() => holderOf(one.current(), key, Date.now()) === undefined);
    expect(holderOf(other.current(), 'tg_unknown', Date.now())).toBeUndefined();
  });

  it('an expired key has no holder', async () => {
    const { id } = await enterprise('yingkou-agent');
    const expiresAt = new Date(Date.now() + 60_000);
    const issued = await act((setup) =>
      setup.accessKeys.issue({ participantId: id, role: 'participant', label: 'a', expiresAt }),
    );
    const setup = (await snapshot()).current();
    const key = issued.ok ? issued.value.key : '';
    expect(holderOf(setup, key, expiresAt.getTime() - 1)).toBeDefined();
    expect(holderOf(setup, key, expiresAt.getTime())).toBeUndefined();
  });

  it('finds by its version what no notice told, and what changed while its connections were cut', async () => {
    const one = await snapshot({ checkEvery: 50 });
    await sql.query(`ALTER TABLE participant DISABLE TRIGGER setup_changed`);
    await enterprise('quiet-agent');
    await sql.query('UPDATE setup_version SET version = version + 1');
    await eventually(() => one.current().participants.size === 1);
    await sql.query(`ALTER TABLE participant ENABLE TRIGGER setup_changed`);
    await database.cutConnections();
    await holdsWithin(5000, async () => {
      await enterprise('late-agent').catch(() => undefined);
      return one.current().participants.size === 2;
    });
    await eventually(() => one.current().participants.size === 2);
  });

  it('is at least what was asked for, also when many ask at once', async () => {
    const one = await snapshot();
    await sql.query(`ALTER TABLE participant DISABLE TRIGGER setup_changed`);
    await enterprise('quiet-agent');
    const [row] = await sql.query<{ version: number }>(
      'UPDATE setup_version SET version = version + 1 RETURNING version',
    );
    const wanted = String(row?.version);
    const all = await Promise.all(Array.from({ length: 50 }, () => one.atLeast(wanted)));
    expect(all.every((setup) => setup.version === wanted && setup.participants.size === 1)).toBe(true);
    await expect(one.atLeast('999999')).rejects.toThrow('999999');
  });

  it('says which routes lead nowhere, leaves out those of suspended participants and reports secrets that do not open', async () => {
    const { id } = await enterprise('yingkou-agent');
    const wanted = {
      participantId: id,
      code: 'hook',
      kind: 'webhook' as const,
      config: { url: 'https://example.com' },
    };
    const hook = await act((setup) =>
      setup.destinations.create({ ...wanted, seal: (place) => Buffer.from(JSON.stringify([place])) }),
    );
    const destinationId = hook.ok ? hook.value.id : '';
    await act((setup) => setup.routes.create({ code: 'all', documentType: '*', destinationId }));
    const one = await snapshot();
    expect(one.current().routes).toMatchObject([{ code: 'all', consumerId: id, priority: 100 }]);
    expect(one.current().destinations.get(destinationId)?.secrets).toEqual([`destination:${destinationId}`]);
    const fault = storeFaults.make('STORE_NO_SECRET', { values: { kind: 'x' } });
    const blind = await snapshot({ open: () => fail(fault) });
    expect(blind.current().destinations.get(destinationId)).toMatchObject({ secrets: [], fault });
    await act((setup) => setup.destinations.disable(destinationId));
    await eventually(() => one.current().routes[0]?.barred === 'DESTINATION_DISABLED');
    expect(one.current().destinations.get(destinationId)?.state).toBe('disabled');
    await act((setup) => setup.destinations.activate(destinationId));
    await eventually(() => one.current().routes[0]?.barred === undefined);
    // Of its own accord the hub disables it for a while: what comes meanwhile is owed.
    const gone = storeFaults.make('STORE_NO_SECRET', { values: { kind: 'x' } });
    await disableDestination(sql, destinationId, gone, Date.now());
    await eventually(() => one.current().destinations.get(destinationId)?.state === 'disabled');
    expect(one.current().routes[0]?.barred).toBeUndefined();
    await act((setup) => setup.participants.suspend(id));
    await eventually(() => one.current().routes.length === 0);
  });

  it('keeps the last one that fits when there is too much', async () => {
    const faults: string[] = [];
    const onFault = (fault: { code?: string } | Error) =>
      faults.push('code' in fault ? (fault.code ?? '') : '');
    const one = await snapshot({ limits: { rows: 1 }, onFault });
    await enterprise('first-agent');
    await eventually(() => one.current().participants.size === 1);
    await enterprise('second-agent');
    await eventually(() => faults.includes('STORE_SETUP_TOO_LARGE'));
    expect(one.current().participants.size).toBe(1);
  });
});

describe('the first key', () => {
  it('is made once, by whoever starts first, and again only when no live one is left', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => administration.firstKey()));
    const keys = all.map((one) => (one.ok ? one.value : 'failed')).filter((key) => key !== undefined);
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatch(/^tg_[\w-]{43}$/);
    expect(await administration.firstKey()).toEqual(ok(undefined));
    await sql.query('UPDATE access_key SET revoked_at = now()');
    const adopted = `tg_${'a'.repeat(43)}`;
    expect(await administration.firstKey(adopted)).toEqual(ok(adopted));
    const events = await administration.view.auditEvents.list({ limit: 10 });
    expect(events.items.map(({ action, reason }) => `${action} ${reason}`).reverse()).toEqual([
      'participant.created first start',
      'access-key.created first start',
      'access-key.created first start',
    ]);
  });
});
