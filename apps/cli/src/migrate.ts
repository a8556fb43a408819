import { migrate as bringUp, startEmbedded } from '#store';
import type { Fault } from '#kernel';
import { readConfig } from '../../hub/src/config.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { print, printFaults } from './terminal/print.js';

/** Brings the tables of DATABASE_URL, or of the embedded database in DATA_DIR, to this version. */
export async function migrate(environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const config = readConfig(environment);
  if (!config.ok) return refused(config.error);
  const { databaseUrl, folder } = config.value;
  if (databaseUrl !== undefined) return bringUpAt(databaseUrl);
  const embedded = await startEmbedded({ dataDir: folder });
  if (!embedded.ok) return refused([embedded.error]);
  try {
    return await bringUpAt(embedded.value.url);
  } finally {
    await embedded.value.stop();
  }
}

async function bringUpAt(url: string): Promise<ExitCode> {
  const done = await bringUp({ url });
  if (!done.ok) return refused([done.error]);
  if (done.value.length === 0) print('已是最新 · nothing to do');
  done.value.forEach((name) => print(name));
  return exitCodes.done;
}

function refused(faults: readonly Fault[]): ExitCode {
  printFaults(faults);
  return exitCodes.refused;
}
