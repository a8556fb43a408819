import { types } from 'node:util';
import type { Fault } from '#kernel';
import { queueFaults } from './faults.js';

/** Thrown by what arms and opens lanes; carries the fault that says what to do. */
export class LaneError extends Error {
  readonly fault: Fault;

  constructor(
    code: keyof typeof queueFaults.definitions,
    values: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    const fault = queueFaults.make(code, { values });
    super(`${fault.code}: ${fault.text.en}`, options);
    this.name = 'LaneError';
    this.fault = fault;
  }
}

/** What an error says. One of several refused addresses says nothing but has a code (Node's AggregateError). */
export function messageOf(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

/** Between two errors of one source that are told; those between are counted. */
const TELL_EVERY_MS = 5_000;

/** A listener for a source that repeats itself: tells the first error at once, then at most one in five seconds. */
export function thinned(tell: (error: unknown, more: number) => void): (error: unknown) => void {
  let quietUntil = 0;
  let untold = 0;
  return (error) => {
    const now = performance.now();
    if (now < quietUntil) {
      untold++;
      return;
    }
    quietUntil = now + TELL_EVERY_MS;
    tell(error, untold);
    untold = 0;
  };
}
