import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Participant } from './participant.entity.js';

export const roles = ['participant', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** A key of a participant. The key itself is shown once and kept nowhere: only its SHA-256. */
@Entity('access_key')
@Unique('access_key_hash_key', ['hash'])
@Index('access_key_participant', ['participantId'])
@Check('access_key_role_check', `role IN ('participant', 'administrator')`)
export class AccessKey {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'participant_id' })
  @ForeignKey(() => Participant, { name: 'access_key_participant_id_fkey' })
  participantId!: string;
  @Column('text')
  role!: Role;
  @Column('text')
  label!: string;
  @Column('bytea')
  hash!: Buffer;
  /** The last characters of the key: enough to tell keys apart, useless to guess one. */
  @Column('text')
  hint!: string;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
