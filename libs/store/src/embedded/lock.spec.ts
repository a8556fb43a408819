import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './lock.js';
import { startedAt } from './processes.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongguan-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const dead = (): number => spawnSync(process.execPath, ['--version']).pid;
const leave = (text: string) => writeFile(join(folder, 'lock'), text);

describe('the lock of a folder', () => {
  it('is held by one at a time, names its owner, and leaves nothing behind', async () => {
    const first = await lockFolder(folder);
    expect(await lockFolder(folder)).toMatchObject({
      ok: false,
      error: { code: 'STORE_FOLDER_IN_USE', values: { pid: process.pid, folder } },
    });
    if (first.ok) first.value.release();
    expect(await readdir(folder)).toEqual([]);
    const second = await lockFolder(folder);
    expect(second.ok).toBe(true);
    if (second.ok) second.value.release();
  });

  it.each([
    ['of a dead process', () => JSON.stringify({ pid: dead(), token: 'old' })],
    [
      'of a dead process whose number this one has now',
      () => JSON.stringify({ pid: process.pid, began: '1', token: 'old' }),
    ],
    ['that says nothing', () => ''],
    ['that is no lock at all', () => '[1, 2'],
  ])('is taken over from one %s', async (_, text) => {
    await leave(text());
    const taken = await lockFolder(folder);
    expect(taken.ok).toBe(true);
    if (taken.ok) taken.value.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not taken from a living process', async () => {
    const began = startedAt(process.ppid);
    await leave(JSON.stringify({ pid: process.ppid, token: 'theirs', ...(began ? { began } : {}) }));
    expect(await lockFolder(folder)).toMatchObject({ ok: false, error: { values: { pid: process.ppid } } });
  });

  it('of another host is taken over only when nobody touches it any more', async () => {
    const path = join(folder, 'lock');
    await leave(JSON.stringify({ pid: dead(), host: 'another-container', token: 'theirs' }));
    expect(await lockFolder(folder)).toMatchObject({
      ok: false,
      error: { values: { host: 'another-container' } },
    });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(path, longAgo, longAgo);
    const taken = await lockFolder(folder);
    expect(taken.ok).toBe(true);
    if (taken.ok) taken.value.release();
  });

  it('goes to exactly one of many that find it stale at once', async () => {
    for (let round = 0; round < 20; round++) {
      await leave(JSON.stringify({ pid: dead(), token: 'old' }));
      const all = await Promise.all(Array.from({ length: 8 }, () => lockFolder(folder)));
      const held = all.filter((one) => one.ok);
      expect(held).toHaveLength(1);
      held[0]?.value.release();
    }
  });
});
