/**
 * Ends the shared test server when no test process uses it any more. Started by server.ts as a process of its own:
 *   node keeper.mjs FOLDER POINTER POSTMASTER
 */
import { readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const [folder = '', pointer = '', postmaster = ''] = process.argv.slice(2);
const idleLimit = 60_000;

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const inUse = () => readdirSync(`${folder}/users`).some((pid) => alive(Number(pid)));
const isServer = () => {
  try {
    return readlinkSync(`/proc/${postmaster}/cwd`).startsWith(folder);
  } catch {
    return alive(Number(postmaster));
  }
};

/** Withdraws the pointer first; a user that came in between gets it back. */
async function withdrawn() {
  const kept = readFileSync(pointer, 'utf8');
  rmSync(pointer);
  await pause(200);
  if (!inUse()) return true;
  writeFileSync(pointer, kept);
  return false;
}

for (let lastUse = Date.now(); isServer(); await pause(1000)) {
  if (inUse()) lastUse = Date.now();
  else if (Date.now() - lastUse > idleLimit && (await withdrawn())) break;
}
if (isServer()) process.kill(Number(postmaster), 'SIGINT');
for (let round = 0; round < 300 && isServer(); round++) await pause(100);
rmSync(folder, { recursive: true, force: true });
