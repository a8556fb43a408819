import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fail, ok, type Result } from '#kernel';
import type { Account } from './account.js';
import { holdsWithin, isAlive, postmasterOf, processesIn, signal } from './processes.js';

/** Longest recovery after a crash, fast shutdown, and immediate shutdown that are waited for, in milliseconds. */
const patience = { start: 600_000, fast: 30_000, immediate: 10_000, killed: 5_000 };

/** A server process in its data folder. */
export interface Server {
  readonly child: ChildProcess;
  readonly pid: number;
}

/** Starts the server and waits until it takes connections, which after a crash is when recovery is done. */
export async function launch(
  program: string,
  folder: string,
  args: readonly string[],
  account: Account,
  log: string,
): Promise<Result<Server, string>> {
  const output = openSync(log, 'w', 0o600);
  const child = account.run(program, ['-D', folder, ...args], ['ignore', output, output]);
  closeSync(output);
  child.unref();
  let ended: string | undefined;
  child.on('error', (error) => (ended = error.message));
  child.on('exit', (code, by) => (ended = by ?? `exit ${code}`));
  const ready = await holdsWithin(patience.start, async () => {
    if (ended !== undefined) return true;
    const postmaster = await postmasterOf(folder);
    return postmaster?.pid === child.pid && postmaster?.state === 'ready';
  });
  if (ended === undefined && ready && child.pid !== undefined) return ok({ child, pid: child.pid });
  if (child.pid !== undefined && ended === undefined) await halt(folder, child.pid);
  return fail(`${ended ?? 'not ready'}: ${lastWords(log)}`);
}

const lastWords = (log: string): string =>
  readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !/HINT|redirecting log|Future log/.test(line))
    .slice(-3)
    .join(' ');

/** Ends a server: fast (clients are cut, everything is written), then immediate, then by force. */
export async function halt(folder: string, postmaster: number): Promise<void> {
  const gone = async () => !isAlive(postmaster) && (await processesIn(folder)).length === 0;
  signal(postmaster, 'SIGINT');
  if (await holdsWithin(patience.fast, gone)) return;
  signal(postmaster, 'SIGQUIT');
  if (await holdsWithin(patience.immediate, gone)) return;
  for (const pid of [postmaster, ...(await processesIn(folder))]) signal(pid, 'SIGKILL');
  await holdsWithin(patience.killed, gone);
}

/**
 * Ends what an earlier process of ours left running in the folder, when that was killed. We hold the folder's lock,
 * so a server in it is nobody's. A left-over postmaster.pid whose number now belongs to some other program, or to a
 * dead process that nobody collected, would make the server refuse to start; it goes, once it is sure that no process
 * of a server is left.
 */
export async function haltOrphans(folder: string): Promise<void> {
  const postmaster = await postmasterOf(folder);
  const left = await processesIn(folder);
  if (postmaster && left.includes(postmaster.pid)) await halt(folder, postmaster.pid);
  else if (left.length > 0) await endLeftovers(folder, left);
  const sure = process.platform === 'linux' && (await processesIn(folder)).length === 0;
  if (sure) await rm(join(folder, 'postmaster.pid'), { force: true });
}

/** Processes whose server was killed end by themselves within moments. */
async function endLeftovers(folder: string, left: readonly number[]): Promise<void> {
  const gone = async () => (await processesIn(folder)).length === 0;
  if (await holdsWithin(patience.killed, gone)) return;
  for (const pid of left) signal(pid, 'SIGKILL');
  await holdsWithin(patience.killed, gone);
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
