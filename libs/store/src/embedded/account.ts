import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Fault, fail, ok, type Result } from '#kernel';
import { storeFaults } from '../faults.js';

/** Runs a program as the user that owns the database. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
  run(program: string, args: readonly string[], stdio: StdioOptions): ChildProcess;
}

interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Nothing of our environment concerns the server, and some of it (PG…) would change what it does. */
const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' });

/**
 * PostgreSQL refuses to run as root. A normal user runs it as itself; root runs it as the owner of an existing
 * cluster, else as `postgres`, else as `nobody`.
 *
 * @param cluster the data folder of the cluster, which may not exist yet
 * @param places what that user must be able to reach: programs and folders
 */
export async function findAccount(
  cluster: string,
  places: readonly string[],
): Promise<Result<Account, Fault>> {
  if (process.getuid?.() !== 0) return ok({ run: (program, args, stdio) => start(program, args, stdio) });
  const user = await unprivileged(cluster);
  if (!user) return fail(storeFaults.make('STORE_NO_ACCOUNT'));
  const { uid, gid } = user;
  const closed = await closedTo(user, places);
  if (closed === undefined)
    return ok({ uid, gid, run: (program, args, stdio) => start(program, args, stdio, { uid, gid }) });
  for (const capability of ['dac_read_search', 'dac_override']) {
    const prefix = walking(user, capability);
    const run: Account['run'] = (program, args, stdio) =>
      start('setpriv', [...prefix, program, ...args], stdio);
    if (await works(run, closed)) return ok({ uid, gid, run });
  }
  return fail(storeFaults.make('STORE_FOLDER_UNREACHABLE', { values: { folder: closed, user: user.name } }));
}

/**
 * For a data folder below a closed one, such as /root: the user keeps the one capability of walking through folders
 * (capabilities(7)), and `no_setuid_fixup` lets access(2) see it too.
 */
const walking = (user: User, capability: string): string[] => [
  `--reuid=${user.uid}`,
  `--regid=${user.gid}`,
  '--clear-groups',
  `--inh-caps=+${capability}`,
  `--ambient-caps=+${capability}`,
  '--securebits=+no_setuid_fixup',
  '--',
];

async function works(run: Account['run'], closed: string): Promise<boolean> {
  const child = run('test', ['-x', closed], 'ignore');
  return new Promise((done) => child.on('error', () => done(false)).on('exit', (code) => done(code === 0)));
}

function start(
  program: string,
  args: readonly string[],
  stdio: StdioOptions,
  user: { uid?: number; gid?: number } = {},
): ChildProcess {
  // Its own session: Ctrl-C in a terminal reaches us alone, and we stop the server last.
  return spawn(program, args, { ...user, stdio, cwd: '/', env: environment(), detached: true });
}

async function unprivileged(cluster: string): Promise<User | undefined> {
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { name: `#${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const users = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find(([candidate]) => candidate === name) ?? [];
    if (Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** The first folder on the way to one of the places that the user may not enter. */
async function closedTo(user: User, places: readonly string[]): Promise<string | undefined> {
  for (const place of places) {
    for (let folder = dirname(place); ; folder = dirname(folder)) {
      const { mode, uid, gid } = await stat(folder);
      const mayEnter = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001;
      if (!mayEnter) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  return undefined;
}
