import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { open, seal } from '#evidence';
import { checkCondition } from '#routing';
import { adapters } from '#adapters';
import { Normalisers, ReadingLog, readingLimits } from '#exchange';
import {
  Administration,
  ensurePartitions,
  openDatabase,
  openSql,
  reportDryRun,
  SetupSnapshot,
  type Sql,
} from '#store';
import { freshDatabase } from '#store/testing';
import { CallerGuard } from '../../http/caller.js';
import { ProblemFilter } from '../../http/problem.filter.js';
import { guardServer, httpAdapter, serverLimits } from '../../http/server.js';
import { AdminModule } from '../admin.module.js';
import { DryRuns } from '../mappings/dry-runs.js';
import { performDryRun } from '../mappings/perform-dry-run.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // What a test reads of a JSON answer it states in its own expectations.
  readonly body: Record<string, unknown>;
}

export interface AdminServer {
  readonly url: string;
  readonly databaseUrl: string;
  /** The administrator key of the first start. */
  readonly key: string;
  readonly administration: Administration;
  readonly snapshot: SetupSnapshot;
  readonly sql: Sql;
  /** Senders that the lanes were told of. */
  readonly rung: readonly string[];
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

@Module({})
class Root {}

/** On the event loop of the test: what the thread does is the same. */
class LocalDryRuns extends DryRuns {
  readonly limit = 1;
  underWay = 0;

  constructor(
    private readonly sql: Sql,
    private readonly url: string,
  ) {
    super();
  }

  start(id: string): void {
    this.underWay++;
    void performDryRun(this.sql, this.url, adapters, id).then(async (result) => {
      this.underWay--;
      if (result) await reportDryRun(this.sql, id, 'done', result);
    });
  }
}

const masterKey = Buffer.alloc(32, 7);

/** The administration API on a real server and a database of its own. */
export async function startAdminServer(): Promise<AdminServer> {
  const database = await freshDatabase();
  const source = await openDatabase({ url: database.url });
  const administration = new Administration(source, Date.now);
  const first = await administration.firstKey();
  if (!first.ok || first.value === undefined) throw new Error('no first key');
  const key = first.value;
  const sealer = {
    seal: (plain: Buffer, place: string) => seal(masterKey, plain, place),
    open: (sealed: Buffer, place: string) => open(masterKey, sealed, place),
  };
  const sql = openSql({ url: database.url, connections: 3 });
  await ensurePartitions(sql, Date.now());
  const rung: string[] = [];
  const snapshot = await SetupSnapshot.open({ url: database.url, open: sealer.open });
  const parts = {
    administration,
    seal: sealer,
    checkCondition,
    documentTypes: ['Declaration', 'ContainerMove'],
    brokers: new Map(),
    now: Date.now,
    changed: () => snapshot.refresh(),
    mappings: {
      sql,
      normalisers: new Normalisers(adapters),
      setup: () => snapshot.current(),
      publishAlone: false,
      dryRuns: new LocalDryRuns(sql, database.url),
      readings: new ReadingLog(sql, readingLimits, () => undefined),
      ring: (ids: readonly string[]) => void rung.push(...ids),
    },
  };
  const root = { module: Root, imports: [AdminModule.register(parts)] };
  const app = await NestFactory.create(root, httpAdapter(serverLimits, false), { logger: false });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalGuards(new CallerGuard(new Reflector()));
  await app.init();
  guardServer(app.getHttpAdapter().getInstance(), serverLimits, snapshot, Date.now);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    url,
    databaseUrl: database.url,
    key,
    administration,
    snapshot,
    sql,
    rung,
    async call(method, path, body, headers = {}) {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, 'accept-language': 'en', ...headers },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? {} : JSON.parse(text),
      };
    },
    async close() {
      await app.close();
      await snapshot.close();
      await sql.end();
      await source.destroy();
      await database.drop();
    },
  };
}
