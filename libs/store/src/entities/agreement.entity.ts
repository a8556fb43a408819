import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  UpdateDateColumn,
} from 'typeorm';
import { Participant } from './participant.entity.js';

export const agreementStates = ['granted', 'suspended', 'revoked'] as const;
export type AgreementState = (typeof agreementStates)[number];

/** The right of a consumer to have documents of one type of an owner. Without one there is no delivery. */
@Entity('agreement')
@Index('agreement_parties', ['ownerId', 'consumerId'])
@Check('agreement_state_check', `state IN ('granted', 'suspended', 'revoked')`)
export class Agreement {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'owner_id' })
  @ForeignKey(() => Participant, { name: 'agreement_owner_id_fkey' })
  ownerId!: string;
  @Column('uuid', { name: 'consumer_id' })
  @ForeignKey(() => Participant, { name: 'agreement_consumer_id_fkey' })
  consumerId!: string;
  /** A document type, or `*` for every one. */
  @Column('text', { name: 'document_type' })
  documentType!: string;
  /** A CEL expression over the document; absent means always. */
  @Column('text', { nullable: true })
  condition!: string | null;
  /** JSON pointers of the fields that are shared; absent means all. */
  @Column('text', { array: true, nullable: true })
  fields!: string[] | null;
  /** Whether personal fields are shared as they are; otherwise they are masked. */
  @Column('boolean', { default: false })
  personal!: boolean;
  @Column('text')
  purpose!: string;
  @Column('timestamptz', { name: 'valid_from', default: () => 'now()' })
  validFrom!: Date;
  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo!: Date | null;
  @Column('text', { default: 'granted' })
  state!: AgreementState;
  @Column('integer', { default: 1 })
  version!: number;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
