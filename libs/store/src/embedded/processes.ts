import { readdir, readFile, readlink } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Fields of /proc/PID/stat after the command, which may itself hold spaces and brackets: state first. */
function stat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** When the process began, in ticks since the machine did: tells a process from a later one with the same id. */
export const startedAt = (pid: number): string | undefined => stat(pid)?.[19];

/** A zombie counts as dead: in a container nobody may ever collect it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return stat(pid)?.[0] !== 'Z';
}

/**
 * The processes whose working directory is the folder. Every process of a PostgreSQL server stands in its data
 * folder, so these are its server and whatever the server left behind. Empty where there is no /proc.
 */
export async function processesIn(folder: string): Promise<number[]> {
  const names = await readdir('/proc').catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        const at = await readlink(`/proc/${name}/cwd`).catch(() => undefined);
        return at === folder && isAlive(Number(name)) ? Number(name) : undefined;
      }),
  );
  return found.filter((pid) => pid !== undefined);
}

/** Process id of the server that says it runs in the data folder; it may be long dead. */
export async function postmasterOf(folder: string): Promise<{ pid: number; state: string } | undefined> {
  const text = await readFile(`${folder}/postmaster.pid`, 'latin1').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, state: (lines[7] ?? '').trim() } : undefined;
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already, which is what the signal was for.
  }
}

/** Looks every 20 ms until the condition holds; false when it did not within the time (milliseconds). */
export async function holdsWithin(
  time: number,
  condition: () => boolean | Promise<boolean>,
): Promise<boolean> {
  const end = performance.now() + time;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await pause(20);
  }
  return true;
}
