import { generateNodeKey, issueDocument, type NodeKey } from '#evidence';
import { uuidv7, type JsonObject } from '#kernel';
import { peerRequest } from '../../libs/federation/src/transfer/peer-request.js';
import type { TransferBatch } from '../../libs/federation/src/transfer/wire.js';
import type { Answer } from './client.js';
import { eventually } from './eventually.js';
import type { FederatedNode, Federation } from './federated.js';

/** A batch as it goes over the line. */
export interface WrittenRequest {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

const toleranceSeconds = 300;

/** Dandong is this process: it speaks to a hub, another process, as a node of the directory, and may lie. */
export class WrittenPeer {
  readonly key = generateNodeKey('ed25519');

  private constructor(private readonly to: FederatedNode) {}

  /** The only node beside those that run; in the directory with the hub's consent, and heard. */
  static async beside(federation: Federation, to: FederatedNode): Promise<WrittenPeer> {
    const peer = new WrittenPeer(to);
    await federation.publish(undefined, (nodes) => [
      ...nodes,
      {
        code: 'dandong',
        nameZh: '丹东',
        nameEn: 'Dandong',
        endpoint: 'http://127.0.0.1:9',
        state: 'active',
        keys: [{ jwk: { ...peer.key.publicJwk }, since: new Date().toISOString() }],
        participants: [],
      },
    ]);
    for (const [code, kind] of [
      ['dandong', 'node'],
      ['broker@dandong', 'enterprise'],
    ])
      await to.sql.query(
        `INSERT INTO participant (id, code, name_zh, name_en, kind, node_code) VALUES ($1, $2, $2, $2, $3, 'dandong')`,
        [uuidv7(Date.now()), code, kind],
      );
    await eventually('dandong is heard', async () => (await peer.offer([peer.proof()])).status === 200);
    return peer;
  }

  /** A declaration with its proof; by default one that nothing is the matter with. */
  proof(claims: JsonObject = {}, key: NodeKey = this.key): string {
    const seconds = Math.floor(Date.now() / 1000);
    const said = {
      iss: 'dandong',
      iat: seconds,
      exp: seconds + 86_400,
      id: uuidv7(Date.now()),
      type: 'Declaration',
      schemaVersion: '1.0.0',
      sender: 'broker@dandong',
      receivedAt: new Date().toISOString(),
      keys: ['declaration:LN0001'],
      orderKey: 'LN0001',
      interchangeSha256: '0'.repeat(64),
      ...claims,
    };
    const issued = issueDocument(key, said, {
      entryNumber: '060620261301118062',
      trader: { name: '丹东某贸易有限公司', code: '2106960027' },
      items: [{ lineNumber: '1', commodityCode: '8482102000', description: '深沟球轴承' }],
      signature: { operation: 'G', organisation: 'LNEPORT01', clientReference: 'LN0001' },
    });
    if (!issued.ok) throw new Error(issued.error.code);
    return issued.value;
  }

  batch(proofs: readonly string[], more: Partial<TransferBatch> = {}): TransferBatch {
    return {
      sender: 'dandong',
      receiver: this.to.code,
      sentAt: new Date().toISOString(),
      batch: uuidv7(Date.now()),
      documents: proofs.map((proof) => ({ proof, hops: ['dandong'] })),
      ...more,
    };
  }

  /** @param at by the clock of whoever signs, Unix milliseconds */
  async signed(batch: TransferBatch, key = this.key, at = Date.now()): Promise<WrittenRequest> {
    const endpoint = `http://127.0.0.1:${String(this.to.port)}`;
    const { headers, body } = await peerRequest(key, endpoint, batch, at, toleranceSeconds);
    const texts = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
    return { headers: Object.fromEntries(texts.filter(([name]) => name !== 'content-length')), body };
  }

  send({ headers, body }: WrittenRequest): Promise<Answer> {
    return this.to.hub.client().request('/v1/transfers', { method: 'POST', headers, body });
  }

  async offer(proofs: readonly string[], more: Partial<TransferBatch> = {}): Promise<Answer> {
    return this.send(await this.signed(this.batch(proofs, more)));
  }
}
