import { reason, type Reason } from '#routing';
import type { Setup } from '#store';
import type { TransferLimits } from './limits.js';

/** Where a document has been and until when it may be passed on. */
export interface Journey {
  /** The origin first; without this node. */
  readonly hops: readonly string[];
  readonly expiresAt: number;
}

/** The node that a destination stands for; `undefined`: none. */
export function nodeOfDestination(setup: Setup, destinationId: string): string | undefined {
  const destination = setup.destinations.get(destinationId);
  return destination?.kind === 'peer' ? setup.participants.get(destination.participantId)?.code : undefined;
}

/**
 * Why a document may not go to a node: it has been there, it was passed on too often, or its time is over. What goes
 * to others is not asked about.
 */
export function barredFrom(
  journey: Journey,
  nodeOf: (destinationId: string) => string | undefined,
  now: number,
  limits: TransferLimits,
): (destinationId: string) => Reason | undefined {
  return (destinationId) => {
    const node = nodeOf(destinationId);
    return node === undefined ? undefined : reasonAgainst(journey, node, now, limits);
  };
}

export function reasonAgainst(
  { hops, expiresAt }: Journey,
  node: string,
  now: number,
  limits: TransferLimits,
): Reason | undefined {
  if (hops.includes(node)) return reason('NODE_VISITED', { node, hops: hops.join(' > ') });
  if (hops.length >= limits.hops) return reason('HOPS_EXHAUSTED', { count: hops.length });
  if (now >= expiresAt) return reason('DOCUMENT_EXPIRED', { expires: new Date(expiresAt).toISOString() });
  return undefined;
}
