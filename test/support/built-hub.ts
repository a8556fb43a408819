import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { lockFolder } from '../../libs/store/src/embedded/lock.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = ['apps', 'libs', 'migrations', 'schemas', 'test/conformance'];
const program = join(root, 'dist', 'apps', 'hub', 'src', 'main.js');
/** Written when a build is complete; its time is when that build began. */
const stamp = join(root, 'dist', '.built');

let built: Promise<string> | undefined;

/** The compiled hub, as it is started in operation. Compiled anew when a source is younger; one process does that. */
export const builtHub = (): Promise<string> => (built ??= ensureBuilt());

async function ensureBuilt(): Promise<string> {
  if (isCurrent()) return program;
  const folder = join(root, 'dist');
  mkdirSync(folder, { recursive: true });
  for (;;) {
    const lock = await lockFolder(folder);
    if (lock.ok) {
      try {
        if (!isCurrent()) build();
        return program;
      } finally {
        lock.value.release();
      }
    }
    await pause(50);
    if (isCurrent()) return program;
  }
}

function build(): void {
  const began = new Date();
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(stamp, '');
  utimesSync(stamp, began, began);
}

function isCurrent(): boolean {
  if (!existsSync(stamp)) return false;
  const made = statSync(stamp).mtimeMs;
  return sources.every((folder) => youngest(join(root, folder)) <= made);
}

/** When the newest source in a folder was changed; specs are no part of the program. */
function youngest(folder: string): number {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return times.reduce((latest, time) => Math.max(latest, time), 0);
}
