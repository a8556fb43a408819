import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SetupDestination } from '#store';
import type { ChannelOutcome, OutboundEvent } from '../channel.js';
import { FileChannel } from './file-channel.js';
import { fileNameOf } from './file-name.js';

const id = '01a20989-d991-7000-b8d4-403b9caf8ac9';
const { signal } = new AbortController();

let root: string;
let out: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tongguan-files-'));
  out = join(root, 'dayao-terminal', 'out');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const destination = (config: SetupDestination['config'] = {}): SetupDestination => ({
  id,
  participantId: id,
  code: 'files',
  kind: 'file',
  state: 'active',
  config,
  secrets: [],
  version: 1,
});

const time = Date.UTC(2026, 10, 23, 1, 2, 3);
const event = (number: number, more: object = { data: { number } }): OutboundEvent => ({
  id: `id-${number}`,
  time,
  body: JSON.stringify({
    specversion: '1.0',
    id: `id-${number}`,
    type: 'cn.tongguan.GateMove',
    sender: 'dalian-agent',
    datacontenttype: 'application/json',
    ...more,
  }),
});

const channel = (files = 10, bytes = 1_000_000): FileChannel =>
  new FileChannel({ root, limits: { files, bytes }, codeOf: () => 'dayao-terminal' });
const send = (to: FileChannel, ...events: OutboundEvent[]): Promise<ChannelOutcome> =>
  to.send(destination(), events, signal);
const nameOf = (number: number, ending = 'json'): string =>
  `DALIAN-AGENT_GATEMOVE_20261123090203_id-${number}.${ending}`;

describe('FileChannel', () => {
  it('makes the folders, and puts each event of a batch into a file of its own', async () => {
    expect(await send(channel(), event(1), event(2))).toMatchObject({ kind: 'delivered' });
    expect(readdirSync(out).sort()).toEqual([nameOf(1), nameOf(2)]);
    expect(readFileSync(join(out, nameOf(1)), 'utf8')).toBe(event(1).body);
    expect(readdirSync(join(root, 'dayao-terminal')).sort()).toEqual(['ack', 'error', 'in', 'out']);
    expect(statSync(out).mode & 0o7777).toBe(0o2770);
  });

  it.each([
    ['text', { datacontenttype: 'application/xml', data: '<报文/>' }, 'xml', Buffer.from('<报文/>')],
    [
      'bytes',
      { datacontenttype: 'application/edifact', data_base64: 'sajI' },
      'edi',
      Buffer.from([0xb1, 0xa8, 0xc8]),
    ],
    ['an unknown kind', { datacontenttype: 'image/x', data: 'x' }, 'txt', Buffer.from('x')],
  ])('writes a message that is %s as it is', async (_, more, ending, content) => {
    await send(channel(), event(1, more));
    expect(readFileSync(join(out, nameOf(1, ending))).equals(content)).toBe(true);
  });

  it('gives the same event the same place', async () => {
    const files = channel();
    for (let times = 0; times < 3; times++) await send(files, event(1));
    expect(readdirSync(out)).toEqual([nameOf(1)]);
  });

  it('puts no more into a folder than may wait there, also all at once', async () => {
    const files = channel(3);
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => send(files, event(n))));
    expect(outcomes.filter(({ kind }) => kind === 'delivered')).toHaveLength(3);
    expect(outcomes.find(({ kind }) => kind === 'retry')?.error?.code).toBe('DELIVERY_FOLDER_FULL');
    expect(readdirSync(out)).toHaveLength(3);
  });

  it('counts bytes too, though one file larger than all that may wait goes into an empty folder', async () => {
    const files = channel(10, 100);
    expect(await send(files, event(1))).toMatchObject({ kind: 'delivered' });
    expect(await send(files, event(2))).toMatchObject({
      kind: 'retry',
      error: { code: 'DELIVERY_FOLDER_FULL' },
    });
  });

  it('never writes through a link that lies where it writes', async () => {
    const victim = join(root, 'victim');
    writeFileSync(victim, 'untouched');
    mkdirSync(out, { recursive: true });
    symlinkSync(victim, join(out, `.${nameOf(1)}.tmp`));
    symlinkSync(victim, join(out, nameOf(1)));
    expect(await send(channel(), event(1))).toMatchObject({ kind: 'delivered' });
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
    expect(readFileSync(join(out, nameOf(1)), 'utf8')).toBe(event(1).body);
  });

  it.each([
    ['a link', () => symlinkSync(tmpdir(), out)],
    ['a file', () => writeFileSync(out, '')],
  ])('tries again later when %s stands in place of the folder, and writes nothing', async (_, make) => {
    mkdirSync(join(root, 'dayao-terminal'));
    make();
    const outcome = await send(channel(), event(1));
    expect(outcome).toMatchObject({ kind: 'retry', error: { code: 'DELIVERY_FOLDER_UNUSABLE' } });
    expect(outcome.error?.text.en).not.toContain(root);
    expect(existsSync(join(tmpdir(), nameOf(1)))).toBe(false);
  });

  it('leaves nothing behind where a name is taken by a folder', async () => {
    mkdirSync(join(out, nameOf(1), 'x'), { recursive: true });
    expect(await send(channel(), event(1))).toMatchObject({
      kind: 'retry',
      error: { code: 'DELIVERY_FOLDER_UNUSABLE' },
    });
    expect(readdirSync(out)).toEqual([nameOf(1)]);
  });

  it("counts an attempt that the hub cut short as nobody's failure", async () => {
    const stopped = AbortSignal.abort();
    expect(await channel().send(destination(), [event(1)], stopped)).toMatchObject({
      error: { code: 'DELIVERY_INTERRUPTED' },
    });
  });
});

describe('fileNameOf', () => {
  const named = { id, sender: 'customs@yingkou', type: 'GateMove', time };
  it.each([
    [undefined, `CUSTOMS-YINGKOU_GATEMOVE_20261123090203_${id}`],
    ['{id}', id],
    ['X-{type}.{time}-{id}', `X-GATEMOVE.20261123090203-${id}`],
    ['{sender}'.repeat(20) + '{id}', id],
  ])('%s', (pattern, name) => {
    expect(fileNameOf(named, pattern)).toBe(name);
  });
});
