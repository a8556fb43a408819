import { exitCodes, type ExitCode } from '../exit-codes.js';
import { print, printError } from '../terminal/print.js';
import { changeLine, isBreaking } from './change.js';
import { changesSinceRelease, release } from './released.js';

/** Says what is different from the descriptions that were released last. */
export async function showChanges({ json = false }: { readonly json?: boolean }): Promise<ExitCode> {
  const all = await changesSinceRelease();
  for (const { file, changes } of all) {
    for (const change of [...changes].sort((a, b) => Number(isBreaking(b)) - Number(isBreaking(a)))) {
      if (json) print(JSON.stringify({ file, breaking: isBreaking(change), ...change }));
      else print(`${file} ${isBreaking(change) ? '!' : '+'} ${changeLine(change)}`);
    }
  }
  return all.every(({ unallowed }) => unallowed.length === 0) ? exitCodes.done : exitCodes.refused;
}

/**
 * Makes what is described now the released description, unless it breaks others under the same major version.
 *
 * @param anew whatever it breaks: nobody has built on it yet
 */
export async function releaseInterface({ anew = false }: { readonly anew?: boolean }): Promise<ExitCode> {
  const unallowed = anew ? [] : (await changesSinceRelease()).flatMap((one) => one.unallowed);
  for (const change of unallowed) printError(changeLine(change));
  if (unallowed.length > 0) {
    printError(advice);
    return exitCodes.refused;
  }
  for (const path of await release()) print(path);
  return exitCodes.done;
}

/** What to do about changes that break others. */
export const advice =
  '改为兼容的写法，或提高 apiVersion 的主版本号 · do it in a way that breaks nobody, or raise the major number of apiVersion (apps/hub/src/openapi/document.ts)';
