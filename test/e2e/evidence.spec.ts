import { readCheckpoint, verifyProof, type PublicKeyLike } from '#evidence';
import { openSql, watched, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { setUp, type City } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { Description } from '../support/described.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { declaration } from '../support/messages.js';
import { endSubscribers } from '../support/subscriber.js';

let database: TestDatabase;
let hub: RunningHub;
let city: City;
/** Somebody with a terminal, who is not the hub. */
let hand: Sql;
let keys: PublicKeyLike[];
let message: Buffer;
let interchange: string;
let document: string;

const description = new Description(new URL('../../schemas/openapi.json', import.meta.url));
const described = (operation: string, answer: Answer): Answer => {
  expect({ operation, deviations: description.deviations(operation, answer) }).toEqual({
    operation,
    deviations: [],
  });
  return answer;
};

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database, env: { EVIDENCE_SECONDS: '1' } });
  city = await setUp(hub);
  hand = openSql({ url: database.url, connections: 1, name: 'psql' });
  message = declaration();
  const settled = (await city.agent.client.settle(message)).expect(200);
  interchange = settled.string('/id');
  document = settled.string('/documents/0/id');
  keys = JSON.parse((await hub.client().get('/.well-known/jwks.json')).text).keys as PublicKeyLike[];
  await eventually('it is delivered to all', async () => {
    const deliveries = (await city.agent.client.get(`/v1/documents/${document}/deliveries`)).list();
    return deliveries.length === 2 && deliveries.every(({ state }) => state === 'delivered');
  });
  await sealed(document);
});
afterAll(async () => {
  await hand.end();
  await endHubs();
  await endSubscribers();
  await database.drop();
});

const sealed = (id: string): Promise<Answer> =>
  eventually('it is sealed', async () => {
    const answer = await city.agent.client.get(`/v1/documents/${id}/evidence`);
    return answer.status === 200 && answer;
  });

const verify = async (): Promise<Answer> =>
  described('verifyEvidence', (await hub.admin.post('/v1/admin/evidence/verify')).expect(200));

const found = async (): Promise<string[]> =>
  (await verify())
    .list('/findings')
    .map(({ code, table, id }) => `${String(code)} ${String(table)} ${String(id)}`);

describe('what the hub has written', () => {
  it('is proven with nothing but its public keys', async () => {
    const { client } = city.agent;
    const ofDocument = described('getDocumentEvidence', await sealed(document));
    const proven = verifyProof(ofDocument.json, keys);
    expect(proven).toMatchObject({
      ok: true,
      value: { kind: 'document', content: true, head: { node: 'dalian' } },
    });
    expect(JSON.parse(ofDocument.string('/content'))).toEqual(
      (await client.get(`/v1/documents/${document}`)).at('/body'),
    );
    const ofInterchange = described(
      'getInterchangeEvidence',
      (await client.get(`/v1/interchanges/${interchange}/evidence`)).expect(200),
    );
    expect(verifyProof(ofInterchange.json, keys, { content: message })).toMatchObject({
      ok: true,
      value: { content: true },
    });
    expect(
      verifyProof(ofInterchange.json, keys, { content: Buffer.concat([message, Buffer.of(10)]) }),
    ).toMatchObject({
      error: { code: 'EVIDENCE_CONTENT_CHANGED' },
    });
  });

  it('is proven to whoever may have all of it, and to nobody else', async () => {
    // The right of customs leaves personal fields masked: what they have cannot be proven by a hash of all of it.
    (await city.customs.client.get(`/v1/documents/${document}/evidence`)).expect(404);
    (await city.customs.client.get(`/v1/interchanges/${interchange}/evidence`)).expect(404);
    (await city.carrier.client.get(`/v1/documents/${document}/evidence`)).expect(404);
    (await city.agent.client.post('/v1/admin/evidence/verify')).expect(403);
  });

  it('stands under checkpoints that anybody can follow', async () => {
    const latest = described(
      'latestCheckpoint',
      (await hub.client().get('/v1/checkpoints/latest')).expect(200),
    );
    expect(readCheckpoint(latest.string('/checkpoint'))).toMatchObject({
      node: 'dalian',
      height: latest.at('/height'),
    });
    const list = described(
      'listCheckpoints',
      (await hub.client().get('/v1/checkpoints?limit=1000')).expect(200),
    );
    const heads = list.list().map(({ checkpoint }) => readCheckpoint(String(checkpoint)));
    heads.slice(1).forEach((head, at) => expect(head?.previous).toBe(heads[at]?.hash.toString('hex')));
    (await hub.client().get('/v1/checkpoints?above=-1')).expect(400);
  });

  it('agrees with the tables, all of which have rows in the chain', async () => {
    const report = await verify();
    expect([report.list('/findings'), report.at('/sound')]).toEqual([[], true]);
    const rows = Object.fromEntries(
      report.list('/tables').map(({ table, rows }) => [String(table), Number(rows)]),
    );
    const unused = ['subscription', 'mapping_version', 'reading', 'document_proof', 'custody_receipt'];
    unused.push('membership', 'directory', 'node_entry', 'node_invitation', 'shared_item');
    expect(Object.keys(rows).sort()).toEqual(watched.map(({ table }) => table).sort());
    expect(Object.entries(rows).filter(([table, count]) => count === 0 && !unused.includes(table))).toEqual(
      [],
    );
    expect(report.list('/tables').every(({ uncovered }) => uncovered === 0)).toBe(true);
  });
});

/** One bit of something in each table. */
const flips: readonly (readonly [table: string, change: string, code: string])[] = [
  ['interchange', 'body = set_bit(body, 77, 1 - get_bit(body, 77))', 'CONTENT'],
  ['interchange', 'sha256 = set_bit(sha256, 9, 1 - get_bit(sha256, 9))', 'CHANGED'],
  ['document', `body = replace(body::text, '"currency"', '"currencx"')::json`, 'CONTENT'],
  ['document', `order_key = order_key || ' '`, 'CHANGED'],
  ['document', `received_at = received_at - interval '1 microsecond'`, 'CHANGED'],
  ['decision', `decisions = (decisions::text || ' ')::json`, 'CHANGED'],
  ['normalisation', `mapping_version = '9.9.9'`, 'CHANGED'],
  ['delivery', `state = 'dead'`, 'CHANGED'],
  ['attempt', 'status = 201', 'CHANGED'],
  ['audit_event', `reason = coalesce(reason, '') || '.'`, 'CHANGED'],
  ['participant', `name_zh = name_zh || '·'`, 'CHANGED'],
  ['access_key', `role = 'administrator', expires_at = now() + interval '9 days'`, 'CHANGED'],
  ['agreement', `personal = NOT personal`, 'CHANGED'],
  ['destination', `config = config || '{"url":"https://elsewhere.example/"}'`, 'CHANGED'],
  ['route', `priority = priority + 1`, 'CHANGED'],
  ['node_key', `algorithm = algorithm || '?'`, 'CHANGED'],
  ['evidence_switch', 'watching = NOT watching', 'CHANGED'],
];

describe('what is done beside the hub', () => {
  it.each(flips)('shows: %s, %s', async (table, change, code) => {
    const of = watched.find((one) => one.table === table);
    const id = `concat_ws('/', ${of?.key.map(({ name }) => name).join(', ') ?? ''})`;
    const place = `(tableoid, ctid) IN (SELECT tableoid, ctid FROM ${table} ORDER BY 1, 2 LIMIT 1)`;
    await hand.execute(`CREATE TABLE kept AS SELECT * FROM ${table} WHERE ${place}`);
    try {
      const [bent] = await hand.query<{ id: string }>(
        `UPDATE ${table} SET ${change} WHERE ${place} RETURNING ${id} AS id`,
      );
      expect(await found()).toEqual([`EVIDENCE_ROW_${code} ${table} ${bent?.id ?? ''}`]);
    } finally {
      const columns = change.split('=')[0]?.trim() ?? '';
      const restored = [columns, ...(change.includes('expires_at') ? ['expires_at'] : [])];
      const same = of?.key.map(({ name }) => `t.${name} = kept.${name}`).join(' AND ') ?? 'false';
      await hand.execute(
        `UPDATE ${table} t SET ${restored.map((name) => `${name} = kept.${name}`).join(', ')} FROM kept WHERE ${same}`,
      );
      await hand.execute('DROP TABLE kept');
    }
    expect(await found()).toEqual([]);
  });

  it('shows: a message that was removed, and one that was put in', async () => {
    await hand.execute('CREATE TABLE kept AS SELECT * FROM interchange WHERE id = $1', [interchange]);
    await hand.execute('DELETE FROM interchange WHERE id = $1', [interchange]);
    expect(await found()).toEqual([`EVIDENCE_ROW_MISSING interchange ${interchange}`]);
    await hand.execute('INSERT INTO interchange SELECT * FROM kept');
    const forged = `${interchange.slice(0, -1)}${interchange.endsWith('0') ? '1' : '0'}`;
    await hand.execute('UPDATE kept SET id = $1', [forged]);
    await hand.execute('INSERT INTO interchange SELECT * FROM kept');
    expect(await found()).toEqual([`EVIDENCE_ROW_EXTRA interchange ${forged}`]);
    await hand.execute('DELETE FROM interchange WHERE id = $1', [forged]);
    await hand.execute('DROP TABLE kept');
    expect(await found()).toEqual([]);
  });

  it('shows: a proof is not given for what was changed', async () => {
    await hand.execute(`UPDATE document SET order_key = order_key || ' ' WHERE id = $1`, [document]);
    const answer = described(
      'getDocumentEvidence',
      await city.agent.client.get(`/v1/documents/${document}/evidence`),
    );
    expect([answer.status, answer.at('/code')]).toEqual([409, 'EVIDENCE_ROW_CHANGED']);
    await hand.execute(`UPDATE document SET order_key = rtrim(order_key) WHERE id = $1`, [document]);
  });

  it('shows: the newest block was cut off, and with it what it covered', async () => {
    const settled = (await city.agent.client.settle(declaration())).expect(200);
    const newest = settled.string('/documents/0/id');
    const proof = await sealed(newest);
    const height = readCheckpoint(proof.string('/checkpoint'))?.height ?? 0;
    await hand.execute('CREATE TABLE kept AS SELECT * FROM evidence_block WHERE height >= $1', [height]);
    await hand.execute('DELETE FROM evidence_block WHERE height >= $1', [height]);
    const cut = await found();
    expect(cut).toContain(`EVIDENCE_ROW_EXTRA document ${newest}`);
    expect(cut.some((one) => one.includes(document))).toBe(false);
    await hand.execute('DELETE FROM evidence_block WHERE height >= $1', [height]);
    await hand.execute('INSERT INTO evidence_block SELECT * FROM kept');
    await hand.execute('DROP TABLE kept');
  });
});

it('is exported with its proofs, as a whole for the administrator', async () => {
  const from = new Date(Date.now() - 3_600_000).toISOString();
  const exported = async (client: City['agent']['client']): Promise<Record<string, unknown>[]> => {
    const answer = described(
      'exportEvidence',
      (await client.get(`/v1/evidence/export?from=${from}`)).expect(200),
    );
    return answer.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const own = await exported(city.agent.client);
  const proofs = own.filter(({ type }) => type === 'tongguan-evidence');
  expect(proofs.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['interchange', 'document']));
  for (const proof of proofs)
    expect(verifyProof(proof, keys)).toMatchObject({ ok: true, value: { content: true } });
  expect(own.at(-1)).toMatchObject({ type: 'end', lines: own.length });
  expect((await exported(city.carrier.client)).map(({ type }) => type)).toEqual(['tongguan-export', 'end']);
  expect((await exported(hub.admin)).some(({ type }) => type === 'block')).toBe(true);
  described('exportEvidence', (await city.agent.client.get('/v1/evidence/export')).expect(400));
});
