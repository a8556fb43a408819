import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { builtHub } from '../../../../test/support/built-hub.js';

export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliSurroundings {
  readonly stdin?: Buffer | string;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of node before the program. */
  readonly node?: readonly string[];
}

/** The command line as it is installed: compiled, in a process of its own, started at the root of the repository. */
export async function runCli(args: readonly string[], around: CliSurroundings = {}): Promise<CliResult> {
  const hub = await builtHub();
  const program = hub.replace(/apps.hub.src.main\.js$/, 'apps/cli/src/main.js');
  const child = spawn(process.execPath, [...(around.node ?? []), program, ...args], {
    cwd: repository,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...around.env },
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(around.stdin);
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, stdout, stderr };
}

/** The lines of JSON that a command printed. */
export const jsonLines = (stdout: string): readonly Readonly<Record<string, unknown>>[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
