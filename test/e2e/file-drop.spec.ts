import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration, type Party } from '../support/administration.js';
import { Drop, endDrops, jsonOf, newDropRoot } from '../support/drop.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { boxReport, declaration } from '../support/messages.js';

const bodyLimit = 256 * 1024;
const waiting = 4;
const root = newDropRoot();

let database: TestDatabase;
let hub: RunningHub;
let admin: Administration;
let parties = 0;

const env = {
  FILE_DROP_DIR: root,
  FILE_DROP_SECONDS: '1',
  FILE_DROP_WAITING: String(waiting),
  BODY_LIMIT: String(bodyLimit),
  RETRY_FIRST_SECONDS: '1',
  BREAKER_OPEN_SECONDS: '1',
  BREAKER_LONGEST_SECONDS: '1',
};

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database, env });
  admin = new Administration(hub);
});
afterAll(async () => {
  await endHubs();
  await database.drop();
  endDrops();
});

/** A participant whose own folder the operator has made: the hub makes the four in it. */
async function dropper(): Promise<{ party: Party; drop: Drop }> {
  const party = await admin.party(`dropper-${++parties}`);
  mkdirSync(join(root, party.code));
  const drop = new Drop(root, party.code);
  await eventually('its folders are there', () => readdirSync(drop.path('error')).length === 0);
  return { party, drop };
}

const quiet = (): Promise<void> => pause(2_500);

/** What the sender is known to have handed in. */
const handedIn = async ({ client }: Party): Promise<readonly Record<string, unknown>[]> =>
  (await client.get('/v1/interchanges?limit=200')).expect(200).list();

describe('a file that is dropped', () => {
  it('is taken in, gets a receipt, the outcome and the answer of its system, and is gone', async () => {
    const { party, drop } = await dropper();
    drop.put('报关 1.xml', declaration());
    const receipt = await drop.outcome('报关 1.xml');
    expect(receipt).toMatchObject({
      file: '报关 1.xml',
      state: 'normalised',
      channel: 'file',
      sender: party.code,
    });
    expect(receipt['documents']).toHaveLength(1);
    expect(drop.list('in')).toEqual([]);
    expect(drop.list('error')).toEqual([]);
    const [known] = await handedIn(party);
    expect(known).toMatchObject({ id: receipt['id'], receipt: receipt['receipt'], channel: 'file' });
    const answer = await drop.file('ack', '报关 1.xml.answer.xml');
    const asked = await party.client.get(`/v1/interchanges/${String(receipt['id'])}/acknowledgement`);
    expect(answer.equals(asked.expect(200).bytes)).toBe(true);
  });

  it('as EDIFACT is answered with CONTRL', async () => {
    const { drop } = await dropper();
    drop.put('COARRI_1.edi', boxReport());
    expect(await drop.outcome('COARRI_1.edi')).toMatchObject({ state: 'normalised' });
    expect((await drop.file('ack', 'COARRI_1.edi.answer.edi')).toString()).toMatch(/^UN[AB].*UNH.*CONTRL/s);
  });

  it('a second time is the same interchange, with the same receipt', async () => {
    const { party, drop } = await dropper();
    const message = declaration();
    drop.put('A.xml', message);
    const first = await drop.outcome('A.xml');
    drop.put('B.xml', message);
    const second = await drop.outcome('B.xml');
    expect(second['id']).toBe(first['id']);
    expect(second['receipt']).toBe(first['receipt']);
    expect(await handedIn(party)).toHaveLength(1);
  });

  it('with content that is refused comes back with every reason in both languages', async () => {
    const { drop } = await dropper();
    drop.put('broken.xml', '<DecMessage><oops>');
    const problem = await drop.problem('broken.xml');
    expect(problem).toMatchObject({ status: 422, instance: 'in/broken.xml', file: 'broken.xml' });
    expect(problem['errors']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ text: { zh: expect.any(String), en: expect.any(String) } }),
      ]),
    );
    expect(drop.read('error', 'broken.xml').toString()).toBe('<DecMessage><oops>');
    expect(await drop.outcome('broken.xml')).toMatchObject({ state: 'rejected' });
    expect(drop.list('in')).toEqual([]);
  });
});

describe('a file that is still being written', () => {
  it('is not taken before it is complete', async () => {
    const { party, drop } = await dropper();
    const message = declaration();
    const half = Math.floor(message.length / 2);
    const path = drop.path('in', 'slow.xml');
    writeFileSync(path, message.subarray(0, half));
    for (let at = half; at < message.length; at += Math.ceil(half / 4)) {
      await pause(500);
      appendFileSync(path, message.subarray(at, at + Math.ceil(half / 4)));
      expect(await handedIn(party)).toEqual([]);
    }
    expect(await drop.outcome('slow.xml')).toMatchObject({ state: 'normalised', size: message.length });
    expect(await handedIn(party)).toHaveLength(1);
  });

  it('under a temporary name is left alone until it has its own', async () => {
    const { party, drop } = await dropper();
    for (const name of ['.hidden.xml', 'a.xml.part', 'b.xml.filepart', 'c.xml.tmp'])
      writeFileSync(drop.path('in', name), declaration());
    await quiet();
    expect(await handedIn(party)).toEqual([]);
    renameSync(drop.path('in', 'b.xml.filepart'), drop.path('in', 'b.xml'));
    expect(await drop.outcome('b.xml')).toMatchObject({ state: 'normalised' });
    expect(readdirSync(drop.path('in')).sort()).toEqual(['.hidden.xml', 'a.xml.part', 'c.xml.tmp']);
  });

  it('and has nothing in it yet is given more time, and then refused', async () => {
    const { drop } = await dropper();
    closeSync(openSync(drop.path('in', 'empty.xml'), 'w'));
    await quiet();
    expect(drop.list('in')).toEqual(['empty.xml']);
    expect(await drop.problem('empty.xml')).toMatchObject({ code: 'FILE_EMPTY' });
  });
});

describe('what is no file to be taken', () => {
  it('is refused, told of, and leads nowhere', async () => {
    const { party, drop } = await dropper();
    const secret = join(root, 'secret.xml');
    writeFileSync(secret, declaration());
    symlinkSync(secret, drop.path('in', 'link.xml'));
    linkSync(secret, drop.path('in', 'hard.xml'));
    mkdirSync(drop.path('in', 'folder.xml'));
    execFileSync('mkfifo', [drop.path('in', 'pipe.xml')]);
    for (const name of ['link.xml', 'hard.xml', 'folder.xml', 'pipe.xml'])
      expect(await drop.problem(name)).toMatchObject({ code: 'FILE_NOT_PLAIN' });
    expect(await handedIn(party)).toEqual([]);
    expect(drop.list('in')).toHaveLength(4);
  });

  it.each<[string, Buffer]>([
    ['a new line', Buffer.from('a\nb.xml')],
    ['a backslash', Buffer.from('a\\..\\b.xml')],
    ['a dash in front', Buffer.from('-rf.xml')],
    ['bytes that are no UTF-8', Buffer.from([0xb1, 0xa8, 0x2e, 0x78, 0x6d, 0x6c])],
    ['a direction of writing', Buffer.from('a\u202elmx.exe')],
    ['too many bytes', Buffer.from(`${'长'.repeat(80)}.xml`)],
  ])('because of a name with %s goes to error under a plain one', async (_, name) => {
    const { party, drop } = await dropper();
    writeFileSync(Buffer.concat([Buffer.from(`${drop.path('in')}/`), name]), declaration());
    const names = await eventually('it is in error', () => {
      const all = drop.list('error');
      return all.length === 2 && all;
    });
    expect(names[0]).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*~[0-9a-f]{8}$/);
    expect(jsonOf(drop.read('error', names[1] ?? ''))).toMatchObject({ code: 'FILE_NAME_ODD' });
    expect(drop.list('in')).toEqual([]);
    expect(await handedIn(party)).toEqual([]);
  });

  it('because it is too large goes to error unread', async () => {
    const { party, drop } = await dropper();
    drop.put('large.xml', Buffer.alloc(bodyLimit + 1, 32));
    expect(await drop.problem('large.xml')).toMatchObject({ code: 'FILE_TOO_LARGE', status: 413 });
    expect(drop.list('error')).toEqual(['large.xml', 'large.xml.problem.json']);
    expect(await handedIn(party)).toEqual([]);
  });
});

describe('the folders of a participant', () => {
  it('are left as they are while it is suspended', async () => {
    const { party, drop } = await dropper();
    await admin.act('participants', party.id, 'suspend');
    drop.put('later.xml', declaration());
    await quiet();
    expect(drop.list('in')).toEqual(['later.xml']);
    await admin.act('participants', party.id, 'activate');
    expect(await drop.outcome('later.xml')).toMatchObject({ state: 'normalised' });
  });

  it("that are no folders are nobody else's trouble", async () => {
    const broken = await admin.party('broken-folders');
    mkdirSync(join(root, broken.code));
    symlinkSync('/etc', join(root, broken.code, 'in'));
    const { drop } = await dropper();
    drop.put('fine.xml', declaration());
    expect(await drop.outcome('fine.xml')).toMatchObject({ state: 'normalised' });
    expect(hub.logs()).toContain('FILE_FOLDER_UNUSABLE');
  });
});

describe('a destination that is a folder', () => {
  async function receiver(more: Record<string, string | number> = {}) {
    const owner = await admin.party(`owner-${++parties}`);
    const consumer = await admin.party(`consumer-${parties}`);
    const made = await admin.create('destinations', {
      participant: consumer.code,
      code: 'files',
      kind: 'file',
      ...more,
    });
    await admin.route(
      `files-${parties}`,
      'Declaration',
      { id: made.id, code: 'files', secret: '' },
      `sender.code == '${owner.code}'`,
    );
    const right = await admin.agreement(owner, consumer, 'Declaration', { personal: true });
    const send = async (): Promise<string> =>
      (await owner.client.settle(declaration())).expect(200).string('/documents/0/id');
    return {
      owner,
      consumer,
      drop: new Drop(root, consumer.code),
      destination: made.id,
      right: right.id,
      send,
    };
  }

  const arrived = (drop: Drop, count: number): Promise<readonly string[]> =>
    eventually(`${count} files`, () => {
      const names = drop.list('out');
      return names.length === count && names;
    });

  it('gets each document as a CloudEvent, named after sender, type, time and id', async () => {
    const { owner, drop, send } = await receiver();
    const id = await send();
    const [name = ''] = await arrived(drop, 1);
    const sender = owner.code.toUpperCase();
    expect(name).toMatch(new RegExp(`^${sender}_DECLARATION_20\\d{12}_${id}\\.json$`));
    expect(jsonOf(drop.read('out', name))).toMatchObject({ specversion: '1.0', id, sender: owner.code });
    expect(readdirSync(drop.path('out'))).toEqual([name]);
  });

  it('gets the message itself where it asks for a format', async () => {
    const format = 'customs/declaration-xml';
    const { drop, send, consumer, destination } = await receiver({ format, filename: '{type}-{id}' });
    const id = await send();
    const [name = ''] = await arrived(drop, 1);
    expect(name).toBe(`DECLARATION-${id}.xml`);
    expect(drop.read('out', name).toString()).toContain('<DecMessage');
    // The same again takes its own place.
    await consumer.client.post(`/v1/destinations/${destination}/deliveries/${id}/redeliver`);
    await eventually('it was delivered again', async () => {
      const seen = await consumer.client.get(`/v1/destinations/${destination}/deliveries/${id}`);
      return seen.list('/log').length === 2 && seen.at('/state') === 'delivered';
    });
    expect(drop.list('out')).toEqual([name]);
  });

  it('waits while as many files lie there as may, and goes on in order when they are fetched', async () => {
    const { drop, send, consumer, destination } = await receiver();
    const ids: string[] = [];
    for (let n = 0; n < waiting + 2; n++) ids.push(await send());
    await arrived(drop, waiting);
    const held = await eventually('one is held back', async () => {
      const list = `/v1/destinations/${destination}/deliveries?state=pending`;
      const pending = (await consumer.client.get(list)).expect(200).list();
      return pending.find((one) => one['fault'] !== undefined);
    });
    expect(held).toMatchObject({ fault: { code: 'DELIVERY_FOLDER_FULL' } });
    expect(drop.list('out')).toHaveLength(waiting);
    const fetched = new Set<string>();
    await eventually('all were fetched', () => {
      for (const name of drop.list('out')) {
        fetched.add(String(jsonOf(drop.read('out', name))['id']));
        execFileSync('rm', [drop.path('out', name)]);
      }
      return fetched.size === ids.length;
    });
    expect([...fetched].sort()).toEqual([...ids].sort());
  });

  it('gets nothing more of what waits for room once the right has ended', async () => {
    const { owner, drop, send, consumer, right } = await receiver();
    const ids: string[] = [];
    for (let n = 0; n < waiting + 2; n++) ids.push(await send());
    const given = await arrived(drop, waiting);
    await admin.act('agreements', right, 'revoke');
    for (const name of given) execFileSync('rm', [drop.path('out', name)]);
    const there = new Set(given.map((name) => name.slice(-'.json'.length - 36, -'.json'.length)));
    for (const id of ids.filter((one) => !there.has(one))) {
      const delivery = await eventually('it is cancelled', async () => {
        const answer = await owner.client.get(`/v1/documents/${id}/deliveries`);
        const [one] = answer.expect(200).list();
        return one?.['state'] !== 'pending' && one;
      });
      expect(delivery).toMatchObject({ state: 'cancelled', fault: { code: 'EXCHANGE_RIGHT_WITHDRAWN' } });
      expect((await consumer.client.get(`/v1/documents/${id}`)).status).toBe(404);
    }
    expect(there.size).toBe(waiting);
    await quiet();
    expect(readdirSync(drop.path('out'))).toEqual([]);
  });
});
