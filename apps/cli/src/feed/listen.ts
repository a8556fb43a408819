import { newWebhookKey, newWebhookSecret, publicWebhookKey, webhookSigner } from '#evidence';
import type { Fault } from '#kernel';
import type { Problem } from '#client';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { print, printError, printFaults } from '../terminal/print.js';
import { keep, keptIn } from './cursor-file.js';
import { forward } from './forward.js';
import { eventLine, openFeed, printProblem, untilInterrupted, type FeedPlace } from './open-feed.js';

export interface ListenOptions extends FeedPlace {
  readonly forwardTo: string;
  /** `whsec_…`, or a private key `whsk_…`; made without one. */
  readonly secret?: string;
  /** Without a secret: sign with a private key (`v1a`). */
  readonly ed25519?: boolean;
  /** File that has the cursor of the last event that was taken, and from which a later run goes on. */
  readonly cursorFile?: string;
  /** Go on after an event that the receiver did not take. */
  readonly skipFailed?: boolean;
}

/**
 * Gives the events of a mailbox to a local receiver as the hub gives them to a webhook: for trying a receiver without a
 * public address. An event that is not taken ends it, before its cursor is kept, so that nothing is lost unsaid.
 */
export async function listen(feed: string, options: ListenOptions): Promise<ExitCode> {
  const secret = options.secret ?? (options.ed25519 === true ? newWebhookKey() : newWebhookSecret());
  const signer = webhookSigner([secret]);
  if (!signer.ok) return refused(signer.error);
  const kept = await keptIn(options.cursorFile);
  const signal = untilInterrupted();
  const events = await openFeed(feed, { ...options, after: kept ?? options.after }, signal);
  if (!events.ok) return refused(events.error);
  const publicKey = publicWebhookKey(secret);
  if (publicKey !== undefined) printError(`webhook 公钥 public key: ${publicKey}`);
  else if (options.secret === undefined) printError(`webhook 密钥 secret: ${secret}`);
  printError(`${feed} → ${options.forwardTo} (Ctrl-C 结束 ends)`);
  for await (const next of events.value) {
    if (!next.ok) return refused(next.error);
    const { event, cursor } = next.value;
    const { delivered, answer, attempts } = await forward(event, options.forwardTo, signer.value, signal);
    if (!delivered && signal.aborted) break;
    print(`${answer} ${eventLine(next.value)}${attempts > 1 ? ` (${attempts} 次 attempts)` : ''}`);
    if (!delivered && options.skipFailed !== true) {
      const values = { url: options.forwardTo, event: event.id, answer };
      return refused(cliFaults.make('CLI_RECEIVER_REFUSED', { values }));
    }
    const unkept = await keep(options.cursorFile, cursor);
    if (unkept) return refused(unkept);
  }
  return exitCodes.done;
}

function refused(error: Fault | Problem): ExitCode {
  if ('title' in error) printProblem(error);
  else printFaults([error]);
  return exitCodes.refused;
}
