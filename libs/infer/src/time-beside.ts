import { compilePattern, readPattern } from '#mapping';
import type { Scored, Subject } from './score.js';

const clocks = ['HH:mm:ss', 'HH:mm', 'HHmmss', 'HHmm'].flatMap((source) => compilePattern(source) ?? []);

/** The time of day that a date stands beside, and its pattern. */
export interface TimeBeside {
  readonly subject: Subject;
  readonly pattern: string;
}

/**
 * Partners often write the date of a moment at one place and its time at another. The time is one that stands in the same node,
 * is called a time, and shares another word with the date, unless it is the only one there.
 */
export function timeBeside(
  date: Subject,
  { target }: Scored,
  subjects: readonly Subject[],
  chosen: ReadonlyMap<string, Scored>,
): TimeBeside | undefined {
  const isMoment = target.kind === 'dateTime' || target.kind === 'instant';
  if (!isMoment || date.types.shares.get('date') !== 1) return undefined;
  const scope = date.place.scopes.at(-1);
  const found = subjects.flatMap((subject): TimeBeside[] => {
    if (subject === date || subject.place.scopes.at(-1) !== scope || !subject.own.has('time')) return [];
    if (chosen.has(subject.place.path) && subject.types.shares.has('time')) return [];
    const pattern = clockOf(subject);
    return pattern === undefined ? [] : [{ subject, pattern }];
  });
  const alike = found.filter(({ subject }) =>
    [...subject.own.keys()].some((word) => word !== 'time' && date.own.has(word)),
  );
  if (alike.length > 0) return alike[0];
  return found.length === 1 ? found[0] : undefined;
}

const clockOf = ({ place }: Subject): string | undefined =>
  clocks.find((pattern) =>
    [...place.values.keys()].every((value) => readPattern(pattern, value) !== undefined),
  )?.source;
