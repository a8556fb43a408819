import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { ok } from '#kernel';
import {
  Administration,
  beginLook,
  endLook,
  enterChain,
  openDatabase,
  openSql,
  SetupSnapshot,
  type Sql,
} from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { FederationLoop } from './federation-loop.js';
import { Keyring } from './keyring.js';
import { Member } from './member.js';
import type { FederationParts } from './parts.js';
import { Province } from './province.js';

/** A province that answers when it is let. */
let province: Server;
const asked: string[] = [];
let answering: Promise<void> = Promise.resolve();

let database: TestDatabase;
let sql: Sql;
let loop: FederationLoop;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  asked.length = 0;
  province = createServer((request, response) => {
    asked.push(request.url ?? '');
    void answering.then(() => response.writeHead(503).end());
  }).listen(0, '127.0.0.1');
  await once(province, 'listening');
  const address = province.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  database = await freshDatabase();
  sql = openSql({ url: database.url });
  await sql.execute(
    `INSERT INTO membership (province, province_endpoint, province_keys, endpoint, joined_at)
     VALUES ('liaoning', $1, '[]', 'http://dalian.example', now())`,
    [`http://127.0.0.1:${port}`],
  );
  loop = await opened();
});
afterEach(async () => {
  await loop.stop();
  for (const close of closing.splice(0).reverse()) await close();
  await sql.end();
  await database.drop();
  province.closeAllConnections();
  province.close();
});

async function opened(): Promise<FederationLoop> {
  const snapshot = await SetupSnapshot.open({ url: database.url, open: ok });
  const source = await openDatabase({ url: database.url });
  const keyring = await Keyring.open({
    sql,
    masterKey: Buffer.alloc(32, 1),
    algorithm: 'ed25519',
    onFault: fail,
  });
  if (!keyring.ok) throw new Error(keyring.error.code);
  closing.push(
    () => snapshot.close(),
    () => source.destroy(),
    () => keyring.value.close(),
  );
  const parts: FederationParts = {
    sql,
    administration: new Administration(source, Date.now),
    snapshot,
    keyring: keyring.value,
    self: { code: 'dalian', nameZh: '大连', nameEn: 'Dalian' },
    endpoint: undefined,
    keyOverlapMs: 3_600_000,
    staleMs: 3_600_000,
    now: Date.now,
  };
  const options = { everyMs: 3_600_000, random: Math.random, onFault: () => undefined };
  return new FederationLoop(parts, new Province(parts), new Member(parts), options);
}

const fail = (error: unknown): never => {
  throw error;
};

async function until(what: () => boolean): Promise<void> {
  for (const end = Date.now() + 5_000; !what();) {
    if (Date.now() > end) throw new Error(`not within 5 s; asked: ${asked.join()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('holds up neither blocks nor acts while the province does not answer', async () => {
  let answer: () => void = () => undefined;
  answering = new Promise((resolve) => (answer = resolve));
  await loop.start();
  await until(() => asked.length > 0);
  await sql.transaction(async (tx) => {
    expect(await enterChain(tx)).toBeDefined();
    expect(
      await tx.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()`),
    ).toEqual([]);
  });
  expect(await beginLook(sql)).toBeUndefined();
  answer();
  await until(() => asked.length > 1);
});

it('looks when somebody waits for it, also when another process was looking just then', async () => {
  answering = Promise.resolve();
  const other = await beginLook(sql);
  await loop.start();
  loop.look();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(asked).toEqual([]);
  await endLook(sql, other ?? '');
  await until(() => asked.length > 0);
});
