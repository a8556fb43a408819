import { DataSource } from 'typeorm';
import { namedUrl } from './connection-url.js';
import { AccessKey } from './entities/access-key.entity.js';
import { Agreement } from './entities/agreement.entity.js';
import { AuditEvent } from './entities/audit-event.entity.js';
import { Destination } from './entities/destination.entity.js';
import { MappingVersion } from './entities/mapping-version.entity.js';
import { NodeKeyRow } from './entities/node-key.entity.js';
import { Participant } from './entities/participant.entity.js';
import { ReceiptPreference } from './entities/receipt-preference.entity.js';
import { Route } from './entities/route.entity.js';
import { Subscription } from './entities/subscription.entity.js';
import { migrations } from './migrations.js';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections of the administration at most, beside those of `Sql`. Default 5. */
  readonly connections?: number;
  /** Longest run of one statement in milliseconds. Default 30 000; migrations have no limit. */
  readonly statementTimeout?: number;
  /** Told of connections that broke while idle; they are made again when needed. */
  readonly onBroken?: (error: Error) => void;
}

const entities = [
  Participant,
  AccessKey,
  Agreement,
  Destination,
  Route,
  AuditEvent,
  NodeKeyRow,
  MappingVersion,
  Subscription,
  ReceiptPreference,
];

/** Entities and migrations come from lists, never from folders; tables change through migrations alone. */
export function newDataSource(options: DatabaseOptions): DataSource {
  const broken = options.onBroken ?? (() => undefined);
  const statementTimeout = options.statementTimeout ?? 30_000;
  return new DataSource({
    type: 'postgres',
    url: namedUrl(options.url, 'tongguan-setup'),
    poolSize: options.connections ?? 5,
    connectTimeoutMS: 10_000,
    applicationName: 'tongguan-setup',
    entities,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    installExtensions: false,
    poolErrorHandler: (error: Error) => broken(error),
    extra: { keepAlive: true, ...(statementTimeout > 0 ? { statement_timeout: statementTimeout } : {}) },
  });
}

/** @throws when the database cannot be reached; `migrate` before has waited for it */
export const openDatabase = (options: DatabaseOptions): Promise<DataSource> =>
  newDataSource(options).initialize();
