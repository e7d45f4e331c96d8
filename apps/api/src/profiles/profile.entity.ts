import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A profile as a row: which version is the newest, and whether it is hidden. What it says is in its versions. */
@Entity('profiles')
export class ProfileEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId: string;

  /** UUIDv7: profiles are listed by it, newest first. */
  @PrimaryColumn('uuid')
  id: string;

  /** The newest version; versions count from 1 without gaps. */
  @Column('int')
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  /** Set: the profile is hidden. Its versions and plans stay. */
  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt: Date | null;
}
