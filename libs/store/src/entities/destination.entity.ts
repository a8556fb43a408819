import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  PrimaryColumn,
  Unique,
  UpdateDateColumn,
} from 'typeorm';
import { Participant } from './participant.entity.js';

export const destinationKinds = ['mailbox', 'webhook', 'file', 'broker', 'peer'] as const;
export type DestinationKind = (typeof destinationKinds)[number];
export const destinationStates = ['active', 'paused', 'disabled', 'unverified'] as const;
export type DestinationState = (typeof destinationStates)[number];

/** How a destination is reached; which members apply depends on its kind. Nothing secret in it. */
export interface DestinationConfig {
  /** Webhook: where to. */
  readonly url?: string;
  /** Webhook: `participant`: its holder named the address, so it may be in fewer networks; absent: an administrator did. */
  readonly addressBy?: 'participant';
  /** Webhook: `v1a`: signed with a private key (Ed25519); absent: with a shared secret. */
  readonly signature?: 'v1a';
  /** Webhook: what its receiver checks such signatures with, `whpk_…`, newest first. */
  readonly publicKeys?: readonly string[];
  /** Broker: its name in the configuration of the node. */
  readonly broker?: string;
  /** Broker: the queue, subject, topic or routing key. */
  readonly topic?: string;
  /** Documents in one call at most. */
  readonly batchLimit?: number;
  /** How long one call may take, in milliseconds. */
  readonly timeout?: number;
  /** Documents a second at most. */
  readonly ratePerSecond?: number;
  /** Document types that go before others when much is owed, the newest first; never past an older one of their key. */
  readonly urgent?: readonly string[];
  /** File: how the file of a document is named, without its ending; see `fileNameOf`. */
  readonly filename?: string;
  /** File: the adapter that documents are written with, where no subscription says so; JSON otherwise. */
  readonly format?: string;
}

/** Where documents of a participant go. */
@Entity('destination')
@Unique('destination_participant_id_code_key', ['participantId', 'code'])
@Check('destination_kind_check', `kind IN ('mailbox', 'webhook', 'file', 'broker', 'peer')`)
@Check('destination_state_check', `state IN ('active', 'paused', 'disabled', 'unverified')`)
@Check('destination_barred_check', `barred IN ('disabled', 'unverified')`)
export class Destination {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'participant_id' })
  @ForeignKey(() => Participant, { name: 'destination_participant_id_fkey' })
  participantId!: string;
  @Column('text')
  code!: string;
  @Column('text')
  kind!: DestinationKind;
  /**
   * `paused` keeps what is owed for later, and so do `disabled` and `unverified`; `unverified`: nobody has shown yet that
   * what is at the address wants them. Whether more is owed meanwhile says `barred`.
   */
  @Column('text', { default: 'active' })
  state!: DestinationState;
  /**
   * Why nothing new is owed to it: somebody disabled it, or nobody ever showed that its address wants it. Null: what comes
   * is owed, and waits while it is not active.
   */
  @Column('text', { nullable: true })
  barred!: 'disabled' | 'unverified' | null;
  @Column('jsonb', { default: () => `'{}'` })
  config!: DestinationConfig;
  /** The signing secrets of a webhook, newest first, as a JSON array, sealed with the master key. */
  @Column('bytea', { name: 'secret_sealed', nullable: true })
  secretSealed!: Buffer | null;
  @Column('integer', { default: 1 })
  version!: number;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
