import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postmasterOf, serverCpuMs, usageOf } from './processes.js';

const linux = process.platform === 'linux' ? it : it.failing;

describe('usageOf', () => {
  linux('gives the time and memory that the process itself knows of', async () => {
    const before = process.cpuUsage();
    const { cpuMs, peakBytes } = await usageOf(process.pid);
    const after = process.cpuUsage();
    expect(cpuMs).toBeGreaterThanOrEqual((before.user + before.system) / 1000 - 20);
    expect(cpuMs).toBeLessThanOrEqual((after.user + after.system) / 1000 + 20);
    expect(peakBytes).toBeGreaterThan(30_000_000);
  });

  it('gives nothing for a process that is not there', async () => {
    expect(await usageOf(2 ** 30)).toEqual({ cpuMs: 0, peakBytes: 0 });
  });
});

describe('serverCpuMs', () => {
  linux('counts the children of the server that are gone with those that run', async () => {
    const busy = 'const end = Date.now() + 300; while (Date.now() < end);';
    const script = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(busy)}]);
      process.stdout.write('done'); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['-e', script]);
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    const pid = parent.pid ?? 0;
    expect((await serverCpuMs(pid)) - (await usageOf(pid)).cpuMs).toBeGreaterThan(10);
    parent.kill();
  });
});

describe('postmasterOf', () => {
  it('reads the first line of the lock file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-postmaster-'));
    expect(await postmasterOf(folder)).toBeUndefined();
    await writeFile(join(folder, 'postmaster.pid'), '4711\n/data\n');
    expect(await postmasterOf(folder)).toBe(4711);
    await rm(folder, { recursive: true });
  });
});
