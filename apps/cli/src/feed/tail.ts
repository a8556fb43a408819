import { exitCodes, type ExitCode } from '../exit-codes.js';
import { print, printFaults } from '../terminal/print.js';
import { eventLine, openFeed, printProblem, untilInterrupted, type FeedPlace } from './open-feed.js';

export interface TailOptions extends FeedPlace {
  /** End after so many events. */
  readonly count?: number;
  readonly json?: boolean;
}

/** Prints the events of a mailbox as they come, one a line, until it is interrupted. */
export async function tail(feed: string, options: TailOptions): Promise<ExitCode> {
  const events = await openFeed(feed, options, untilInterrupted());
  if (!events.ok) {
    if ('title' in events.error) printProblem(events.error);
    else printFaults([events.error]);
    return exitCodes.refused;
  }
  let left = options.count ?? Number.POSITIVE_INFINITY;
  for await (const next of events.value) {
    if (!next.ok) {
      printProblem(next.error);
      return exitCodes.refused;
    }
    const { event, cursor } = next.value;
    print(options.json ? JSON.stringify({ cursor, event }) : eventLine(next.value));
    if (--left <= 0) break;
  }
  return exitCodes.done;
}
