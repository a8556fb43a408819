import type { DataSource } from 'typeorm';
import { openDatabase } from '../database.js';
import { Administration } from '../setup/administration.js';
import { freshDatabase, type TestDatabase } from '../testing/database.js';
import type { RemoteParticipant, Takeover } from './remote-participants.js';

let database: TestDatabase;
let source: DataSource;
let administration: Administration;
let version = 0;

beforeEach(async () => {
  database = await freshDatabase();
  source = await openDatabase({ url: database.url });
  administration = new Administration(source, Date.now);
  await administration.firstKey();
});
afterEach(async () => {
  await source.destroy();
  await database.drop();
});

const remote = (code: string, more: Partial<RemoteParticipant> = {}): RemoteParticipant => ({
  code,
  nodeCode: code.split('@').at(-1) ?? code,
  nameZh: code,
  nameEn: code,
  kind: code.includes('@') ? 'agency' : 'node',
  gives: [],
  takes: [],
  active: true,
  ...more,
});
/** What a directory with these participants comes to. */
async function apply(...participants: RemoteParticipant[]): Promise<Takeover> {
  const directory = { version: ++version, issuer: 'liaoning', issuedAt: 0, content: '00', signed: '' };
  const taken = await administration.act({}, async ({ federation }) => ({
    ok: true,
    value: await federation.keep('directory.applied', directory, [], participants),
  }));
  if (!taken.ok) throw new Error(taken.error.text.en);
  return taken.value;
}
const nothing = { added: [], changed: [], withdrawn: [], restored: [], conflicting: [] };
const state = async (code: string): Promise<string> => {
  const row = await administration.view.participants.find(code);
  return row.ok ? row.value.state : 'none';
};
const peer = async (): Promise<string> => {
  const row = await administration.view.destinations.find('yingkou/peer');
  return row.ok ? `${row.value.kind} ${row.value.state}` : 'none';
};

it('adds what is new, changes what is different, and nothing the second time', async () => {
  const all = [remote('yingkou'), remote('customs@yingkou', { gives: ['GateMove'], system: 'customs' })];
  expect(await apply(...all)).toEqual({ ...nothing, added: ['customs@yingkou', 'yingkou'] });
  expect(await peer()).toBe('peer active');
  expect(await apply(...all)).toEqual(nothing);
  const renamed = remote('customs@yingkou', { gives: ['GateMove'], system: 'customs', nameZh: '海关' });
  expect(await apply(remote('yingkou'), renamed)).toEqual({ ...nothing, changed: ['customs@yingkou'] });
  const fewer = { ...renamed, gives: [] };
  expect(await apply(remote('yingkou'), fewer)).toEqual({ ...nothing, changed: ['customs@yingkou'] });
});

it('suspends whom the directory has no longer, and brings them back with it', async () => {
  await apply(remote('yingkou'), remote('customs@yingkou'));
  expect(await apply(remote('yingkou'))).toEqual({ ...nothing, withdrawn: ['customs@yingkou'] });
  expect(await state('customs@yingkou')).toBe('suspended');
  expect(await peer()).toBe('peer active');
  expect(await apply(remote('yingkou', { active: false }))).toEqual({ ...nothing, withdrawn: ['yingkou'] });
  expect(await peer()).toBe('peer disabled');
  expect(await apply(remote('yingkou'), remote('customs@yingkou'))).toEqual({
    ...nothing,
    restored: ['customs@yingkou', 'yingkou'],
  });
  expect([await state('customs@yingkou'), await peer()]).toEqual(['active', 'peer active']);
});

it('leaves suspended whom an administrator suspended', async () => {
  await apply(remote('yingkou'), remote('customs@yingkou'));
  await administration.act({}, ({ participants }) => participants.suspend('customs@yingkou'));
  await apply(remote('yingkou'));
  await apply(remote('yingkou'), remote('customs@yingkou'));
  expect(await state('customs@yingkou')).toBe('suspended');
});

it('takes over no participant of this node', async () => {
  const own = { code: 'yingkou', nameZh: '营口代理', nameEn: 'Agent', kind: 'enterprise' as const };
  await administration.act({}, ({ participants }) => participants.create(own));
  expect(await apply(remote('yingkou'))).toEqual({ ...nothing, conflicting: ['yingkou'] });
  const row = await administration.view.participants.find('yingkou');
  expect(row.ok && [row.value.kind, row.value.nodeCode, row.value.state]).toEqual([
    'enterprise',
    null,
    'active',
  ]);
  expect(await peer()).toBe('none');
});

it('gives nobody of another node a key or a destination here', async () => {
  await apply(remote('yingkou'), remote('customs@yingkou'));
  const customs = await administration.view.participants.find('customs@yingkou');
  if (!customs.ok) throw new Error(customs.error.code);
  const participantId = customs.value.id;
  const key = await administration.act({}, ({ accessKeys }) =>
    accessKeys.issue({ participantId, role: 'participant', label: 'x' }),
  );
  const box = await administration.act({}, ({ destinations }) =>
    destinations.create({ participantId, code: 'box', kind: 'mailbox', config: {} }),
  );
  const renamed = await administration.act({}, ({ participants }) =>
    participants.change('customs@yingkou', undefined, { nameZh: 'x' }),
  );
  for (const refused of [key, box, renamed])
    expect(refused).toMatchObject({ ok: false, error: { code: 'STORE_REMOTE_PARTICIPANT' } });
});
