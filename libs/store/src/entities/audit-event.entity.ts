import type { JsonObject } from '#kernel';
import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** One act on the set-up: who, from where, what, why, and what changed. Written with the act, never changed. */
@Entity('audit_event')
@Index('audit_event_subject', ['subjectType', 'subjectId'])
export class AuditEvent {
  @PrimaryColumn('uuid')
  id!: string;
  @CreateDateColumn({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
  /** Absent when the program itself acted, as at the first start. */
  @Column('uuid', { name: 'actor_participant_id', nullable: true })
  actorParticipantId!: string | null;
  @Column('uuid', { name: 'actor_key_id', nullable: true })
  actorKeyId!: string | null;
  @Column('text', { nullable: true })
  address!: string | null;
  /** `participant.created`, `access-key.revoked` …: docs/audit-events.md lists them all. */
  @Column('text')
  action!: string;
  @Column('text', { name: 'subject_type' })
  subjectType!: string;
  @Column('text', { name: 'subject_id' })
  subjectId!: string;
  @Column('text', { nullable: true })
  reason!: string | null;
  @Column('jsonb', { nullable: true })
  before!: JsonObject | null;
  @Column('jsonb', { nullable: true })
  after!: JsonObject | null;
}
