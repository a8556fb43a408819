import {
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  Unique,
  UpdateDateColumn,
} from 'typeorm';
import { Destination } from './destination.entity.js';
import { Participant } from './participant.entity.js';

/** What a receipt tells of: stored, understood, handed on, answered, taken over by another node. */
export const receiptKinds = ['technical', 'syntax', 'delivery', 'business', 'custody'] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

/** Where a participant has its receipts brought to; without one they wait to be asked for. */
@Entity('receipt_preference')
@Unique('receipt_preference_participant_id_key', ['participantId'])
@Index('receipt_preference_destination', ['destinationId'])
export class ReceiptPreference {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'participant_id' })
  @ForeignKey(() => Participant, { name: 'receipt_preference_participant_id_fkey' })
  participantId!: string;
  /** One of its own: a mailbox that it reads, or a webhook that is called. */
  @Column('uuid', { name: 'destination_id' })
  @ForeignKey(() => Destination, { name: 'receipt_preference_destination_id_fkey' })
  destinationId!: string;
  @Column('text', { array: true })
  kinds!: ReceiptKind[];
  @Column('integer', { default: 1 })
  version!: number;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
