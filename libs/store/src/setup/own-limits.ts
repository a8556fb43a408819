import { fail, type Fault, ok, type Result } from '#kernel';
import { Participant } from '../entities/participant.entity.js';
import { storeFaults } from '../faults.js';
import type { Act } from './act.js';

/** What a participant may make for itself: every process holds all of it in memory. */
export interface OwnLimits {
  /** Destinations of a participant, when it makes one more itself. */
  readonly destinations: number;
  /** Document types of all of its subscriptions: each is a route. */
  readonly subscribedTypes: number;
}

export const ownLimits: OwnLimits = { destinations: 20, subscribedTypes: 100 };

/** Of two acts of one participant that count what it has, the second waits for the first. */
export async function lockParticipant({ manager }: Act, participantId: string): Promise<void> {
  await manager
    .createQueryBuilder(Participant, 'row')
    .where('row.id = :participantId', { participantId })
    .setLock('pessimistic_write')
    .getOne();
}

export const withinQuota = (count: number, limit: number, what: string): Result<void, Fault> =>
  count <= limit ? ok(undefined) : fail(storeFaults.make('STORE_QUOTA_USED', { values: { what, limit } }));
