import { exportNodeKey, generateNodeKey, importNodeKey, open, seal, type NodeKey } from '#evidence';
import { adapters } from '#adapters';
import { Normalisers, Sealer, sealerLimits } from '#exchange';
import { fail, ok, type Fault, type Result } from '#kernel';
import { Lanes, Sweep } from '#queue';
import {
  Administration,
  dueLanes,
  ensureNodeKey,
  ensurePartitions,
  forgetOld,
  openDatabase,
  openSql,
  SetupSnapshot,
  type Sql,
} from '#store';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { Closers } from './closers.js';
import { redisStoreOf } from './redis-store.js';
import type { Stand } from './stand.js';

/** What one thread works with, open and ready. */
export interface OpenNode {
  readonly sql: Sql;
  readonly snapshot: SetupSnapshot;
  /** What messages are read with under each set-up; compiled for the present one. */
  readonly normalisers: Normalisers;
  close(): Promise<void>;
}

/** For the door. */
export interface DoorNode extends OpenNode {
  readonly administration: Administration;
  readonly masterKey: Buffer;
  readonly nodeKey: NodeKey;
}

/** For the lanes, and for a door that arms lanes in other processes. */
export interface LaneNode extends OpenNode {
  readonly lanes: Lanes;
  readonly sweep: Sweep;
  /** The key that receipts are signed with now. */
  readonly nodeKey: () => Promise<NodeKey>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const nodeKeyPlace = (kid: string): string => `node-key:${kid}`;

export async function openDoorNode(
  config: Config,
  stand: Stand,
  log: Logger,
): Promise<Result<DoorNode, Fault>> {
  const closers = new Closers(log);
  return closers.closingOnFault(async () => {
    const { broken, ...shared } = await openShared(config, stand, log, closers);
    const database = await openDatabase({ url: stand.databaseUrl, onBroken: broken });
    closers.add(() => database.destroy());
    const nodeKey = await loadNodeKey(shared.sql, stand.masterKey);
    if (!nodeKey.ok) return nodeKey;
    return ok({
      ...shared,
      administration: new Administration(database, Date.now),
      masterKey: stand.masterKey,
      nodeKey: nodeKey.value,
      close: () => closers.close(),
    });
  });
}

export async function openLaneNode(config: Config, stand: Stand, log: Logger): Promise<LaneNode> {
  const closers = new Closers(log);
  const { sql, snapshot, normalisers } = await openShared(config, stand, log, closers);
  const lanes = await openLanes(config, stand, log);
  closers.add(() => lanes.close());
  const sweep = new Sweep(lanes, {
    findDue: (limit) => dueLanes(sql, limit),
    logger: laneLog(log),
    everyMs: config.sweepSeconds * 1000,
  });
  closers.add(() => sweep.stop());
  const sealer = new Sealer({
    sql,
    nodeCode: config.nodeCode,
    key: async () => {
      const key = await loadNodeKey(sql, stand.masterKey);
      if (!key.ok) throw new Error(key.error.text.en);
      return key.value;
    },
    now: Date.now,
    limits: { ...sealerLimits, everyMs: config.evidenceMs },
    failed: (error) => log.error({ reason: String(error) }, 'a block of evidence could not be sealed'),
  });
  sealer.start();
  closers.add(() => sealer.stop());
  const nodeKey = async (): Promise<NodeKey> => {
    const key = await loadNodeKey(sql, stand.masterKey);
    if (!key.ok) throw new Error(key.error.text.en);
    return key.value;
  };
  return { sql, snapshot, normalisers, lanes, sweep, nodeKey, close: () => closers.close() };
}

export function openLanes(config: Config, stand: Stand, log: Logger): Promise<Lanes> {
  const { redisUrl, closeSeconds } = config;
  return Lanes.open({
    store: redisUrl === undefined ? { postgres: { url: stand.databaseUrl } } : redisStoreOf(redisUrl),
    logger: laneLog(log),
    limits: { closeMs: closeSeconds * 500 },
  });
}

async function openShared(config: Config, stand: Stand, log: Logger, closers: Closers) {
  const { databaseUrl: url, masterKey } = stand;
  // A pool says that it is closed before its connections are: what the server tells them then is no news.
  let closing = false;
  const broken = (error: Error): void => {
    if (!closing) log.warn({ reason: error.message }, 'a database connection broke');
  };
  const sql = openSql({ url, connections: config.databaseConnections, name: 'tongguan', onBroken: broken });
  closers.add(() => {
    closing = true;
    return sql.end();
  });
  await keepHouse(sql, log, closers);
  const snapshot = await SetupSnapshot.open({
    url,
    open: (sealed, place) => open(masterKey, sealed, place),
    onFault: (fault) =>
      log.error({ reason: 'text' in fault ? fault.text.en : fault.message }, 'the setup could not be read'),
  });
  closers.add(() => snapshot.close());
  // What is compiled when first used is better compiled before the first sender waits for it.
  const normalisers = new Normalisers(adapters);
  normalisers.of(snapshot.current());
  return { sql, snapshot, normalisers, broken };
}

/** Partitions are made a month ahead, at every start and once a day; then too, what is past its time is forgotten. */
async function keepHouse(sql: Sql, log: Logger, closers: Closers): Promise<void> {
  await ensurePartitions(sql, Date.now());
  const timer = setInterval(() => {
    ensurePartitions(sql, Date.now())
      .then(() => forgetOld(sql, Date.now()))
      .catch((error: unknown) => log.error({ reason: String(error) }, 'the daily housekeeping failed'));
  }, DAY_MS);
  timer.unref();
  closers.add(() => Promise.resolve(clearInterval(timer)));
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
