import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { jest } from '@jest/globals';
import { generateNodeKey, signJws } from '#evidence';
import type { JsonObject } from '#kernel';
import { openSql } from '#store';
import { eventually } from '../support/eventually.js';
import { endHubs } from '../support/hub.js';
import { joinByFile, TestNode } from '../support/nodes.js';

jest.setTimeout(240_000);

let liaoning: TestNode;
let dalian: TestNode;

/** A key that the province signed with, in wrong hands. */
const leaked = generateNodeKey();
const since = '2026-01-01T00:00:00.000Z';
const huge = 9_007_199_254_740_000;

beforeAll(async () => {
  [liaoning, dalian] = await Promise.all([TestNode.start('liaoning'), TestNode.start('dalian')]);
  await joinByFile(liaoning, dalian);
});
afterAll(async () => {
  await endHubs();
  await Promise.all([liaoning.remove(), dalian.remove()]);
});

const versionAt = async (node: TestNode): Promise<number> => Number((await node.status())['directory']);
const faultAt = async (node: TestNode): Promise<unknown> => {
  const { fault } = await node.status();
  return (fault as JsonObject | null)?.['code'];
};

/** The directory as its thief would have it: a version that no other will ever reach. */
async function publishedByThief(port: number, known: string): Promise<Server> {
  const said = JSON.parse(Buffer.from(known.split('.')[1] ?? '', 'base64url').toString()) as JsonObject;
  const nodes = (said['nodes'] as JsonObject[]).map((node) =>
    node['code'] === 'liaoning' ? { ...node, keys: [{ jwk: { ...leaked.publicJwk }, since }] } : node,
  );
  const signed = signJws(leaked, 'tongguan-directory+jws', { ...said, version: huge, nodes });
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/jose' }).end(signed);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

it('shuts a city out of its province until it joins anew, and no longer', async () => {
  const known = (await dalian.hub.client().get('/v1/directory')).expect(200).text;
  const sql = openSql({ url: dalian.database.url });
  await sql.execute('UPDATE membership SET province_keys = province_keys || $1::jsonb', [
    JSON.stringify([{ jwk: leaked.publicJwk, since }]),
  ]);
  await liaoning.hub.stop();
  const thief = await publishedByThief(liaoning.port, known);
  await eventually('dalian has taken it', async () => (await versionAt(dalian)) === huge, 60_000);
  thief.closeAllConnections();
  thief.close();
  await liaoning.start();
  await eventually('the true one is refused', async () => {
    return (await faultAt(dalian)) === 'FEDERATION_DIRECTORY_UNTRUSTED';
  });

  const before = (await liaoning.status())['key'];
  await liaoning.command('node', 'roll-key', '--leaked', '--reason', '密钥泄露');
  expect((await liaoning.status())['key']).not.toBe(before);
  await joinByFile(liaoning, dalian);
  expect(await versionAt(dalian)).toBe(await versionAt(liaoning));
  await eventually('dalian is content', async () => (await faultAt(dalian)) === undefined);
  expect((await dalian.knows('liaoning'))?.['keys']).toEqual([(await liaoning.status())['key']]);
  const pinned = await sql.query<{ kid: string }>(
    `SELECT k->'jwk'->>'kid' AS kid FROM membership, jsonb_array_elements(province_keys) k`,
  );
  expect(pinned).toEqual([{ kid: (await liaoning.status())['key'] }]);
  const acts = await dalian.hub.admin.get('/v1/admin/audit?action=directory.reset');
  expect(acts.expect(200).list()).toMatchObject([{ before: { version: huge } }]);

  const refused = await dalian.hub.admin.post('/v1/admin/nodes/roll-key', { leaked: true, reason: '试' });
  expect(refused.at('/code')).toBe('FEDERATION_JOINED_ALREADY');
  await sql.end();
});

it('does not work by a directory that was written into its database', async () => {
  const sql = openSql({ url: dalian.database.url });
  const version = await versionAt(dalian);
  await dalian.hub.stop();
  await sql.execute(
    `INSERT INTO directory (version, issuer, issued_at, content_sha256, signed, received_at)
     SELECT version + 1, issuer, issued_at, sha256('x'), replace(signed, '.', '.x'), received_at FROM directory
     WHERE version = $1`,
    [version],
  );
  await dalian.start();
  expect(await dalian.knows('liaoning')).toBeUndefined();
  await sql.end();
});
