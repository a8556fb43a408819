import { appendFile, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Fault, type Result } from '#kernel';
import { stringify } from 'yaml';
import { AdminClient } from './admin-client.js';
import { diffSetup, type Step } from './diff-setup.js';
import { applyFaults } from './faults.js';
import { parseSetup } from './setup-file.js';

export interface ApplyOptions {
  /** Path of the set-up file. */
  readonly file: string;
  /** Address of the node, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Key of an administrator. */
  readonly key: string;
  /** Where to add new keys and secrets, readable by the owner alone; otherwise they are printed. */
  readonly secretsFile?: string;
  /** Says what would be done and does nothing. */
  readonly dryRun?: boolean;
  readonly print: (line: string) => void;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

export interface Applied {
  /** Titles of what was done, or would be with `dryRun`; empty when the node was as the file says. */
  readonly done: readonly string[];
  /** Left alone on purpose; see `Plan.notes`. */
  readonly notes: readonly string[];
  /** What was shown this once, by the title of its step. */
  readonly revealed: ReadonlyMap<string, string>;
}

/**
 * Makes a node as a set-up file says, through its administration API. Doing it again does nothing; after a fault
 * half-way, doing it again does the rest.
 *
 * @example
 * const applied = await applySetup({ file: 'city.yaml', url, key, print: console.log, now: Date.now });
 */
export async function applySetup(options: ApplyOptions): Promise<Result<Applied, Fault[]>> {
  const text = await readFile(options.file, 'utf8').catch((error: unknown) => {
    const values = { file: options.file, reason: error instanceof Error ? error.message : String(error) };
    return applyFaults.make('SETUP_FILE_UNREADABLE', { values });
  });
  if (typeof text !== 'string') return fail([text]);
  const wanted = parseSetup(text);
  if (!wanted.ok) return wanted;
  const client = new AdminClient(options.url, options.key);
  const current = await client.current();
  if (!current.ok) return fail([current.error]);
  const plan = diffSetup(current.value, wanted.value, options.now());
  if (plan.faults.length > 0) return fail([...plan.faults]);
  plan.notes.forEach((note) => options.print(`note: ${note}`));
  const revealed = new Map<string, string>();
  for (const step of plan.steps) {
    const done = options.dryRun ? ok(undefined) : await perform(client, step, options, revealed);
    if (!done.ok) return fail([done.error]);
    options.print(options.dryRun ? `would ${step.title}` : step.title);
  }
  if (plan.steps.length === 0) options.print('nothing to change');
  return ok({ done: plan.steps.map(({ title }) => title), notes: plan.notes, revealed });
}

/** What is revealed is kept before the next step: nobody can show it again. */
async function perform(
  client: AdminClient,
  step: Step,
  options: ApplyOptions,
  revealed: Map<string, string>,
): Promise<Result<void, Fault>> {
  const answer = await client.send({ ...step, reason: `apply ${basename(options.file)}` });
  if (!answer.ok) return answer;
  const secret = step.reveals === undefined ? undefined : answer.value[step.reveals];
  if (typeof secret !== 'string') return ok(undefined);
  revealed.set(step.title, secret);
  if (options.secretsFile === undefined) options.print(`shown this once: ${secret}`);
  else await appendFile(options.secretsFile, secretEntry(step, secret), { mode: 0o600 });
  return ok(undefined);
}

function secretEntry({ body, reveals = 'key' }: Step, secret: string): string {
  const { participant, code, label } = body;
  return stringify([
    { participant, ...(code ? { destination: code } : {}), ...(label ? { label } : {}), [reveals]: secret },
  ]);
}
