import type { JsonObject } from '#kernel';
import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  PrimaryColumn,
  Unique,
  UpdateDateColumn,
} from 'typeorm';

export const mappingStates = ['draft', 'published', 'retired', 'discarded'] as const;
export type MappingState = (typeof mappingStates)[number];

const asText = {
  to: (value: JsonObject): string => JSON.stringify(value),
  from: (text: string): JsonObject => JSON.parse(text),
};

/**
 * A mapping of an adapter in place of the one it ships with. Only a draft may change; of an adapter at most one is
 * published, which is the one in force.
 */
@Entity('mapping_version')
@Unique('mapping_version_number_key', ['adapterId', 'number'])
@Index('mapping_version_in_force', ['adapterId'], { unique: true, where: `state = 'published'` })
@Check('mapping_version_state_check', `state IN ('draft', 'published', 'retired', 'discarded')`)
@Check('mapping_version_number_check', 'number > 0')
export class MappingVersion {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text', { name: 'adapter_id' })
  adapterId!: string;
  /** Counts the versions of the adapter from 1; the shipped one is none of them. Never used twice. */
  @Column('integer')
  number!: number;
  @Column('text', { default: 'draft' })
  state!: MappingState;
  /** Text, as the order of members counts: among the codes of a table the first is written. */
  @Column('text', { transformer: asText })
  definition!: JsonObject;
  @Column('text', { transformer: asText })
  codes!: JsonObject;
  /** What it is about, for the second person. */
  @Column('text', { nullable: true })
  note!: string | null;
  /** The mapping that was in force when it was begun, as `mappingLabel` writes it. */
  @Column('text', { name: 'based_on' })
  basedOn!: string;
  @Column('uuid', { name: 'author_participant_id', nullable: true })
  authorParticipantId!: string | null;
  @Column('uuid', { name: 'author_key_id', nullable: true })
  authorKeyId!: string | null;
  /** Every key that wrote at it. */
  @Column('uuid', { name: 'editor_key_ids', array: true })
  editorKeyIds!: string[];
  @Column('uuid', { name: 'publisher_participant_id', nullable: true })
  publisherParticipantId!: string | null;
  @Column('uuid', { name: 'publisher_key_id', nullable: true })
  publisherKeyId!: string | null;
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;
  @Column('text', { name: 'publish_reason', nullable: true })
  publishReason!: string | null;
  /** When another one took its place. */
  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
  @Column('integer', { default: 1 })
  version!: number;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
