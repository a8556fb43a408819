import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import type { Fault, Result } from '#kernel';
import { storeFaults } from '../faults.js';
import type { FolderLock } from './lock.js';
import { signal } from './processes.js';
import { halt, haltOrphans, type Server } from './server.js';
import type { Place } from './start-cluster.js';

/** Starts again after this many ends within this time; then something is wrong that starting does not mend. */
const restarts = { times: 5, within: 600_000, firstPause: 100 };

/** Keeps the server running until the returned function is called or this process ends. */
export function supervise(
  first: Server,
  { folder }: Place,
  launchAgain: () => Promise<Result<Server, string>>,
  lock: FolderLock,
  report: (fault: Fault) => void,
): () => Promise<void> {
  let server: Server | undefined = first;
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const ends: number[] = [];
  const log = join(folder, 'log');

  const watch = (watched: Server) =>
    watched.child.once('exit', (code, by) => {
      if (stopping) return;
      server = undefined;
      restarting = restart(by ?? `exit ${code}`);
    });

  async function restart(how: string): Promise<void> {
    const since = performance.now() - restarts.within;
    ends.push(performance.now());
    const recent = ends.filter((at) => at > since).length;
    if (recent > restarts.times) {
      const values = { times: recent, minutes: restarts.within / 60_000, log };
      return report(storeFaults.make('STORE_SERVER_GIVEN_UP', { values }));
    }
    report(storeFaults.make('STORE_SERVER_DIED', { values: { how, log } }));
    await pause(restarts.firstPause * 2 ** recent, undefined, { ref: false });
    if (stopping) return;
    await haltOrphans(folder);
    const next = await launchAgain();
    if (!next.ok) return restart(next.error);
    server = next.value;
    watch(server);
  }

  // A process that ends without stopping us leaves no server behind: the fast shutdown needs nobody to wait for it.
  const atExit = () => {
    if (server) signal(server.pid, 'SIGINT');
    lock.release();
  };
  process.once('exit', atExit);
  watch(first);
  let stopped: Promise<void> | undefined;
  return () =>
    (stopped ??= (async () => {
      stopping = true;
      await restarting;
      if (server) await halt(folder, server.pid);
      process.removeListener('exit', atExit);
      lock.release();
    })());
}
