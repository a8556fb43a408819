import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, fail, ok, type Result } from '#kernel';
import { storeFaults } from '../faults.js';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';

/** The database user that owns everything; its password is what keeps other local users out. */
export const superuser = 'tongguan';

/**
 * Makes the cluster if there is none: in a folder of another name, renamed when it is complete and on disk. So a
 * cluster of the right name is never half made, and what an interrupted start left is made anew.
 *
 * @returns the superuser's password
 */
export async function ensureCluster(
  folder: string,
  passwordFile: string,
  programs: Binaries,
  account: Account,
): Promise<Result<string, Fault>> {
  const present = await contents(folder);
  if (present === 'complete') {
    const password = (await readFile(passwordFile, 'utf8').catch(() => '')).trim();
    return password
      ? ok(password)
      : fail(storeFaults.make('STORE_PASSWORD_MISSING', { values: { file: passwordFile } }));
  }
  if (present === 'damaged') return fail(storeFaults.make('STORE_CLUSTER_DAMAGED', { values: { folder } }));
  await rm(folder, { recursive: true, force: true });
  return initialise(folder, passwordFile, programs, account);
}

/** Without PG_VERSION and without pg_control nothing was ever stored in it. */
async function contents(folder: string): Promise<'none' | 'complete' | 'damaged'> {
  if (existsSync(join(folder, 'PG_VERSION'))) return 'complete';
  if (existsSync(join(folder, 'global', 'pg_control'))) return 'damaged';
  return 'none';
}

async function initialise(
  folder: string,
  passwordFile: string,
  programs: Binaries,
  account: Account,
): Promise<Result<string, Fault>> {
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  await writeDurably(passwordFile, `${password}\n`);
  // Read by initdb as the unprivileged user: from inside the folder that only that user and root may enter.
  const handed = join(`${draft}.password`);
  await rm(handed, { force: true });
  await writeDurably(handed, `${password}\n`);
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(draft, account.uid, account.gid);
    await chown(handed, account.uid, account.gid);
  }
  const failure = await runInitdb(draft, handed, programs, account);
  await rm(handed, { force: true });
  if (failure !== undefined)
    return fail(storeFaults.make('STORE_INIT_FAILED', { values: { folder, error: failure } }));
  await rename(draft, folder);
  await syncFolder(join(folder, '..'));
  return ok(password);
}

function runInitdb(
  folder: string,
  passwordFile: string,
  programs: Binaries,
  account: Account,
): Promise<string | undefined> {
  const args = [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--data-checksums',
  ];
  const child = account.run(programs.initdb, args, ['ignore', 'ignore', 'pipe']);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
  return new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('close', (code) => done(code === 0 ? undefined : said.trim() || `initdb: ${code}`));
  });
}

/** Complete and on disk, readable by the owner alone. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** The data folder: others may pass through it to the cluster, and see nothing. */
export async function ensureFolder(folder: string): Promise<Result<void, Fault>> {
  try {
    if (!existsSync(folder)) {
      await mkdir(folder, { recursive: true });
      await chmod(folder, 0o711);
    }
    await readdir(folder);
    return ok(undefined);
  } catch (error) {
    const values = { folder, error: error instanceof Error ? error.message : String(error) };
    return fail(storeFaults.make('STORE_FOLDER_NOT_WRITABLE', { values }));
  }
}
