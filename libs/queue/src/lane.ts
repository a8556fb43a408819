import { LaneError } from './lane-error.js';

/**
 * A lane: everything of one kind of work that belongs to one owner, done in order by one hand at a time, as in
 * `normalise:<participant id>` or `deliver:<destination id>`.
 */
export interface Lane {
  readonly kind: string;
  readonly id: string;
}

/** What a run of a lane leaves behind. Nothing (`{ more: false }`) means: quiet until somebody arms it. */
export interface LaneOutcome {
  /** There is work left that can be done now: run again, after the other lanes had their turn. */
  readonly more: boolean;
  /** Milliseconds from now at which the lane has work again, for example the next attempt of a delivery. */
  readonly dueInMs?: number;
}

/**
 * Does one batch of a lane's work. Called with one lane at a time in a process; other processes may run the same lane
 * at the same moment, so what may happen once only is guarded by the database. May be called when nothing is due.
 * A handler that throws is called again after a back-off.
 *
 * @param signal aborted when the process is closing and its patience is over, or the run took too long
 */
export type LaneHandler = (lane: Lane, signal: AbortSignal) => Promise<LaneOutcome>;

/** Longest lane id: it becomes part of a Redis key and of an index entry in PostgreSQL. */
export const MAX_LANE_ID_LENGTH = 200;

const kindPattern = /^[a-z][a-z0-9-]{0,39}$/;
/** PostgreSQL stores no NUL and no half of a surrogate pair, and nobody can read the other controls. */
const unstorable = /[\p{Cc}\p{Cs}]/u;

/** The lane as one word, as the store gives it to the sweep: `deliver:0199…`. */
export const laneName = (lane: Lane): string => `${lane.kind}:${lane.id}`;

/** @throws LaneError when the name is not `<kind>:<id>` */
export function parseLane(name: string): Lane {
  const colon = name.indexOf(':');
  const lane = { kind: name.slice(0, Math.max(colon, 0)), id: name.slice(colon + 1) };
  assertLane(lane);
  return lane;
}

/** @throws LaneError when the kind or the id cannot name a lane */
export function assertLane({ kind, id }: Lane): void {
  assertKind(kind);
  if (id.length === 0 || id.length > MAX_LANE_ID_LENGTH || unstorable.test(id)) {
    throw new LaneError('QUEUE_LANE_INVALID', { lane: `${kind}:${id.slice(0, MAX_LANE_ID_LENGTH)}` });
  }
}

export function assertKind(kind: string): void {
  if (!kindPattern.test(kind)) throw new LaneError('QUEUE_LANE_INVALID', { lane: kind.slice(0, 40) });
}
