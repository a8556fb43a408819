import type { PublicKeyLike } from '#evidence';
import type { UnusableMapping } from '#exchange';
import type { Measured } from '../workers/thread-messages.js';

/** Injection tokens of what is not a class. */
export const SQL = Symbol('sql');
/** Asks for what other threads of this process have counted. */
export const MEASURE = Symbol('measure');
/** Asks for published mappings that this program cannot use. */
export const UNUSABLE = Symbol('unusable mappings');
export type Unusable = () => readonly UnusableMapping[];
export type Measure = () => Promise<Measured>;

/** Milliseconds to wait after each failed attempt: what this node publishes. */
export const RETRY_WAITS = 'tongguan:retry-waits';

/** What is promised to senders. */
export const PROMISES = 'tongguan:promises';

/** How often a participant may preview. */
export const PREVIEW_PACE = 'tongguan:preview-pace';

/** How long what is forgotten at some time is kept. */
export const RETENTION = 'tongguan:retention';

/** Days that the events of a mailbox can be read back; 0 for ever. */
export const FEED_DAYS = 'tongguan:feed-days';

/** Gives the public keys of the nodes of the directory, retired ones too: for what they have co-signed. */
export const PEER_KEYS = Symbol('keys of peers');
export type PeerKeys = () => readonly PublicKeyLike[];
