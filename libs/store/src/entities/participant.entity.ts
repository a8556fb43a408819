import { Check, Column, CreateDateColumn, Entity, PrimaryColumn, Unique, UpdateDateColumn } from 'typeorm';

export const participantKinds = ['agency', 'enterprise', 'administration', 'node'] as const;
export type ParticipantKind = (typeof participantKinds)[number];
export const agencySystems = ['customs', 'inspection', 'border', 'maritime', 'port'] as const;
export type AgencySystem = (typeof agencySystems)[number];
export const participantStates = ['active', 'suspended'] as const;
export type ParticipantState = (typeof participantStates)[number];

/** An organisation at this node or, as the directory tells of it, at another one: agency, port enterprise, carrier, agent, peer node. */
@Entity('participant')
@Unique('participant_code_key', ['code'])
@Check('participant_code_check', `code ~ '^[a-z0-9][a-z0-9-]{1,62}(@[a-z][a-z0-9-]{1,30})?$'`)
@Check(
  'participant_node_code_check',
  `CASE WHEN node_code IS NULL THEN position('@' IN code) = 0 WHEN kind = 'node' THEN code = node_code
   ELSE split_part(code, '@', 2) = node_code END`,
)
@Check('participant_kind_check', `kind IN ('agency', 'enterprise', 'administration', 'node')`)
@Check('participant_system_check', `system IN ('customs', 'inspection', 'border', 'maritime', 'port')`)
@Check('participant_state_check', `state IN ('active', 'suspended')`)
export class Participant {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  code!: string;
  @Column('text', { name: 'name_zh' })
  nameZh!: string;
  @Column('text', { name: 'name_en' })
  nameEn!: string;
  @Column('text')
  kind!: ParticipantKind;
  /** Whose formats it speaks, where it speaks one system's. */
  @Column('text', { nullable: true })
  system!: AgencySystem | null;
  /** A suspended participant is refused with every key, and nothing is delivered to it. */
  @Column('text', { default: 'active' })
  state!: ParticipantState;
  @Column('integer', { default: 1 })
  version!: number;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
  /** The node that it is at, where that is another one: then it changes with the directory alone. */
  @Column('text', { name: 'node_code', nullable: true })
  nodeCode!: string | null;
  /** Other nodes are told of it. */
  @Column('boolean', { default: false })
  listed!: boolean;
  /** Document types that it offers to others. */
  @Column('text', { array: true, default: '{}' })
  gives!: string[];
  /** Document types that it wants from others. */
  @Column('text', { array: true, default: '{}' })
  takes!: string[];
  /** The directory has it no longer: suspended until it is back. */
  @Column('boolean', { default: false })
  withdrawn!: boolean;
}
