import { exportNodeKey, generateNodeKey, importNodeKey, open, seal, type NodeKey } from '#evidence';
import { fail, ok, type Fault, type Result } from '#kernel';
import { Lanes, Sweep } from '#queue';
import {
  Administration,
  dueLanes,
  ensureNodeKey,
  ensurePartitions,
  loadMasterKey,
  migrate,
  openDatabase,
  openSql,
  SetupSnapshot,
  startEmbedded,
  type Sql,
} from '#store';
import type { Logger } from 'pino';
import type { Config } from '../config.js';

/** What a node stands on, open and ready. */
export interface OpenNode {
  readonly databaseUrl: string;
  readonly sql: Sql;
  readonly administration: Administration;
  readonly snapshot: SetupSnapshot;
  readonly lanes: Lanes;
  readonly sweep: Sweep;
  readonly masterKey: Buffer;
  readonly nodeKey: NodeKey;
  /** Closes everything in the opposite order of opening. */
  close(): Promise<void>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const nodeKeyPlace = (kid: string): string => `node-key:${kid}`;

/**
 * Opens database, tables, keys, setup and lanes, in this order. What was opened before something fails is closed
 * again, so that the next start finds everything free.
 */
export async function openNode(config: Config, log: Logger): Promise<Result<OpenNode, Fault>> {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of closers.splice(0).reverse()) {
      await step().catch((error: unknown) => log.warn({ reason: String(error) }, 'closing: a step failed'));
    }
  };
  try {
    const opened = await openParts(config, log, closers);
    if (!opened.ok) await close();
    return opened.ok ? ok({ ...opened.value, close }) : opened;
  } catch (error) {
    await close();
    throw error;
  }
}

async function openParts(
  config: Config,
  log: Logger,
  closers: (() => Promise<void>)[],
): Promise<Result<Omit<OpenNode, 'close'>, Fault>> {
  const masterKey = await loadMasterKey(config.folder, config.masterKey);
  if (!masterKey.ok) return masterKey;
  const databaseUrl = await openDatabaseServer(config, log, closers);
  if (!databaseUrl.ok) return databaseUrl;
  const url = databaseUrl.value;
  const migrated = await migrate({ url });
  if (!migrated.ok) return migrated;
  if (migrated.value.length > 0)
    log.info({ migrations: migrated.value }, 'the tables were brought up to date');

  // A pool says that it is closed before its connections are: what the server tells them then is no news.
  let closing = false;
  const broken = (error: Error): void => {
    if (!closing) log.warn({ reason: error.message }, 'a database connection broke');
  };
  const sql = openSql({ url, connections: config.databaseConnections, name: 'tongguan', onBroken: broken });
  closers.push(() => sql.end());
  const database = await openDatabase({ url, onBroken: broken });
  closers.push(() => database.destroy());
  await keepPartitions(sql, log, closers);
  const nodeKey = await loadNodeKey(sql, masterKey.value);
  if (!nodeKey.ok) return nodeKey;
  const snapshot = await SetupSnapshot.open({
    url,
    open: (sealed, place) => open(masterKey.value, sealed, place),
    onFault: (fault) =>
      log.error({ reason: 'text' in fault ? fault.text.en : fault.message }, 'the setup could not be read'),
  });
  closers.push(() => snapshot.close());
  const lanes = await Lanes.open({
    store: config.redisUrl === undefined ? { postgres: { url } } : { redis: { url: config.redisUrl } },
    logger: laneLog(log),
    limits: { closeMs: config.closeSeconds * 500 },
  });
  closers.push(() => lanes.close());
  const sweep = new Sweep(lanes, {
    findDue: (limit) => dueLanes(sql, limit),
    logger: laneLog(log),
    everyMs: config.sweepSeconds * 1000,
  });
  closers.push(() => {
    closing = true;
    return sweep.stop();
  });
  return ok({
    databaseUrl: url,
    sql,
    administration: new Administration(database, Date.now),
    snapshot,
    lanes,
    sweep,
    masterKey: masterKey.value,
    nodeKey: nodeKey.value,
  });
}

async function openDatabaseServer(
  config: Config,
  log: Logger,
  closers: (() => Promise<void>)[],
): Promise<Result<string, Fault>> {
  if (config.databaseUrl !== undefined) return ok(config.databaseUrl);
  const embedded = await startEmbedded({
    dataDir: config.folder,
    onIncident: (fault) => log.error({ code: fault.code }, fault.text.en),
  });
  if (!embedded.ok) return embedded;
  closers.push(() => embedded.value.stop());
  return ok(embedded.value.url);
}

/** Partitions are made a month ahead, at every start and once a day. */
async function keepPartitions(sql: Sql, log: Logger, closers: (() => Promise<void>)[]): Promise<void> {
  await ensurePartitions(sql, Date.now());
  const timer = setInterval(() => {
    ensurePartitions(sql, Date.now()).catch((error: unknown) =>
      log.error({ reason: String(error) }, 'the partitions of the next month could not be made'),
    );
  }, DAY_MS);
  timer.unref();
  closers.push(() => Promise.resolve(clearInterval(timer)));
}

async function loadNodeKey(sql: Sql, masterKey: Buffer): Promise<Result<NodeKey, Fault>> {
  const kept = await ensureNodeKey(sql, () => {
    const made = generateNodeKey();
    return {
      kid: made.kid,
      algorithm: made.publicJwk.alg,
      publicJwk: { ...made.publicJwk },
      privateSealed: seal(masterKey, exportNodeKey(made), nodeKeyPlace(made.kid)),
    };
  });
  const opened = open(masterKey, kept.privateSealed, nodeKeyPlace(kept.kid));
  return opened.ok ? importNodeKey(opened.value) : fail(opened.error);
}

const laneLog = (log: Logger) => ({
  info: (message: string, fields?: object) => log.info(fields ?? {}, message),
  warn: (message: string, fields?: object) => log.warn(fields ?? {}, message),
  error: (message: string, fields?: object) => log.error(fields ?? {}, message),
});
