import { generateNodeKey, issueDocument, type NodeKey } from '#evidence';
import { Normalisers, Rulebook } from '#exchange';
import { uuidv7, type Fault, type JsonObject, type Result } from '#kernel';
import { openSql, SetupSnapshot, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import type { PeerDirectory, PeerNode } from '../../peer-directory.js';
import { transferLimits } from '../limits.js';
import { peerRequest, type PeerRequest } from '../peer-request.js';
import { TransferDesk } from '../receiving.js';
import type { SignedAnswer } from '../../peer-signature.js';
import { readAnswer, type Offer, type TransferAnswer, type TransferBatch } from '../wire.js';

/** A directory that a test writes as it goes. */
export class WrittenDirectory implements PeerDirectory {
  readonly known = new Map<string, PeerNode>();
  /** What a refresh brings. */
  news: () => void = () => undefined;
  refreshed = 0;

  constructor(private readonly own: string) {}

  put(code: string, keys: readonly NodeKey[], more: Partial<PeerNode> = {}): void {
    const node: PeerNode = {
      ...{ code, nameZh: code, nameEn: code, endpoint: `https://${code}.example`, state: 'active' },
      keys: keys.map(({ publicJwk }) => publicJwk),
      retired: [],
      ...more,
    };
    this.known.set(code, node);
  }

  version = (): number => 1;
  node = (code: string): PeerNode | undefined => this.known.get(code);
  nodes = (): readonly PeerNode[] => [...this.known.values()];
  self = (): string => this.own;
  province = (): string | undefined => undefined;

  refresh(): Promise<void> {
    this.refreshed++;
    this.news();
    return Promise.resolve();
  }
}

/** The node `yingkou` with a database, and the keys of those that send to it. */
export class Receiver {
  readonly keys = {
    dalian: generateNodeKey(),
    liaoning: generateNodeKey(),
    yingkou: generateNodeKey(),
    stranger: generateNodeKey(),
  };
  readonly directory = new WrittenDirectory('yingkou');
  now = Date.parse('2026-03-02T08:00:00Z');

  private constructor(
    readonly database: TestDatabase,
    readonly sql: Sql,
    private readonly snapshot: SetupSnapshot,
    readonly desk: (receiver: Receiver) => TransferDesk,
  ) {
    const { dalian, liaoning, yingkou } = this.keys;
    this.directory.put('dalian', [dalian]);
    this.directory.put('liaoning', [liaoning]);
    this.directory.put('yingkou', [yingkou]);
  }

  static async open(): Promise<Receiver> {
    const database = await freshDatabase();
    const sql = openSql({ url: database.url });
    const snapshot = await SetupSnapshot.open({
      url: database.url,
      open: () => {
        throw new Error('there is no secret');
      },
    });
    const rulebook = new Rulebook(snapshot, new Normalisers([]), (faults) => {
      throw new Error(JSON.stringify(faults));
    });
    const receiver = new Receiver(
      database,
      sql,
      snapshot,
      (own) =>
        new TransferDesk({
          sql,
          rulebook,
          directory: own.directory,
          key: () => own.keys.yingkou,
          limits: transferLimits,
          now: () => own.now,
          settled: () => undefined,
          answered: () => Promise.resolve(new Set()),
        }),
    );
    for (const code of ['dalian', 'liaoning']) await receiver.participant(code, code);
    await receiver.participant('broker@dalian', 'dalian');
    return receiver;
  }

  async participant(code: string, node: string, state = 'active'): Promise<void> {
    const kind = code === node ? 'node' : 'enterprise';
    await this.sql.execute(
      `INSERT INTO participant (id, code, name_zh, name_en, kind, node_code, state) VALUES ($1, $2, $2, $2, $3, $4, $5)`,
      [uuidv7(Date.now()), code, kind, node, state],
    );
    await this.snapshot.refresh();
  }

  async close(): Promise<void> {
    await this.snapshot.close();
    await this.sql.end();
    await this.database.drop();
  }

  /** A document of Dalian with its proof. */
  document(claims: JsonObject = {}, body: JsonObject = declaration(), key = this.keys.dalian): Proven {
    const id = uuidv7(this.now);
    const seconds = Math.floor(this.now / 1000);
    const all = {
      ...{
        iss: 'dalian',
        iat: seconds,
        exp: seconds + 86_400,
        id,
        type: 'Declaration',
        schemaVersion: '1.0.0',
      },
      ...{ sender: 'broker@dalian', receivedAt: new Date(this.now).toISOString() },
      ...{ keys: ['declaration:LN0001'], orderKey: 'LN0001', interchangeSha256: '0'.repeat(64) },
      ...claims,
    };
    const issued = issueDocument(key, all, body);
    if (!issued.ok) throw new Error(issued.error.code);
    return { id: String(all.id), proof: issued.value, hops: ['dalian'] };
  }

  batch(documents: readonly Offer[], more: Partial<TransferBatch> = {}): TransferBatch {
    const batch = { sender: 'dalian', receiver: 'yingkou', batch: uuidv7(this.now) };
    const offers = documents.map(({ proof, hops }) => ({ proof, hops }));
    return { ...batch, sentAt: new Date(this.now).toISOString(), documents: offers, ...more };
  }

  request(batch: TransferBatch, key = this.keys.dalian, at = this.now): Promise<PeerRequest> {
    return peerRequest(key, 'https://yingkou.example', batch, at, transferLimits.tolerance);
  }

  take({ headers, body }: Pick<PeerRequest, 'headers' | 'body'>): Promise<Result<SignedAnswer, Fault>> {
    const received = Object.entries(headers).map(([name, value]) => [name, String(value)]);
    return this.desk(this).receive({ headers: Object.fromEntries(received), body });
  }

  async offer(documents: readonly Offer[], more: Partial<TransferBatch> = {}): Promise<TransferAnswer> {
    const sender = more.sender === 'liaoning' ? this.keys.liaoning : this.keys.dalian;
    const taken = await this.take(await this.request(this.batch(documents, more), sender));
    const answer = taken.ok ? readAnswer(taken.value.body.toString()) : undefined;
    if (!answer) throw new Error(JSON.stringify(taken));
    return answer;
  }

  async count(table: string): Promise<number> {
    const [row] = await this.sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    return row?.n ?? 0;
  }
}

export interface Proven extends Offer {
  readonly id: string;
}

/** A made-up declaration, as short as one may be. */
export const declaration = (reference = 'LN0001'): JsonObject => ({
  entryNumber: '090620261301118062',
  trader: { name: '大连某贸易有限公司', code: '2102960027' },
  items: [{ lineNumber: '1', commodityCode: '8482102000', description: '深沟球轴承' }],
  signature: { operation: 'G', organisation: 'LNEPORT01', clientReference: reference },
});
