import type { JsonObject } from '#kernel';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A key this node signs receipts with. A retired one stays, so that old receipts can be verified. */
@Entity('node_key')
export class NodeKeyRow {
  @PrimaryColumn('text')
  kid!: string;
  @Column('text')
  algorithm!: string;
  /** PKCS #8, sealed with the master key. */
  @Column('bytea', { name: 'private_sealed' })
  privateSealed!: Buffer;
  @Column('jsonb', { name: 'public_jwk' })
  publicJwk!: JsonObject;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
  /** Since when it signs; null while others are yet to be told of it. */
  @Column('timestamptz', { name: 'activated_at', nullable: true, default: () => 'now()' })
  activatedAt!: Date | null;
}
