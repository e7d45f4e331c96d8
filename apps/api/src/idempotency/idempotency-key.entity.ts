import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A key that a caller gave to a request which stored something, written in the transaction that stored it. What was
 * answered need not be kept: it is made again from what was stored, which never changes.
 */
@Entity('idempotency_keys')
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId: string;

  /** What was asked for, the same through either door: `createProfile`. */
  @PrimaryColumn('text')
  operation: string;

  @PrimaryColumn('text')
  key: string;

  /** SHA-256 of the request in canonical JSON, hexadecimal. */
  @Column('text', { name: 'request_hash' })
  requestHash: string;

  /** What the request stored. */
  @Column('uuid', { name: 'stored_id' })
  storedId: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
