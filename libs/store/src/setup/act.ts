import { uuidv7, type JsonObject } from '#kernel';
import type { EntityManager } from 'typeorm';

/** Who acts on the set-up, and why. All absent when the program itself does, as at the first start. */
export interface Actor {
  readonly participantId?: string;
  readonly keyId?: string;
  /** Network address the request came from. */
  readonly address?: string;
  readonly reason?: string;
}

/** The acts that are recorded; docs/audit-events.md says when each is. */
export const auditActions = [
  'participant.created',
  'participant.changed',
  'participant.suspended',
  'participant.activated',
  'access-key.created',
  'access-key.rotated',
  'access-key.revoked',
  'agreement.created',
  'agreement.changed',
  'agreement.suspended',
  'agreement.granted',
  'agreement.revoked',
  'destination.created',
  'destination.changed',
  'destination.paused',
  'destination.activated',
  'destination.disabled',
  'destination.unverified',
  'destination.verified',
  'destination.secret-rotated',
  'destination.deleted',
  'route.created',
  'route.changed',
  'route.enabled',
  'route.disabled',
  'route.deleted',
  'subscription.created',
  'subscription.changed',
  'subscription.paused',
  'subscription.resumed',
  'subscription.deleted',
  'receipt-preference.created',
  'receipt-preference.changed',
  'receipt-preference.deleted',
  'mapping.drafted',
  'mapping.changed',
  'mapping.published',
  'mapping.rolled-back',
  'mapping.retired',
  'mapping.discarded',
  'interchange.renormalised',
  'node.invited',
  'node.joined',
  'node.announced',
  'node.revoked',
  'node.fork-accepted',
  'node-key.made',
  'node-key.activated',
  'directory.published',
  'directory.reset',
  'directory.applied',
  'directory.item-shared',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Acts that are never refused for the size of the set-up: with them it becomes smaller. */
const shrinks = /\.(revoked|deleted|suspended|paused|disabled|unverified|discarded|retired)$/;

/** One transaction on the set-up. Whatever is changed through it is recorded with it, or not done at all. */
export class Act {
  /** Something was recorded after which the set-up may have more rows than before. */
  grows = false;

  constructor(
    readonly manager: EntityManager,
    private readonly actor: Actor | undefined,
    /** Unix time in milliseconds. */
    readonly now: number,
  ) {}

  /** Who acts. Only within an act. */
  get by(): Actor {
    if (!this.actor) throw new Error('a change outside of an act');
    return this.actor;
  }

  async record(
    action: AuditAction,
    subjectId: string,
    before: JsonObject | null,
    after: JsonObject | null,
  ): Promise<void> {
    if (!this.actor) throw new Error(`${action} outside of an act`);
    this.grows ||= !shrinks.test(action);
    const { participantId, keyId, address, reason } = this.actor;
    const subjectType = action.slice(0, action.indexOf('.'));
    await this.manager.query(
      `INSERT INTO audit_event (id, at, actor_participant_id, actor_key_id, address, action, subject_type, subject_id,
         reason, before, after) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        uuidv7(this.now),
        new Date(this.now),
        participantId ?? null,
        keyId ?? null,
        address ?? null,
        action,
        subjectType,
        subjectId,
        reason ?? null,
        before,
        after,
      ],
    );
  }
}
