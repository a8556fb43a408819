import type { Json, JsonObject } from '#kernel';
import { readingOutcomes, type ComparedReadings, type ReadingOutcome } from './compare-readings.js';

export const tallyLimits = {
  /** Interchanges of each outcome that are shown. */
  samples: 20,
  /** Differences and faults of one interchange that are shown. */
  differences: 5,
  /** Places and faults that are counted apart; the rest is counted together. */
  kinds: 200,
};

interface Kind {
  count: number;
  readonly example: string;
  readonly more: JsonObject;
}

/** Counts what a dry run finds; bounded, however much it reads. */
export class Tally {
  readonly counts: Record<ReadingOutcome, number> = {
    same: 0,
    changed: 0,
    newlyFailing: 0,
    newlyPassing: 0,
    stillFailing: 0,
  };
  private readonly samples = new Map<ReadingOutcome, JsonObject[]>();
  private readonly places = new Map<string, Kind>();
  private readonly reasons = new Map<string, Kind>();

  get total(): number {
    return readingOutcomes.reduce((sum, outcome) => sum + this.counts[outcome], 0);
  }

  add(interchangeId: string, compared: ComparedReadings): void {
    const { outcome, differences, faults } = compared;
    this.counts[outcome]++;
    if (outcome === 'same' || outcome === 'stillFailing') return;
    const seen = new Set<string>();
    for (const { pointer, before, after } of differences) {
      const place = pointer.replace(/\/\d+(?=\/|$)/g, '/*');
      if (seen.has(place)) continue;
      seen.add(place);
      count(this.places, place, interchangeId, {
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      });
    }
    for (const { code, place, text } of faults) {
      const pointer = (place?.pointer ?? '').replace(/\/\d+(?=\/|$)/g, '/*');
      const reason = `${code} ${pointer}`.trim();
      if (seen.has(reason)) continue;
      seen.add(reason);
      count(this.reasons, reason, interchangeId, { zh: text.zh, en: text.en });
    }
    const samples = this.samples.get(outcome) ?? [];
    if (samples.length >= tallyLimits.samples) return;
    this.samples.set(outcome, [...samples, sample(interchangeId, compared)]);
  }

  /** As it is shown. */
  read(): JsonObject {
    return {
      total: this.total,
      counts: { ...this.counts },
      places: kindsOf(this.places, 'pointer'),
      faults: kindsOf(this.reasons, 'fault'),
      samples: Object.fromEntries([...this.samples].map(([outcome, all]) => [outcome, [...all]])),
    };
  }
}

function count(kinds: Map<string, Kind>, name: string, example: string, more: JsonObject): void {
  const known = kinds.get(name);
  if (known) known.count++;
  else if (kinds.size < tallyLimits.kinds) kinds.set(name, { count: 1, example, more });
}

/** The most frequent first. */
const kindsOf = (kinds: ReadonlyMap<string, Kind>, member: string): Json =>
  [...kinds]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([name, { count: times, example, more }]) => ({
      [member]: name,
      count: times,
      interchange: example,
      ...more,
    }));

function sample(interchange: string, { differences, faults }: ComparedReadings): JsonObject {
  return {
    interchange,
    ...(differences.length > 0
      ? { differences: differences.slice(0, tallyLimits.differences).map((one) => ({ ...one })) }
      : {}),
    ...(faults.length > 0
      ? {
          faults: faults.slice(0, tallyLimits.differences).map(({ code, text, place }) => ({
            code,
            text: { ...text },
            ...(place?.path === undefined ? {} : { path: place.path }),
            ...(place?.pointer === undefined ? {} : { pointer: place.pointer }),
          })),
        }
      : {}),
  };
}
