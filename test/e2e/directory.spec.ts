import { jest } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { generateNodeKey, signJws, verifyReceipt, type NodeKey } from '#evidence';
import type { JsonObject } from '#kernel';
import { openSql } from '#store';
import type { Directory } from '../../libs/federation/src/generated/directory.js';
import { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs } from '../support/hub.js';
import { joinByFile, TestNode } from '../support/nodes.js';
import { declaration } from '../support/messages.js';
import { Way } from '../support/way.js';

/** Three hubs at once, some of which are stopped and started again. */
jest.setTimeout(300_000);

let liaoning: TestNode;
let dalian: TestNode;
let yingkou: TestNode;
/** From Dalian to Yingkou, and back. */
let there: Way;
let back: Way;

beforeAll(async () => {
  [liaoning, dalian, yingkou] = await Promise.all([
    TestNode.start('liaoning', { NODE_NAME_ZH: '辽宁省', NODE_NAME_EN: 'Liaoning' }),
    TestNode.start('dalian', { NODE_NAME_ZH: '大连' }),
    TestNode.start('yingkou', { NODE_NAME_ZH: '营口', NODE_KEY_ALGORITHM: 'sm2' }),
  ]);
});
afterAll(async () => {
  await endHubs();
  await Promise.all([liaoning, dalian, yingkou].map((node) => node.remove()));
});

const versionAt = async (node: TestNode): Promise<number> => Number((await node.status())['directory']);
const faultAt = async (node: TestNode): Promise<unknown> => {
  const { fault } = await node.status();
  return (fault as JsonObject | null)?.['code'];
};
const keysOf = async (node: TestNode, code: string): Promise<readonly unknown[]> => {
  const keys = (await node.knows(code))?.['keys'];
  return Array.isArray(keys) ? keys : [];
};

async function bothWays(): Promise<void> {
  const [one, other] = await Promise.all([there.declare(), back.declare()]);
  await Promise.all([there.arrived(one), back.arrived(other)]);
}

describe('three nodes', () => {
  it('join with one file and two commands', async () => {
    await joinByFile(liaoning, dalian);
    await joinByFile(liaoning, yingkou);
    for (const node of [liaoning, dalian, yingkou])
      await eventually(`${node.code} knows all`, async () => {
        const known = await Promise.all(['liaoning', 'dalian', 'yingkou'].map((code) => node.knows(code)));
        return known.every((one) => one?.['state'] === 'active');
      });
    expect(await dalian.knows('yingkou')).toMatchObject({
      nameZh: '营口',
      endpoint: yingkou.url,
      self: false,
    });
    expect(await dalian.command('node', 'status')).toContain('liaoning');
  });

  it('refuse an invitation that was used, or is for another node', async () => {
    const invited = await liaoning.hub.admin.post('/v1/admin/nodes/invitations', { node: 'shenyang' });
    const invitation = invited.expect(201).json;
    const other = await dalian.hub.admin.post('/v1/admin/nodes/join', { invitation });
    expect([other.status, other.at('/code')]).toEqual([422, 'FEDERATION_INVITATION_OTHER']);
    const used = (await liaoning.hub.admin.post('/v1/admin/nodes/invitations', { node: 'dalian' })).json;
    const stale = { ...(used as JsonObject), token: `tgi_${'A'.repeat(43)}` };
    const refused = await dalian.hub.admin.post('/v1/admin/nodes/join', { invitation: stale });
    expect([refused.status, refused.at('/code')]).toEqual([502, 'FEDERATION_PROVINCE_REFUSED']);
    const toOwn = await dalian.hub.admin.post('/v1/admin/nodes/invitations', { node: 'fushun' });
    expect(toOwn.at('/code')).toBe('FEDERATION_JOINED_ALREADY');
  });

  it('tell each other of the participants that they list, and of no others', async () => {
    const admin = new Administration(yingkou.hub);
    await admin.party('customs', 'agency');
    await admin.party('agent');
    const listed = { listed: true, gives: ['GateMove'], takes: ['TransferSlip'] };
    await admin.change('participants', 'customs', listed);
    const known = await eventually('dalian knows the customs of yingkou', () =>
      dalian.participant('customs@yingkou'),
    );
    expect(known).toMatchObject({
      kind: 'agency',
      nodeCode: 'yingkou',
      state: 'active',
      gives: ['GateMove'],
      takes: ['TransferSlip'],
    });
    expect(await dalian.participant('agent@yingkou')).toBeUndefined();
    expect(await dalian.participant('yingkou')).toMatchObject({ kind: 'node', nodeCode: 'yingkou' });
    const peer = await dalian.hub.admin.get('/v1/admin/destinations/yingkou%2Fpeer');
    expect([peer.at('/kind'), peer.at('/state')]).toEqual(['peer', 'active']);
    const key = await dalian.hub.admin.post('/v1/admin/keys', { participant: 'customs@yingkou', label: 'x' });
    expect(key.at('/code')).toBe('STORE_REMOTE_PARTICIPANT');
    await admin.change('participants', 'customs', { nameZh: '营口大窑湾海关' });
    await eventually('the change is there', async () => {
      const now = await dalian.participant('customs@yingkou');
      return now?.['nameZh'] === '营口大窑湾海关';
    });
  });

  it('pass documents on from one to another, as both grant it', async () => {
    there = await Way.between(dalian, 'broker', yingkou, 'taker');
    back = await Way.between(yingkou, 'carrier', dalian, 'quay');
    await bothWays();
  });

  it('take a mapping of the province as a draft', async () => {
    const shared = await liaoning.command(
      ...['node', 'share', '--mapping', 'customs/declaration-xml', '--note', '试点'],
    );
    expect(shared).toContain('customs/declaration-xml');
    const hash = await eventually('dalian sees it', async () => {
      const items = (await dalian.hub.admin.get('/v1/admin/directory/shared')).list();
      return items[0]?.['sha256'];
    });
    expect(await dalian.command('node', 'adopt', String(hash).slice(0, 16))).toContain('draft');
    const versions = await dalian.hub.admin.get(
      '/v1/admin/mappings/customs%2Fdeclaration-xml/versions?limit=1',
    );
    expect(versions.at('/items/0/state')).toBe('draft');
    expect(versions.string('/items/0/note')).toContain('from liaoning');
  });
});

describe('a new key', () => {
  it('of a city is known everywhere before it signs, and the old one verifies what it signed', async () => {
    const { client } = await new Administration(yingkou.hub).party('sender');
    const receipt = (await client.send(declaration())).expect(202).string('/receipt');
    const [before] = await keysOf(dalian, 'yingkou');
    await yingkou.command('node', 'roll-key', '--reason', '年度更换');
    await eventually('it signs', async () => (await yingkou.status())['key'] !== before);
    const after = (await yingkou.status())['key'];
    await eventually('dalian knows both', async () => (await keysOf(dalian, 'yingkou')).length === 2);
    expect(await keysOf(dalian, 'yingkou')).toEqual([after, before]);
    const jwks = (await yingkou.hub.client().get('/.well-known/jwks.json')).json as {
      keys: { kty: string; crv: string; x: string }[];
    };
    expect(verifyReceipt(receipt, jwks.keys).ok).toBe(true);
    const next = (await client.send(declaration())).expect(202).string('/receipt');
    expect(JSON.parse(Buffer.from(next.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({
      kid: after,
      alg: 'SM2-SM3',
    });
  });

  it('of the province is believed as the old one handed over to it, also by a node that was away', async () => {
    const before = (await liaoning.status())['key'];
    await dalian.hub.stop();
    await liaoning.command('node', 'roll-key', '--reason', '年度更换');
    await eventually('it signs', async () => (await liaoning.status())['key'] !== before);
    await liaoning.command('node', 'publish');
    (await liaoning.hub.admin.post('/v1/admin/directory/publish', {})).expect(200);
    await dalian.start();
    await eventually('dalian follows', async () => (await versionAt(dalian)) === (await versionAt(liaoning)));
    expect(await faultAt(dalian)).toBeUndefined();
    await eventually('dalian knows both keys', async () => {
      return (await keysOf(dalian, 'liaoning')).length === 2;
    });
  });
});

/** Answers at the address of the province with whatever it is given. */
async function impostor(port: number, signed: string): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/jose' }).end(signed);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('while the province is down', () => {
  let older: string;
  let last: string;
  const forger: NodeKey = generateNodeKey();
  const claims = (signed: string): JsonObject =>
    JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString());

  beforeAll(async () => {
    older = (await liaoning.hub.client().get('/v1/directory')).expect(200).text;
    (await liaoning.hub.admin.post('/v1/admin/directory/publish', {})).expect(200);
    await eventually('dalian follows', async () => (await versionAt(dalian)) === (await versionAt(liaoning)));
    last = (await dalian.hub.client().get('/v1/directory')).expect(200).text;
    await liaoning.hub.stop();
  });

  it('the others keep working by the last good directory, also after a restart', async () => {
    await eventually(
      'it is noticed',
      async () => (await faultAt(dalian)) === 'FEDERATION_PROVINCE_UNREACHABLE',
    );
    await dalian.hub.stop();
    await dalian.start();
    expect(await dalian.knows('yingkou')).toMatchObject({ state: 'active', endpoint: yingkou.url });
    const etag = (await dalian.hub.client().get('/v1/directory')).headers.get('etag') ?? '';
    expect((await dalian.hub.client().get('/v1/directory', { 'if-none-match': etag })).status).toBe(304);
  });

  it('and documents pass from city to city', async () => {
    await bothWays();
  });

  const forged = (alter: (said: JsonObject) => JsonObject) => () =>
    signJws(forger, 'tongguan-directory+jws', alter(claims(last)));
  it.each([
    // Each is refused for another reason than the one before it: what is seen is its own.
    ['an older one', () => older, 'FEDERATION_DIRECTORY_OLDER'],
    ['a forged one', forged((said) => ({ ...said, version: 10_000 })), 'FEDERATION_DIRECTORY_UNTRUSTED'],
    ['what is none', () => 'hello', 'FEDERATION_DIRECTORY_INVALID'],
    [
      'an altered one',
      () => {
        const [header, , signature] = last.split('.');
        const altered = { ...claims(last), version: 10_001 };
        return [header, Buffer.from(JSON.stringify(altered)).toString('base64url'), signature].join('.');
      },
      'FEDERATION_DIRECTORY_UNTRUSTED',
    ],
  ])('%s in its place is refused', async (_what, signed, code) => {
    const version = await versionAt(dalian);
    const server = await impostor(liaoning.port, signed());
    try {
      await eventually(`it is refused with ${code}`, async () => (await faultAt(dalian)) === code);
      expect(await versionAt(dalian)).toBe(version);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('it is taken up again when it is back', async () => {
    await liaoning.start();
    await eventually('dalian is content', async () => (await faultAt(dalian)) === undefined);
  });
});

describe('a revoked node', () => {
  it('counts nowhere any more, and comes back by a new invitation with a new key', async () => {
    await liaoning.command('node', 'revoke', 'yingkou', '--reason', '密钥泄露');
    const early = await back.declare();
    await eventually('dalian hears of it', async () => {
      return (await dalian.knows('yingkou'))?.['state'] === 'revoked';
    });
    expect(await keysOf(dalian, 'yingkou')).toEqual([]);
    expect(await dalian.participant('customs@yingkou')).toMatchObject({ state: 'suspended' });
    expect(await dalian.participant('yingkou')).toMatchObject({ state: 'suspended' });
    const peer = await dalian.hub.admin.get('/v1/admin/destinations/yingkou%2Fpeer');
    expect(peer.at('/state')).toBe('disabled');
    const activated = await dalian.hub.admin.post('/v1/admin/participants/customs%40yingkou/activate');
    expect(activated.at('/code')).toBe('STORE_REMOTE_PARTICIPANT');
    await new Administration(yingkou.hub).change('participants', 'customs', { nameEn: 'Customs' });
    await eventually('its entries are refused', async () => {
      return (await faultAt(yingkou)) === 'FEDERATION_PROVINCE_REFUSED';
    });
    const waiting = await back.declare();
    await eventually('it signs no document', () => heldBack(waiting));
    await yingkou.command('node', 'roll-key', '--reason', '密钥泄露');
    await joinByFile(liaoning, yingkou);
    await eventually('dalian has it again', async () => {
      const now = await dalian.participant('customs@yingkou');
      return now?.['state'] === 'active' && now['nameEn'] === 'Customs';
    });
    const again = await dalian.hub.admin.get('/v1/admin/destinations/yingkou%2Fpeer');
    expect(again.at('/state')).toBe('active');
    expect((await keysInDirectory(dalian, 'yingkou')).map(({ revoked }) => revoked)).toEqual([
      undefined,
      true,
      true,
    ]);
    // What it took in meanwhile is owed until then, and signed with the new key.
    for (const id of [early, waiting]) await back.arrived(id);
    await bothWays();
  });

  /** Newest first, as the province signed it. */
  async function keysInDirectory(node: TestNode, code: string): Promise<{ revoked?: boolean }[]> {
    const signed = (await node.hub.client().get('/v1/directory')).expect(200).text;
    const { nodes } = JSON.parse(
      Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString(),
    ) as Directory;
    return [...(nodes.find((one) => one.code === code)?.keys ?? [])];
  }

  /** Whether a document was not offered as this node is revoked, and has no proof that would be of no use. */
  async function heldBack(id: string): Promise<boolean> {
    const sql = openSql({ url: yingkou.database.url });
    try {
      const [seen] = await sql.query<{ tried: boolean; proven: boolean }>(
        `SELECT EXISTS (SELECT 1 FROM attempt WHERE error = 'TRANSFER_SELF_ABSENT') AS tried,
           EXISTS (SELECT 1 FROM document_proof WHERE document_id = $1) AS proven`,
        [id],
      );
      return seen?.tried === true && !seen.proven;
    } finally {
      await sql.end();
    }
  }
});
