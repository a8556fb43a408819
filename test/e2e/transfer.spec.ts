import { jest } from '@jest/globals';
import { verifyDocument, verifyReceipt, type PublicKeyLike } from '#evidence';
import type { JsonObject } from '#kernel';
import type { Party, Target } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { Federation, type FederatedNode } from '../support/federated.js';
import { endHubs } from '../support/hub.js';
import { declaration, type DeclarationWishes } from '../support/messages.js';

jest.setTimeout(180_000);

let federation: Federation;
let dalian: FederatedNode;
let yingkou: FederatedNode;
let liaoning: FederatedNode;
let broker: Party;
let customs: Party;
let mailbox: Target;

beforeAll(async () => {
  federation = await Federation.of(['dalian', 'yingkou', 'liaoning']);
  [dalian, yingkou, liaoning] = [
    federation.node('dalian'),
    federation.node('yingkou'),
    federation.node('liaoning'),
  ];
  broker = await dalian.party('broker');
  customs = await yingkou.party('customs');
  mailbox = await yingkou.admin.mailbox(customs, 'box');
  await federation.publish();
  await yingkou.admin.route('to-customs', 'Declaration', mailbox);
});
afterAll(async () => {
  await endHubs();
  await federation.close();
});

/** Hands in a declaration at Dalian; gives the id of its document. */
async function declare(sender: Party, wishes: DeclarationWishes = {}): Promise<string> {
  return (await sender.client.settle(declaration(wishes))).expect(200).string('/documents/0/id');
}

const arrived = (id: string) =>
  eventually(`${id} is at its receiver`, async () =>
    (await yingkou.received(customs, mailbox)).find((one) => one.id === id),
  );

const bodyAt = async (node: FederatedNode, id: string): Promise<JsonObject | undefined> =>
  (await node.sql.query<{ body: JsonObject }>('SELECT body FROM document WHERE id = $1', [id]))[0]?.body;

async function keysOf(node: FederatedNode): Promise<PublicKeyLike[]> {
  const rows = await node.sql.query<{ jwk: PublicKeyLike }>('SELECT public_jwk AS jwk FROM node_key');
  return rows.map(({ jwk }) => jwk);
}

/** The deliveries of a document at a node: state and fault of each. */
const deliveries = (node: FederatedNode, id: string) =>
  node.sql.query<{ state: string; code: string | null; peer: string }>(
    `SELECT d.state, d.fault ->> 'code' AS code, p.code AS peer FROM delivery d JOIN destination t ON t.id = d.destination_id
     JOIN participant p ON p.id = t.participant_id WHERE d.document_id = $1`,
    [id],
  );

const decisions = async (node: FederatedNode, id: string): Promise<string> =>
  JSON.stringify(await node.sql.query('SELECT decisions FROM decision WHERE document_id = $1', [id]));

describe('from city to city', () => {
  it('gives a document once to whom both nodes grant it, whole, provable, and signed for', async () => {
    await dalian.gives('broker', 'yingkou', { personal: true });
    await yingkou.admin.agreement(await yingkou.known('broker@dalian'), customs, 'Declaration', {
      personal: true,
    });
    const id = await declare(broker);
    const { event, data } = await arrived(id);
    expect(data).toEqual(await bodyAt(dalian, id));
    expect(JSON.stringify(event)).toContain('broker@dalian');

    const [proof] = await yingkou.sql.query<{ proof: string }>(
      'SELECT proof FROM document_proof WHERE document_id = $1',
      [id],
    );
    const proven = verifyDocument(proof?.proof ?? '', await keysOf(dalian));
    expect(proven.ok && [proven.value.whole, proven.value.body]).toEqual([true, data]);

    const [receipt] = await eventually('the receipt is kept', async () => {
      const rows = await dalian.sql.query<{ receipt: string }>(
        `SELECT receipt FROM custody_receipt WHERE document_id = $1 AND node_code = 'yingkou'`,
        [id],
      );
      return rows.length > 0 && rows;
    });
    const claims = verifyReceipt(receipt?.receipt ?? '', await keysOf(yingkou));
    expect(claims).toMatchObject({
      ok: true,
      value: { iss: 'yingkou', sub: id, kind: 'custody', from: 'dalian', origin: 'dalian' },
    });
    await eventually('it is delivered', async () =>
      (await deliveries(dalian, id)).some((one) => one.peer === 'yingkou' && one.state === 'delivered'),
    );
  });

  it('keeps the order of what is about the same thing', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 30; n++)
      ids.push(await declare(broker, { reference: 'ORDER-1', organisation: `LN${n}` }));
    await arrived(ids.at(-1) ?? '');
    const received = (await yingkou.received(customs, mailbox))
      .map(({ id }) => id)
      .filter((id) => ids.includes(id));
    expect(received).toEqual(ids);
  });

  it('masks what is personal and projects before it leaves, and the copy still verifies', async () => {
    const shy = await dalian.party('shy-broker');
    await federation.publish();
    await dalian.gives('shy-broker', 'yingkou', {
      fields: ['/signature', '/entryNumber', '/items/*/commodityCode'],
    });
    await yingkou.admin.agreement(await yingkou.known('shy-broker@dalian'), customs, 'Declaration', {
      personal: true,
    });
    const id = await declare(shy, { signer: '王小海' });
    await arrived(id);
    const [row] = await yingkou.sql.query<{ proof: string; body: string }>(
      `SELECT p.proof, d.body::text AS body FROM document_proof p JOIN document d ON d.id = p.document_id
       WHERE p.document_id = $1`,
      [id],
    );
    const whole = JSON.stringify(await bodyAt(dalian, id));
    expect(whole).toContain('王小海');
    const proven = verifyDocument(row?.proof ?? '', await keysOf(dalian));
    if (!proven.ok) throw new Error(proven.error.text.en);
    expect(proven.value.whole).toBe(false);
    expect(JSON.stringify(proven.value.body)).toBe(row?.body);
    expect(
      Object.keys(proven.value.body).every((name) => ['signature', 'entryNumber', 'items'].includes(name)),
    ).toBe(true);
    expect(row?.body).not.toContain('王小海');
    const readable = (row?.proof ?? '')
      .split(/[.~]/)
      .map((part) => Buffer.from(part, 'base64url').toString());
    expect(readable.join(' ')).not.toContain('王小海');
  });

  it('sends nothing without a grant, and nothing more once it is revoked', async () => {
    const fickle = await dalian.party('fickle-broker');
    await federation.publish();
    const ungranted = await declare(fickle);
    const agreement = await dalian.gives('fickle-broker', 'yingkou');
    const granted = await declare(fickle);
    await eventually('it is delivered', async () =>
      (await deliveries(dalian, granted)).some(({ state }) => state === 'delivered'),
    );
    await dalian.admin.act('agreements', agreement, 'revoke');
    const revoked = await declare(fickle);
    expect(await decisions(dalian, revoked)).toContain('AGREEMENT_REVOKED');
    const there = await yingkou.sql.query<{ id: string }>(
      'SELECT id FROM document WHERE id = ANY ($1::uuid[])',
      [[ungranted, granted, revoked]],
    );
    expect(there.map(({ id }) => id)).toEqual([granted]);
    // At the far end its own agreements decide: nobody there was granted anything of this sender.
    expect(await decisions(yingkou, granted)).toContain('AGREEMENT_MISSING');
  });

  it('ends what the far end refuses with the reason that it gives, and nothing else', async () => {
    const idle = await dalian.party('idle-broker');
    await federation.publish();
    await yingkou.sql.execute(`UPDATE participant SET state = 'suspended' WHERE code = 'idle-broker@dalian'`);
    await dalian.gives('idle-broker', 'yingkou');
    const refused = await declare(idle);
    await arrived(await declare(broker));
    await eventually('it is given up', async () =>
      (await deliveries(dalian, refused)).some(
        ({ state, code }) => `${state} ${code}` === 'dead TRANSFER_SUSPENDED',
      ),
    );
    expect(await yingkou.count('document WHERE id = $1', [refused])).toBe(0);
  });
});

describe('by way of the province', () => {
  it('passes on what still proves its origin, and nothing goes back', async () => {
    const star = await dalian.party('star-broker');
    await federation.publish();
    await dalian.gives('star-broker', 'liaoning', { personal: true });
    await liaoning.gives('star-broker@dalian', 'yingkou', { personal: true });
    await liaoning.gives('star-broker@dalian', 'dalian', { personal: true });
    await yingkou.gives('star-broker@dalian', 'dalian', { personal: true });
    await yingkou.gives('star-broker@dalian', 'liaoning', { personal: true });
    await yingkou.admin.agreement(await yingkou.known('star-broker@dalian'), customs, 'Declaration', {
      personal: true,
    });
    const id = await declare(star);
    const { data } = await arrived(id);
    expect(data).toEqual(await bodyAt(dalian, id));
    const [kept] = await yingkou.sql.query<{
      proof: string;
      hops: string[];
      from_node: string;
      origin_node: string;
    }>('SELECT proof, hops, from_node, origin_node FROM document_proof WHERE document_id = $1', [id]);
    expect(kept).toMatchObject({
      hops: ['dalian', 'liaoning'],
      from_node: 'liaoning',
      origin_node: 'dalian',
    });
    expect(verifyDocument(kept?.proof ?? '', await keysOf(dalian)).ok).toBe(true);
    expect(await decisions(liaoning, id)).toContain('NODE_VISITED');
    expect((await decisions(yingkou, id)).match(/NODE_VISITED/g)).toHaveLength(2);
    expect(await dalian.count('document WHERE id = $1', [id])).toBe(1);
    expect((await deliveries(liaoning, id)).map(({ peer }) => peer)).toEqual(['yingkou']);
  });

  it('shows less on the second way than on the first, if its node grants less', async () => {
    const narrow = await dalian.party('narrow-broker');
    await federation.publish();
    await dalian.gives('narrow-broker', 'liaoning', { fields: ['/signature', '/items'] });
    await liaoning.gives('narrow-broker@dalian', 'yingkou', {
      fields: ['/items/*/commodityCode', '/entryNumber'],
    });
    const id = await declare(narrow);
    await eventually('it is there', async () => (await yingkou.count('document WHERE id = $1', [id])) === 1);
    expect(Object.keys((await bodyAt(liaoning, id)) ?? {}).sort()).toEqual(['items', 'signature']);
    const body = (await bodyAt(yingkou, id)) ?? {};
    expect(Object.keys(body)).toEqual(['items']);
    const items = body['items'];
    expect(
      Array.isArray(items) && items.every((one) => Object.keys(one as JsonObject).join() === 'commodityCode'),
    ).toBe(true);
  });
});

describe('both ways at once', () => {
  it('keeps one of a document that comes directly and by way of the province', async () => {
    const mixed = await dalian.party('mixed-broker');
    await federation.publish();
    for (const to of ['yingkou', 'liaoning']) await dalian.gives('mixed-broker', to, { personal: true });
    await liaoning.gives('mixed-broker@dalian', 'yingkou', { personal: true });
    await yingkou.admin.agreement(await yingkou.known('mixed-broker@dalian'), customs, 'Declaration', {
      personal: true,
    });
    const ids: string[] = [];
    for (let n = 0; n < 20; n++) ids.push(await declare(mixed));
    await eventually('both ways are done', async () =>
      (await Promise.all(ids.map((id) => deliveries(liaoning, id)))).every(
        (all) => all.length === 1 && all[0]?.state === 'delivered',
      ),
    );
    await arrived(ids.at(-1) ?? '');
    const received = (await yingkou.received(customs, mailbox)).filter(({ id }) => ids.includes(id));
    expect(received.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });
});

describe('a node that takes small bodies', () => {
  it('is given a backlog in parts of that size, and refuses alone what is too large alone', async () => {
    await federation.publish();
    await yingkou.hub.stop();
    const ids: string[] = [];
    for (let n = 0; n < 12; n++) ids.push(await declare(broker));
    await yingkou.restart({ BODY_LIMIT: '30000' });
    customs = { ...customs, client: yingkou.hub.client(customs.key) };
    for (const id of ids) await arrived(id);
    const [came] = await yingkou.sql.query<{ parts: number; largest: number }>(
      `SELECT count(*)::int AS parts, max(size)::int AS largest FROM interchange
       WHERE id IN (SELECT interchange_id FROM document WHERE id = ANY ($1::uuid[]))`,
      [ids],
    );
    expect(came?.parts).toBeGreaterThan(1);
    expect(came?.largest).toBeLessThanOrEqual(30_000);
    await yingkou.hub.stop();
    const owed = [await declare(broker), await declare(broker)];
    await yingkou.restart({ BODY_LIMIT: '1024' });
    const tooLarge = async (id: string): Promise<boolean> =>
      (await deliveries(dalian, id)).some(
        ({ state, code }) => `${state} ${code}` === 'dead TRANSFER_TOO_LARGE',
      );
    for (const id of owed) await eventually('it is given up', () => tooLarge(id));
  });
});
