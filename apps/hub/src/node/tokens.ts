import type { Measured } from '../workers/thread-messages.js';

/** Injection tokens of what is not a class. */
export const SQL = Symbol('sql');
/** Asks for what other threads of this process have counted. */
export const MEASURE = Symbol('measure');
export type Measure = () => Promise<Measured>;

/** Milliseconds to wait after each failed attempt: what this node publishes. */
export const RETRY_WAITS = 'tongguan:retry-waits';
