import { generateNodeKey, sha256, signJws, type NodeKey } from '#evidence';
import { uuidv7 } from '#kernel';
import { openSql } from '#store';
import { peerRequest } from '../../libs/federation/src/transfer/peer-request.js';
import type { Answer } from './client.js';
import { eventually } from './eventually.js';
import type { RunningHub } from './hub.js';

/** Offers a document as another node does: heard, and refused for what it is; the answer is given to `described`. */
export async function offerAsNode(
  hub: RunningHub,
  database: { readonly url: string },
  described: (operation: string, answer: Answer) => Answer,
): Promise<void> {
  const key = generateNodeKey();
  const now = Date.now();
  const node = { nameZh: '节点', nameEn: 'A node', state: 'active', participants: [] };
  const dated = ({ publicJwk }: NodeKey) => [{ jwk: { ...publicJwk }, since: new Date(now).toISOString() }];
  const nodes = [
    { ...node, code: 'dalian', endpoint: hub.url, keys: dated(generateNodeKey()) },
    { ...node, code: 'yingkou', endpoint: 'https://yingkou.example', keys: dated(key) },
  ];
  const issued = { version: 1, issuer: 'liaoning', issuedAt: new Date(now).toISOString() };
  const signed = signJws(key, 'tongguan-directory+jws', { ...issued, nodes, shared: [], rolls: [] });
  const sql = openSql({ url: database.url });
  await sql.execute(
    `INSERT INTO membership (province, province_endpoint, province_keys, endpoint, joined_at)
     VALUES ('liaoning', 'http://127.0.0.1:1', $1, $2, now())`,
    [JSON.stringify(dated(key)), hub.url],
  );
  await sql.execute(
    `INSERT INTO directory (version, issuer, issued_at, content_sha256, signed, received_at)
     VALUES (1, 'liaoning', now(), $1, $2, now())`,
    [sha256(signed), signed],
  );
  await sql.execute(
    `INSERT INTO participant (id, code, name_zh, name_en, kind, node_code)
     VALUES ($1, 'yingkou', '营口', 'Yingkou', 'node', 'yingkou')`,
    [uuidv7(now)],
  );
  await sql.end();
  const offer = async (at: number): Promise<Answer> => {
    const documents = [{ proof: 'no proof', hops: ['yingkou'] }];
    const batch = {
      sender: 'yingkou',
      receiver: 'dalian',
      sentAt: issued.issuedAt,
      batch: uuidv7(at),
      documents,
    };
    const { headers, body } = await peerRequest(key, hub.url, batch, at, 300);
    const sent = Object.entries(headers).filter(([name]) => name !== 'content-length');
    const named = Object.fromEntries(sent.map(([name, value]) => [name, String(value)]));
    return hub.client().request('/v1/transfers', { method: 'POST', headers: named, body });
  };
  described(
    'transferDocuments',
    (await hub.client().request('/v1/transfers', { method: 'POST', body: '{}' })).expect(401),
  );
  await eventually('the directory is known', async () => (await offer(Date.now())).status === 200);
  described('transferDocuments', (await offer(Date.now())).expect(200));
  described('transferDocuments', (await offer(Date.now() - 400_000)).expect(401));
}
