import { answeredBy } from '#canonical';
import type { SetupAgreement } from '#store';

/** What is promised to a sender, in milliseconds; 0: nothing. */
export interface Promises {
  /** From its receipt until a message is read: accepted, rejected or held. */
  readonly normalisedMs: number;
  /** From the decision until a document is with its receiver. */
  readonly deliveredMs: number;
  /** From the receipt of a document until it is answered, where answers of its type are awaited. */
  readonly answeredMs: number;
  /** As before, of single document types. */
  readonly answeredByType: ReadonlyMap<string, number>;
}

export const noPromises: Promises = {
  normalisedMs: 0,
  deliveredMs: 0,
  answeredMs: 0,
  answeredByType: new Map(),
};

/** When an answer to a document of this type is due; 0: none is promised. */
export const answerPromise = ({ answeredMs, answeredByType }: Promises, type: string): number =>
  answeredByType.get(type) ?? answeredMs;

/** The types of answers that are awaited to documents of a type. */
export const awaitedAnswers = (type: string): readonly string[] =>
  answeredBy(type)
    .filter(({ awaited }) => awaited)
    .map(({ from }) => from);

/** For each participant the types (`*`: all) that somebody shares with it now. */
export type SharedTypes = ReadonlyMap<string, ReadonlySet<string>>;

export function sharedTypes(agreements: readonly SetupAgreement[], now: number): SharedTypes {
  const shared = new Map<string, Set<string>>();
  for (const { consumerId, documentType, state, validFrom, validTo } of agreements) {
    if (state !== 'granted' || validFrom > now || (validTo !== undefined && validTo <= now)) continue;
    const known = shared.get(consumerId);
    if (known) known.add(documentType);
    else shared.set(consumerId, new Set([documentType]));
  }
  return shared;
}

/**
 * Whether somebody shares answers to documents of a type with a participant: without that none can reach it, and none is
 * promised.
 */
export function mayBeAnswered(shared: SharedTypes, participantId: string, type: string): boolean {
  const types = shared.get(participantId);
  if (!types) return false;
  return awaitedAnswers(type).some((answer) => types.has('*') || types.has(answer));
}

export const dueAt = (since: number, promisedMs: number): number | undefined =>
  promisedMs > 0 ? since + promisedMs : undefined;

/** Whether something came, or has not come yet, after the time promised. */
export const isLate = (promisedBy: number | undefined, cameAt: number | undefined, now: number): boolean =>
  promisedBy !== undefined && (cameAt ?? now) > promisedBy;
