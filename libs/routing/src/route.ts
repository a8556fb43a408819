import type { Reason } from './reasons.js';

/** Who should get a document. Whether it may is another question: see Agreement. */
export interface Route {
  readonly id: string;
  /** Unique; orders routes of equal priority. */
  readonly code: string;
  /** A document type, or `*` for all. */
  readonly documentType: string;
  /** CEL over document, type, keys, sender, envelope, now; without it the route takes every document of the type. */
  readonly condition?: string;
  readonly destinationId: string;
  /** The participant that the destination belongs to, whose rights count. */
  readonly consumerId: string;
  /** Greater goes first. */
  readonly priority: number;
  /**
   * The consumer made it for itself, as a subscription: its condition sees of a document what the agreement shares with
   * it, so that to ask is not to look behind a right. What an administrator makes sees the document whole.
   */
  readonly byConsumer?: boolean;
  /** Takes a document only if no other route delivers it to anybody but its sender. */
  readonly fallback?: boolean;
  /** Why its destination may not have anything now, whatever is agreed. */
  readonly barred?: 'DESTINATION_DISABLED' | 'DESTINATION_UNVERIFIED';
  readonly version: number;
}

/**
 * What one route does with one document: `deliver`; `denied`, the route wants it and no agreement allows it;
 * `not-matched`, the route does not want it or its condition has no value.
 */
export interface Decision {
  readonly routeId: string;
  readonly routeCode: string;
  readonly routeVersion: number;
  readonly destinationId: string;
  readonly consumerId: string;
  readonly outcome: 'deliver' | 'denied' | 'not-matched';
  /** The agreement that allows it, or under which a subscription was asked; absent for a participant's own documents. */
  readonly agreementId?: string;
  readonly agreementVersion?: number;
  /** The condition was asked of what that agreement shares: see `Route.byConsumer`. */
  readonly shared?: true;
  readonly reasons: readonly Reason[];
}
