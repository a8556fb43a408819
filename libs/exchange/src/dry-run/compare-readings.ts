import type { Normalised } from '#adapters';
import { canonicalJson, type Fault, type Json } from '#kernel';
import { differences, type Difference } from './differences.js';

/** What a candidate makes of a message, beside what the mapping in force makes of it. */
export const readingOutcomes = ['same', 'changed', 'newlyFailing', 'newlyPassing', 'stillFailing'] as const;
export type ReadingOutcome = (typeof readingOutcomes)[number];

export interface ComparedReadings {
  readonly outcome: ReadingOutcome;
  /** Of documents that changed; a pointer begins with the place of the document in the message. */
  readonly differences: readonly Difference[];
  /** What the candidate refuses the message for. */
  readonly faults: readonly Fault[];
}

/** Differences of one message that are looked for: enough to see what kind they are. */
const mostDifferences = 50;

/** Two readings of one message, compared by what would be stored. */
export function compareReadings(before: Normalised, after: Normalised): ComparedReadings {
  const [failed, fails] = [before.faults.length > 0, after.faults.length > 0];
  if (failed || fails) {
    const outcome = failed && fails ? 'stillFailing' : fails ? 'newlyFailing' : 'newlyPassing';
    return { outcome, differences: [], faults: after.faults };
  }
  const [was, is] = [bodiesOf(before), bodiesOf(after)];
  if (canonicalJson(was) === canonicalJson(is)) return { outcome: 'same', differences: [], faults: [] };
  return { outcome: 'changed', differences: differences(was, is, mostDifferences), faults: [] };
}

/**
 * The version of the mapping stands in the document of an envelope; it differs by itself and says nothing.
 */
function bodiesOf({ documents }: Normalised): Json {
  return documents.map(({ type, body }): Json => {
    const { content } = body;
    if (typeof content !== 'object' || content === null || !('mappingVersion' in content))
      return { type, body };
    const { mappingVersion: _, ...rest } = content;
    return { type, body: { ...body, content: rest } };
  });
}
