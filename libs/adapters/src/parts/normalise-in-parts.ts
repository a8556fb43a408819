import type { Normalised, NormalisedDocument } from '../contract.js';
import { wholeOf, type PartsReading } from './read-in-parts.js';

/** Bytes that are looked at in one go. */
const chunk = 1024 * 1024;

/**
 * Reads a message that is in memory in parts, so that there is never a tree of all of it.
 *
 * @returns undefined where it turns out that it must be read as a whole
 */
export function normaliseInParts(reading: PartsReading, bytes: Uint8Array): Normalised | undefined {
  const survey = reading.survey();
  each(bytes, (part) => survey.push(part));
  if (survey.end() !== undefined) return undefined;
  const given: NormalisedDocument[] = [];
  const reader = reading.read((documents) => given.push(...documents));
  each(bytes, (part) => reader.push(part));
  const outcome = reader.end();
  const { adapter, mappingVersion, identity, faults, warnings } = outcome;
  return {
    adapter,
    mappingVersion,
    ...(identity === undefined ? {} : { identity }),
    documents: wholeOf(reading, outcome, given),
    faults,
    warnings,
  };
}

function each(bytes: Uint8Array, take: (part: Uint8Array) => void): void {
  for (let at = 0; at < bytes.length; at += chunk) take(bytes.subarray(at, at + chunk));
}
