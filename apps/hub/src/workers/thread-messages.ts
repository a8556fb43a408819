import type { MetricObjectWithValues, MetricValue } from 'prom-client';

/** What a lane thread is started with; the rest of its configuration is the environment, as everywhere. */
export interface LaneThreadStart {
  readonly databaseUrl: string;
  readonly masterKey: Uint8Array;
}

/** From the door to the lane thread. */
export type ToLanes =
  | {
      readonly kind: 'committed';
      readonly participantIds: readonly string[];
      readonly ids: readonly string[];
      readonly sizes: readonly number[];
      /** The bodies behind each other; handed over, not copied. */
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'normalise'; readonly participantIds: readonly string[] }
  | { readonly kind: 'deliver'; readonly destinationId: string }
  | { readonly kind: 'replay'; readonly replayId: string }
  | { readonly kind: 'measure'; readonly question: number }
  | { readonly kind: 'close' };

/** From the lane thread to the door. */
export type FromLanes =
  | { readonly kind: 'ready' }
  | { readonly kind: 'settled'; readonly interchangeIds: readonly string[] }
  | { readonly kind: 'delivered'; readonly destinationId: string }
  | { readonly kind: 'measured'; readonly question: number; readonly metrics: Measured };

export type Measured = MetricObjectWithValues<MetricValue<string>>[];
