export { queueFaults } from './faults.js';
export { laneName, parseLane, MAX_LANE_ID_LENGTH } from './lane.js';
export type { Lane, LaneHandler, LaneOutcome } from './lane.js';
export { LaneError } from './lane-error.js';
export { LaneContext, LaneFailureFilter, LaneTransport, OnLane } from './lane-transport.js';
export type { LaneTransportOptions } from './lane-transport.js';
export { Lanes } from './lanes.js';
export type { LaneDepth } from './lanes.js';
export { DEFAULT_POSTGRES_CONNECTIONS, laneDefaults } from './options.js';
export type {
  LaneLimits,
  LaneLogger,
  LaneObserver,
  LanesOptions,
  LaneStore,
  PostgresStore,
  RedisStore,
} from './options.js';
export { Sweep, sweepDefaults } from './sweep.js';
export type { SweepOptions } from './sweep.js';
