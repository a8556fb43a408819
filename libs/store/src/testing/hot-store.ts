import { createHash, randomUUID } from 'node:crypto';
import { uuidv7 } from '#kernel';
import { storeInterchanges, type NewInterchange } from '../hot/intake.js';
import { settleNormalisations, type NewDocument } from '../hot/normalisation.js';
import { ensurePartitions } from '../read/lanes.js';
import { openSql, type Sql } from '../sql.js';
import { freshDatabase, type TestDatabase } from './database.js';

export const hash = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** A database of a test's own with one sender at a time and what is owed to its one destination. */
export class HotStore {
  sender = '';
  destination = '';

  private constructor(
    readonly database: TestDatabase,
    readonly sql: Sql,
  ) {}

  static async open(): Promise<HotStore> {
    const database = await freshDatabase();
    const sql = openSql({ url: database.url });
    await ensurePartitions(sql, Date.now());
    return new HotStore(database, sql);
  }

  /** Another sender, with another destination. */
  async renew(): Promise<void> {
    this.sender = randomUUID();
    this.destination = randomUUID();
    await this.sql.query(
      `INSERT INTO participant (id, code, name_zh, name_en, kind) VALUES ($1, $2, '测试', 'test', 'agency')`,
      [this.sender, `p-${this.sender.slice(0, 8)}`],
    );
    await this.sql.query(
      `INSERT INTO destination (id, participant_id, code, kind) VALUES ($1, $2, 'inbox', 'mailbox')`,
      [this.destination, this.sender],
    );
  }

  async close(): Promise<void> {
    await this.sql.end();
    await this.database.drop();
  }

  interchange(body: string | Buffer, key?: string): NewInterchange {
    const bytes = Buffer.from(body);
    return {
      id: uuidv7(Date.now()),
      participantId: this.sender,
      receivedAt: Date.now(),
      channel: 'http',
      contentType: 'application/xml',
      idempotencyKey: key ?? `sha256:${hash(bytes).toString('hex')}`,
      sha256: hash(bytes),
      body: bytes,
    };
  }

  /** Stores interchanges and settles each with one document for the destination, ordered by the given keys. */
  async owe(orderKeys: readonly string[], type = 'Declaration'): Promise<string[]> {
    const stored = orderKeys.map((key, at) => this.interchange(`${key} ${at} ${randomUUID()}`));
    await storeInterchanges(this.sql, stored);
    const documents = stored.map((one, at): NewDocument => {
      const body = Buffer.from(JSON.stringify({ at, text: '报关单 "\\"\u0001' }));
      return {
        id: uuidv7(Date.now()),
        interchangeId: one.id,
        ordinal: 0,
        type,
        schemaVersion: '1',
        occurredAt: undefined,
        receivedAt: one.receivedAt,
        keys: [`declaration:${at}`, 'container:A"B,{}'],
        orderKey: orderKeys[at] ?? '',
        sha256: hash(body),
        body,
        decisions: Buffer.from('[]'),
      };
    });
    const route = randomUUID();
    await this.sql.transaction((tx) =>
      settleNormalisations(tx, {
        originNode: 'dalian',
        senderId: this.sender,
        now: Date.now(),
        outcomes: stored.map((one) => ({
          interchangeId: one.id,
          state: 'normalised',
          adapterId: 'test',
          mappingVersion: '1',
          identity: undefined,
          duplicateOf: undefined,
          faults: [],
        })),
        documents,
        deliveries: documents.map((one) => ({
          destinationId: this.destination,
          documentId: one.id,
          routeId: route,
          agreementId: undefined,
          orderKey: one.orderKey,
        })),
      }),
    );
    return documents.map((one) => one.id);
  }
}
