import { TongguanClient, type Problem } from '#client';
import type { Fault } from '#kernel';
import {
  ordersIn,
  Sandbox,
  sandboxSetup,
  startSandboxControl,
  unreadable,
  type Request,
} from '../../../simulator/src/sandbox/index.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { keep, keptIn } from '../feed/cursor-file.js';
import { openFeed, printProblem, untilInterrupted, type FeedPlace } from '../feed/open-feed.js';
import { print, printError, printFaults } from '../terminal/print.js';

/** Until an answer is given up: most of a working day. */
const attempts = 1000;

export interface SandboxRunOptions extends FeedPlace {
  /** What is done with messages that carry no mark. */
  readonly orders?: string;
  /** Port on which that can be changed; none without one, 0 for any. */
  readonly control?: number;
  /** File that has the cursor of the last message taken up, and from which a later run goes on. */
  readonly cursorFile?: string;
}

/** Plays the counter-agency whose key is given: answers what comes into its mailbox, until it is interrupted. */
export async function runSandbox(feed: string, options: SandboxRunOptions): Promise<ExitCode> {
  const standard = ordersIn(options.orders ?? '');
  if (standard.reject === unreadable) {
    const values = { orders: options.orders ?? '' };
    return refused(cliFaults.make('CLI_ORDERS_UNREADABLE', { values }));
  }
  const signal = untilInterrupted();
  const after = (await keptIn(options.cursorFile)) ?? options.after;
  const events = await openFeed(feed, { ...options, after }, signal);
  if (!events.ok) return refused(events.error);
  const sandbox = new Sandbox({
    client: new TongguanClient({ url: options.url, key: options.key ?? '', retry: { attempts } }),
    events: events.value,
    signal,
    standard,
    onAnswered: (request, { type, body }, outcome) =>
      print(line(request, `→ ${type} ${said(body)} ${outcome}`)),
    onUnanswered: ({ id, type }, why) => print(`${shortType(type)} ${id} ${unanswered(why)}`),
    onTaken: async ({ cursor }) => {
      const unkept = await keep(options.cursorFile, cursor);
      if (unkept) printFaults([unkept]);
    },
  });
  const control =
    options.control === undefined ? undefined : await startSandboxControl(sandbox, options.control);
  if (control) printError(`control: ${control.url}`);
  printError(`沙箱 sandbox: ${feed} ${options.url} (Ctrl-C 结束 ends)`);
  const problem = await sandbox.run();
  await control?.close();
  return problem ? refused(problem) : exitCodes.done;
}

/** Prints the set-up file that a node needs for a sandbox. */
export function printSandboxSetup(
  participants: readonly string[],
  destination: string,
  code: string,
): ExitCode {
  print(
    sandboxSetup(
      participants.map((participant) => ({ participant, destination })),
      code,
    ).trimEnd(),
  );
  return exitCodes.done;
}

const line = ({ type, id, sender }: Request, what: string): string => `${type} ${sender} ${id} ${what}`;
const shortType = (type: string): string => type.replace(/^cn\.tongguan\./, '');

/** The members of an answer that say something in a word. */
const said = (body: object): string =>
  Object.entries(body)
    .filter(([name]) => ['status', 'result', 'decision', 'state'].includes(name))
    .map(([, value]) => (typeof value === 'string' ? value : ''))
    .join(' ');

const whys: Readonly<Record<string, string>> = {
  type: '无此类单证的回执 · no answer to this type',
  reference: '没有可对应的编号 · has no number that an answer could name',
  silent: '不答 · left alone',
  format: '不是共享标准单证 · no document of the shared schema',
};
const unanswered = (why: string): string => whys[why] ?? why;

function refused(error: Fault | Problem): ExitCode {
  if ('title' in error) printProblem(error);
  else printFaults([error]);
  return exitCodes.refused;
}
