import { createNormaliser, type Adapter, type Normalised, type Normaliser } from '#adapters';
import type { JsonObject } from '#kernel';
import { messagesOfAdapter, type DryRunWanted, type PageLimits, type StoredMessage, type Tx } from '#store';
import type { Rules } from '../rulebook.js';
import { compareReadings } from './compare-readings.js';
import { Reach } from './reach.js';
import { Tally } from './tally.js';

/** A page is held in memory while it is read. */
export const dryRunPage: PageLimits = { rows: 200, bytes: 16 * 1024 * 1024 };

export interface DryRunWork {
  readonly sql: Pick<Tx, 'query'>;
  /** The rights, rules and mappings that are in force. */
  readonly rules: Rules;
  /** The adapter with the mapping to try. */
  readonly candidate: Adapter;
  readonly wanted: DryRunWanted;
  readonly now: () => number;
  /** Told after every page what is known so far; `false`: nobody wants to know more. */
  readonly report: (result: JsonObject) => Promise<boolean>;
}

/**
 * Reads the last stored messages of an adapter once with the mappings in force and once with the candidate among them,
 * and counts what differs. Nothing is written but the report. Keeps the thread busy: never run it at the door's.
 *
 * @returns the result, `undefined` when it was cancelled
 */
export async function dryRun(work: DryRunWork): Promise<JsonObject | undefined> {
  const { rules, candidate, wanted } = work;
  const began = work.now();
  const normaliser = createNormaliser(
    rules.mappings.adapters.map((one) => (one.id === candidate.id ? candidate : one)),
  );
  const tally = new Tally();
  const reach = new Reach(rules, began);
  const result = (): JsonObject => ({ ...tally.read(), reach: reach.read(), ms: work.now() - began });
  let before: string | undefined;
  while (tally.total < wanted.last) {
    const rows = Math.min(dryRunPage.rows, wanted.last - tally.total);
    const page = await messagesOfAdapter(work.sql, candidate.id, wanted, before, { ...dryRunPage, rows });
    for (const message of page) look(message);
    before = page.at(-1)?.id;
    if (before === undefined) break;
    if (!(await work.report(result()))) return undefined;
  }
  return result();

  function look(message: StoredMessage): void {
    const [was, is] = [read(rules.mappings.normaliser, message), read(normaliser, message)];
    const compared = compareReadings(was, is);
    tally.add(message.id, compared);
    if (compared.outcome !== 'same' && compared.outcome !== 'stillFailing')
      reach.add(message.participantId, was, is);
  }
}

const read = (normaliser: Normaliser, { body, contentType, adapterHint }: StoredMessage): Normalised =>
  normaliser.normalise(body, {
    ...(contentType === null ? {} : { contentType }),
    ...(adapterHint === null ? {} : { adapter: adapterHint }),
  });
