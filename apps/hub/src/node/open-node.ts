import { open } from '#evidence';
import { adapters } from '#adapters';
import { Normalisers, Sealer, sealerLimits } from '#exchange';
import { Keyring, LiveDirectory } from '#federation';
import { ok, type Fault, type Result } from '#kernel';
import { Lanes, Sweep } from '#queue';
import {
  Administration,
  administrationLimits,
  Clock,
  dueLanes,
  ensurePartitions,
  forgetOld,
  openDatabase,
  openSql,
  SetupSnapshot,
  type Retention,
  type Sql,
} from '#store';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { Refusal } from '../refusal.js';
import { Closers } from './closers.js';
import { redisStoreOf } from './redis-store.js';
import type { Stand } from './stand.js';

/** What one thread works with, open and ready. */
export interface OpenNode {
  readonly sql: Sql;
  readonly snapshot: SetupSnapshot;
  /** What messages are read with under each set-up; compiled for the present one. */
  readonly normalisers: Normalisers;
  /** What this node signs with. */
  readonly keyring: Keyring;
  /** Who the other nodes are. */
  readonly directory: LiveDirectory;
  /** The time that all processes go by, Unix milliseconds. */
  readonly now: () => number;
  close(): Promise<void>;
}

/** For the door. */
export interface DoorNode extends OpenNode {
  readonly administration: Administration;
  readonly masterKey: Buffer;
}

/** For the lanes, and for a door that arms lanes in other processes. */
export interface LaneNode extends OpenNode {
  readonly lanes: Lanes;
  readonly sweep: Sweep;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export async function openDoorNode(
  config: Config,
  stand: Stand,
  log: Logger,
): Promise<Result<DoorNode, Fault>> {
  const closers = new Closers(log);
  return closers.closingOnFault(async () => {
    const opened = await openShared(config, stand, log, closers);
    if (!opened.ok) return opened;
    const { broken, ...shared } = opened.value;
    const database = await openDatabase({ url: stand.databaseUrl, onBroken: broken });
    closers.add(() => database.destroy());
    return ok({
      ...shared,
      administration: new Administration(database, shared.now, { ...administrationLimits, own: config.own }),
      masterKey: stand.masterKey,
      close: () => closers.close(),
    });
  });
}

export async function openLaneNode(config: Config, stand: Stand, log: Logger): Promise<LaneNode> {
  const closers = new Closers(log);
  const opened = await openShared(config, stand, log, closers);
  if (!opened.ok) {
    await closers.close();
    throw new Refusal([opened.error]);
  }
  const { sql, snapshot, normalisers, keyring, directory, now } = opened.value;
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
    key: () => Promise.resolve(keyring.current()),
    now,
    limits: { ...sealerLimits, everyMs: config.evidenceMs },
    failed: (error) => log.error({ reason: String(error) }, 'a block of evidence could not be sealed'),
  });
  sealer.start();
  closers.add(() => sealer.stop());
  return {
    sql,
    snapshot,
    normalisers,
    keyring,
    directory,
    now,
    lanes,
    sweep,
    close: () => closers.close(),
  };
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
  const clock = await Clock.open(sql);
  closers.add(() => clock.close());
  const { now } = clock;
  await keepHouse(sql, now, config.retention, log, closers);
  const snapshot = await SetupSnapshot.open({
    url,
    open: (sealed, place) => open(masterKey, sealed, place),
    onFault: (fault) => log.error({ reason: reasonOf(fault) }, 'the setup could not be read'),
  });
  closers.add(() => snapshot.close());
  // What is compiled when first used is better compiled before the first sender waits for it.
  const normalisers = new Normalisers(adapters);
  normalisers.of(snapshot.current());
  const keyring = await Keyring.open({
    sql,
    masterKey,
    algorithm: config.keyAlgorithm,
    onFault: (fault) => log.error({ reason: reasonOf(fault) }, 'the key of the node could not be read'),
  });
  if (!keyring.ok) return keyring;
  closers.add(() => keyring.value.close());
  const directory = await LiveDirectory.open({
    sql,
    self: config.nodeCode,
    now,
    onFault: (error) => log.error({ reason: error.message }, 'the directory could not be read'),
  });
  closers.add(() => directory.close());
  return ok({ sql, snapshot, normalisers, keyring: keyring.value, directory, now, broken });
}

const reasonOf = (fault: Fault | Error): string => ('text' in fault ? fault.text.en : fault.message);

/** Partitions are made a month ahead, at every start and once a day; then too, what is past its time is forgotten. */
async function keepHouse(
  sql: Sql,
  now: () => number,
  keep: Retention,
  log: Logger,
  closers: Closers,
): Promise<void> {
  await ensurePartitions(sql, now());
  const timer = setInterval(() => {
    ensurePartitions(sql, now())
      .then(() => forgetOld(sql, now(), keep))
      .catch((error: unknown) => log.error({ reason: String(error) }, 'the daily housekeeping failed'));
  }, DAY_MS);
  timer.unref();
  closers.add(() => Promise.resolve(clearInterval(timer)));
}

const laneLog = (log: Logger) => ({
  info: (message: string, fields?: object) => log.info(fields ?? {}, message),
  warn: (message: string, fields?: object) => log.warn(fields ?? {}, message),
  error: (message: string, fields?: object) => log.error(fields ?? {}, message),
});
