import { BlockList } from 'node:net';
import { resolve } from 'node:path';
import type { KeyAlgorithm } from '#evidence';
import type { BrokerSetup } from '#brokers';
import {
  breakerLimits,
  publishedSchedule,
  type BacklogLimits,
  type BreakerLimits,
  type Promises,
  type RetrySchedule,
} from '#exchange';
import { catalogue, fail, ok, type Fault, type Result } from '#kernel';
import { transferConfig, type TransferConfig } from './federation/transfer-settings.js';
import { secondsByType } from './promise-settings.js';
import { brokerSetup } from './brokers/broker-config.js';
import { networksOf, settings, type Setting } from './settings.js';
import type { OwnLimits, Retention } from '#store';

export type HubRole = 'all' | 'gateway' | 'worker';

/** What a deployment decides, from its environment. */
export interface Config {
  readonly role: HubRole;
  readonly nodeCode: string;
  readonly nodeNameZh: string;
  readonly nodeNameEn: string;
  readonly nodeEndpoint: string | undefined;
  readonly keyAlgorithm: KeyAlgorithm;
  readonly keyOverlapMs: number;
  readonly directoryMs: number;
  readonly directoryStaleMs: number;
  readonly transfer: TransferConfig;
  readonly host: string;
  readonly port: number;
  readonly folder: string;
  readonly codeLists: string | undefined;
  readonly brokers: BrokerSetup;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly masterKey: string | undefined;
  readonly bootstrapKey: string | undefined;
  readonly logLevel: string;
  readonly trustProxy: boolean;
  readonly bodyLimit: number;
  readonly bodiesLimit: number;
  readonly requestSeconds: number;
  readonly openBodiesLimit: number;
  readonly ratePerSecond: number;
  readonly trialsPerMinute: number;
  readonly previewsPerMinute: number;
  readonly databaseConnections: number;
  readonly normaliseBatch: number;
  readonly deliverClaim: number;
  readonly laneConcurrency: number;
  readonly deliveryTimeout: number;
  readonly retry: RetrySchedule;
  readonly breaker: BreakerLimits;
  readonly disableAfterMs: number;
  readonly promises: Promises;
  readonly feedDays: number;
  readonly retention: Retention;
  readonly own: OwnLimits;
  /** By who named the address of a webhook. */
  readonly allowedNetworks: { readonly administrator: BlockList; readonly participant: BlockList };
  readonly mappingPublishAlone: boolean;
  readonly dryRuns: number;
  readonly evidence: boolean;
  readonly evidenceMs: number;
  /** Undefined: no files are exchanged. */
  readonly fileDrop: FileDropConfig | undefined;
  readonly sweepSeconds: number;
  readonly closeSeconds: number;
}

export interface FileDropConfig {
  readonly root: string;
  readonly lookMs: number;
  /** Files a second and participant; 0 for no limit. */
  readonly ratePerSecond: number;
  /** What may wait in a folder `out`. */
  readonly waiting: BacklogLimits;
  /** How long files stay in `ack` and `error`; 0: for ever. */
  readonly keptMs: number;
}

export const configFaults = catalogue({
  CONFIG_PORT_UNAVAILABLE: {
    disposition: 'reject',
    status: 500,
    zh: '无法在 {host}:{port} 监听：{reason}',
    en: 'cannot listen on {host}:{port}: {reason}',
    advice: {
      zh: '停止占用该端口的程序，或用 HOST、PORT 指定其他地址后重新启动',
      en: 'stop the program that has the port, or choose another address with HOST and PORT, and start again',
    },
  },
  CONFIG_INVALID: {
    disposition: 'reject',
    status: 500,
    zh: '环境变量 {name} 无效：{reason}',
    en: 'the environment variable {name} is not valid: {reason}',
    advice: {
      zh: '按 docs/configuration.md 修正后重新启动',
      en: 'correct it as docs/configuration.md says and start again',
    },
  },
});

/** Every setting that is wrong at once, not the first alone. */
export function readConfig(environment: NodeJS.ProcessEnv, roleArgument?: string): Result<Config, Fault[]> {
  const faults: Fault[] = [];
  const read = (key: keyof typeof settings): string | undefined => {
    const setting: Setting = settings[key];
    const value = (key === 'ROLE' ? (roleArgument ?? environment[key]) : environment[key])?.trim();
    if (value === undefined || value === '') return setting.standard;
    const reason = setting.refuse?.(value);
    const told = faults.some(({ values }) => values?.['name'] === key);
    if (reason !== undefined && !told)
      faults.push(configFaults.make('CONFIG_INVALID', { values: { name: key, reason } }));
    return value;
  };
  const text = (key: keyof typeof settings): string => read(key) ?? '';
  const number = (key: keyof typeof settings): number => Number(read(key));
  const role = text('ROLE');
  const networks = (key: 'ALLOW_NETWORKS' | 'ALLOW_NETWORKS_SELF_SERVICE'): BlockList => {
    const parsed = networksOf(text(key));
    return parsed.ok ? parsed.value : new BlockList();
  };
  const allowedNetworks = {
    administrator: networks('ALLOW_NETWORKS'),
    participant: networks('ALLOW_NETWORKS_SELF_SERVICE'),
  };
  const config: Config = {
    role: role === 'gateway' || role === 'worker' ? role : 'all',
    nodeCode: text('NODE_CODE'),
    nodeNameZh: read('NODE_NAME_ZH') ?? text('NODE_CODE'),
    nodeNameEn: read('NODE_NAME_EN') ?? text('NODE_CODE'),
    nodeEndpoint: read('NODE_ENDPOINT'),
    keyAlgorithm: text('NODE_KEY_ALGORITHM') === 'sm2' ? 'sm2' : 'ed25519',
    keyOverlapMs: number('KEY_OVERLAP_HOURS') * 3_600_000,
    directoryMs: number('DIRECTORY_SECONDS') * 1000,
    directoryStaleMs: number('DIRECTORY_STALE_HOURS') * 3_600_000,
    transfer: transferConfig(number, number('DELIVERY_TIMEOUT')),
    host: text('HOST'),
    port: number('PORT'),
    folder: text('DATA_DIR'),
    codeLists: read('CODE_LISTS'),
    brokers: brokerSetup(read('BROKERS'), environment, (reason) =>
      faults.push(configFaults.make('CONFIG_INVALID', { values: { name: 'BROKERS', reason } })),
    ),
    databaseUrl: read('DATABASE_URL'),
    redisUrl: read('REDIS_URL'),
    masterKey: read('TONGGUAN_MASTER_KEY'),
    bootstrapKey: read('TONGGUAN_BOOTSTRAP_KEY'),
    logLevel: text('LOG_LEVEL'),
    trustProxy: text('TRUST_PROXY') === 'true',
    bodyLimit: number('BODY_LIMIT'),
    bodiesLimit: number('BODIES_LIMIT'),
    requestSeconds: number('REQUEST_SECONDS'),
    openBodiesLimit: number('OPEN_BODIES_LIMIT'),
    ratePerSecond: number('RATE_LIMIT'),
    trialsPerMinute: number('WEBHOOK_TRIALS'),
    previewsPerMinute: number('PREVIEWS'),
    databaseConnections: number('DATABASE_CONNECTIONS'),
    normaliseBatch: number('NORMALISE_BATCH'),
    deliverClaim: number('DELIVER_CLAIM'),
    laneConcurrency: number('LANE_CONCURRENCY'),
    deliveryTimeout: number('DELIVERY_TIMEOUT'),
    retry: {
      ...publishedSchedule,
      firstMs: number('RETRY_FIRST_SECONDS') * 1000,
      capMs: number('RETRY_CAP_MINUTES') * 60_000,
      spanMs: number('RETRY_SPAN_HOURS') * 3_600_000,
    },
    breaker: {
      ...breakerLimits,
      threshold: number('BREAKER_FAILURES'),
      firstOpenMs: number('BREAKER_OPEN_SECONDS') * 1000,
      maxOpenMs: number('BREAKER_LONGEST_SECONDS') * 1000,
    },
    disableAfterMs: number('DISABLE_AFTER_HOURS') * 3_600_000,
    promises: promisesOf(number, text('PROMISE_ANSWERED_BY_TYPE')),
    feedDays: number('FEED_DAYS'),
    retention: {
      idempotencyDays: number('IDEMPOTENCY_DAYS'),
      referenceDays: number('REFERENCE_DAYS'),
      attemptDays: number('ATTEMPT_DAYS'),
      readingDays: number('READING_DAYS'),
    },
    own: {
      destinations: number('OWN_DESTINATIONS'),
      subscribedTypes: number('OWN_SUBSCRIBED_TYPES'),
    },
    allowedNetworks,
    mappingPublishAlone: text('MAPPING_PUBLISH_ALONE') === 'true',
    dryRuns: number('DRY_RUNS'),
    evidence: text('EVIDENCE') === 'on',
    evidenceMs: number('EVIDENCE_SECONDS') * 1000,
    fileDrop: fileDropOf(read('FILE_DROP_DIR'), number),
    sweepSeconds: number('SWEEP_SECONDS'),
    closeSeconds: number('CLOSE_SECONDS'),
  };
  return faults.length > 0 ? fail(faults) : ok(config);
}

function promisesOf(seconds: (key: keyof typeof settings) => number, byType: string): Promises {
  const types = secondsByType(byType) ?? new Map();
  return {
    normalisedMs: seconds('PROMISE_NORMALISED_SECONDS') * 1000,
    deliveredMs: seconds('PROMISE_DELIVERED_SECONDS') * 1000,
    answeredMs: seconds('PROMISE_ANSWERED_SECONDS') * 1000,
    answeredByType: new Map([...types].map(([type, each]) => [type, each * 1000])),
  };
}

function fileDropOf(
  root: string | undefined,
  number: (key: keyof typeof settings) => number,
): FileDropConfig | undefined {
  // Read in any case, so that a value that is wrong is told of at once and not when files are switched on.
  const config = {
    lookMs: number('FILE_DROP_SECONDS') * 1000,
    ratePerSecond: number('FILE_DROP_RATE'),
    waiting: { files: number('FILE_DROP_WAITING'), bytes: number('FILE_DROP_WAITING_BYTES') },
    keptMs: number('FILE_DROP_DAYS') * 24 * 3_600_000,
  };
  return root === undefined ? undefined : { root: resolve(root), ...config };
}
