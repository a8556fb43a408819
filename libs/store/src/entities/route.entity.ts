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

export const routeStates = ['enabled', 'disabled'] as const;
export type RouteState = (typeof routeStates)[number];

/** Who should get a document; agreements say who may. */
@Entity('route')
@Unique('route_code_key', ['code'])
@Index('route_destination', ['destinationId'])
@Check('route_state_check', `state IN ('enabled', 'disabled')`)
export class Route {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  code!: string;
  /** A document type, or `*` for every one. */
  @Column('text', { name: 'document_type' })
  documentType!: string;
  /** A CEL expression over the document; absent means always. */
  @Column('text', { nullable: true })
  condition!: string | null;
  @Column('uuid', { name: 'destination_id' })
  @ForeignKey(() => Destination, { name: 'route_destination_id_fkey' })
  destinationId!: string;
  /** Higher is decided first. */
  @Column('smallint', { default: 100 })
  priority!: number;
  /** Takes a document only if no other route delivers it. */
  @Column('boolean', { default: false })
  fallback!: boolean;
  @Column('text', { default: 'enabled' })
  state!: RouteState;
  @Column('integer', { default: 1 })
  version!: number;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
