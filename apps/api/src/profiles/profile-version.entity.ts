import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ProfileEntity } from './profile.entity.js';

/** One version of a profile. Written once, never changed. */
@Entity('profile_versions')
@ForeignKey(() => ProfileEntity, ['workspaceId', 'profileId'], ['workspaceId', 'id'])
export class ProfileVersionEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId: string;

  @PrimaryColumn('uuid', { name: 'profile_id' })
  profileId: string;

  @PrimaryColumn('int')
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  /** The profile's document as JSON text, quantities in base units, secrets hidden. */
  @Column('text')
  document: string;
}
