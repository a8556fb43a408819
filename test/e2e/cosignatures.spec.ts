import { jest } from '@jest/globals';
import { verifyProof, type PublicKeyLike } from '#evidence';
import type { Party } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { Federation, type FederatedNode } from '../support/federated.js';
import { endHubs } from '../support/hub.js';
import { declaration } from '../support/messages.js';

jest.setTimeout(180_000);

let federation: Federation;
let dalian: FederatedNode;
let yingkou: FederatedNode;
let broker: Party;

beforeAll(async () => {
  federation = await Federation.of(['dalian', 'yingkou'], { EVIDENCE_SECONDS: '1' });
  [dalian, yingkou] = [federation.node('dalian'), federation.node('yingkou')];
  broker = await dalian.party('broker');
  await federation.publish();
  await dalian.gives('broker', 'yingkou', { personal: true });
});
afterAll(async () => {
  await endHubs();
  await federation.close();
});

const keysOf = async (node: FederatedNode): Promise<PublicKeyLike[]> =>
  JSON.parse((await node.hub.client().get('/.well-known/jwks.json')).text).keys as PublicKeyLike[];

const signersAt = async (node: FederatedNode): Promise<string[]> =>
  (await node.sql.query<{ code: string }>('SELECT DISTINCT node_code AS code FROM evidence_cosignature')).map(
    ({ code }) => code,
  );

const verified = async (node: FederatedNode): Promise<string[]> =>
  (await node.hub.admin.post('/v1/admin/evidence/verify'))
    .expect(200)
    .list('/findings')
    .map(({ code, table }) => `${String(code)} ${String(table)}`);

it('nodes that exchange documents sign each other’s past, and see when it is cut', async () => {
  const first = (await broker.client.settle(declaration())).expect(200).string('/documents/0/id');
  await eventually(
    'each has the signature of the other',
    async () => {
      (await broker.client.settle(declaration())).expect(200);
      return (await signersAt(dalian)).includes('yingkou') && (await signersAt(yingkou)).includes('dalian');
    },
    60_000,
  );

  // What was signed first may be of a block from before the document: the next exchange brings a later one.
  const proof = await eventually('the proof is vouched for', async () => {
    (await broker.client.settle(declaration())).expect(200);
    const answer = await broker.client.get(`/v1/documents/${first}/evidence`);
    return answer.status === 200 && answer.strings('/cosignatures').length > 0 && answer;
  });
  expect(verifyProof(proof.json, await keysOf(dalian), { peers: await keysOf(yingkou) })).toMatchObject({
    ok: true,
    value: { kind: 'document', content: true, cosigned: [{ by: 'yingkou', node: 'dalian' }] },
  });
  expect([await verified(dalian), await verified(yingkou)]).toEqual([[], []]);

  await dalian.sql.execute(
    'DELETE FROM evidence_block WHERE height >= (SELECT max(height) FROM evidence_cosignature)',
  );
  expect(await verified(dalian)).toContain('EVIDENCE_CHAIN_CUT evidence_block');
});

it('a node that shows another history is told of until it is accepted', async () => {
  const forks = async (): Promise<number> =>
    (await yingkou.hub.admin.get('/v1/admin/directory')).expect(200).list('/forks').length;
  const exchange = async (): Promise<void> => {
    (await broker.client.settle(declaration())).expect(200);
  };
  await eventually(
    'yingkou sees it',
    async () => {
      await exchange();
      return (await forks()) === 1;
    },
    60_000,
  );
  expect((await yingkou.hub.client().get('/metrics')).text).toContain('tongguan_peer_forks 1');
  const signed = () => dalian.count('evidence_cosignature');
  const before = await signed();
  const reason = { reason: '大连从备份恢复' };
  (await yingkou.hub.admin.post('/v1/admin/nodes/dalian/accept-fork', reason)).expect(200);
  await eventually(
    'it is signed again',
    async () => {
      await exchange();
      return (await signed()) > before;
    },
    60_000,
  );
  expect(await forks()).toBe(0);
});
