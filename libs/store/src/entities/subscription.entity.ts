import {
  Check,
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

export const subscriptionStates = ['active', 'paused'] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

/** A route that a participant makes for itself: what it wants of that which agreements let it have. */
@Entity('subscription')
@Unique('subscription_participant_id_code_key', ['participantId', 'code'])
@Index('subscription_destination', ['destinationId'])
@Check('subscription_state_check', `state IN ('active', 'paused')`)
export class Subscription {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'participant_id' })
  @ForeignKey(() => Participant, { name: 'subscription_participant_id_fkey' })
  participantId!: string;
  @Column('text')
  code!: string;
  /** Document types; `*` alone: every one. */
  @Column('text', { name: 'document_types', array: true })
  documentTypes!: string[];
  /** A CEL expression over the document; absent means always. */
  @Column('text', { nullable: true })
  condition!: string | null;
  /** JSON pointers of the fields that are wanted; absent means all that is shared. */
  @Column('text', { array: true, nullable: true })
  fields!: string[] | null;
  /** Id of the adapter that documents are written with; absent: as JSON of the shared schema. */
  @Column('text', { nullable: true })
  format!: string | null;
  @Column('uuid', { name: 'destination_id' })
  @ForeignKey(() => Destination, { name: 'subscription_destination_id_fkey' })
  destinationId!: string;
  /** `paused`: nothing new is owed; what is owed goes out. */
  @Column('text', { default: 'active' })
  state!: SubscriptionState;
  @Column('integer', { default: 1 })
  version!: number;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
