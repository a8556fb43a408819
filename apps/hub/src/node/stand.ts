import { ok, type Fault, type Result } from '#kernel';
import { loadMasterKey, migrate, openSql, startEmbedded, watchEvidence } from '#store';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { Closers } from './closers.js';

/** What every thread of a process stands on: a database with its tables, and the key that opens its secrets. */
export interface Stand {
  readonly databaseUrl: string;
  readonly masterKey: Buffer;
  close(): Promise<void>;
}

/** Opened once in a process. What was opened before something fails is closed again: the next start finds it free. */
export async function openStand(config: Config, log: Logger): Promise<Result<Stand, Fault>> {
  const closers = new Closers(log);
  const opened = await closers.closingOnFault(() => openParts(config, log, closers));
  return opened.ok ? ok({ ...opened.value, close: () => closers.close() }) : opened;
}

async function openParts(
  config: Config,
  log: Logger,
  closers: Closers,
): Promise<Result<Omit<Stand, 'close'>, Fault>> {
  const masterKey = await loadMasterKey(config.folder, config.masterKey);
  if (!masterKey.ok) return masterKey;
  const databaseUrl = await openServer(config, log, closers);
  if (!databaseUrl.ok) return databaseUrl;
  const migrated = await migrate({ url: databaseUrl.value });
  if (!migrated.ok) return migrated;
  if (migrated.value.length > 0)
    log.info({ migrations: migrated.value }, 'the tables were brought up to date');
  await watch(databaseUrl.value, config.evidence, log);
  return ok({ databaseUrl: databaseUrl.value, masterKey: masterKey.value });
}

/** Before the first row is written, so that every row is covered. It waits for whoever writes just now. */
async function watch(url: string, watching: boolean, log: Logger): Promise<void> {
  const sql = openSql({ url, connections: 1, statementTimeout: 0 });
  try {
    if (await watchEvidence(sql, watching))
      log.info({ watching }, 'the chain of evidence was turned on or off');
  } finally {
    await sql.end();
  }
}

async function openServer(config: Config, log: Logger, closers: Closers): Promise<Result<string, Fault>> {
  if (config.databaseUrl !== undefined) return ok(config.databaseUrl);
  const embedded = await startEmbedded({
    dataDir: config.folder,
    onIncident: (fault) => log.error({ code: fault.code }, fault.text.en),
  });
  if (!embedded.ok) return embedded;
  closers.add(() => embedded.value.stop());
  return ok(embedded.value.url);
}
