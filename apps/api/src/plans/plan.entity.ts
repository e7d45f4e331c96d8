import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProfileVersionEntity } from '../profiles/profile-version.entity.js';

/** A plan as a row. Written once, never changed. */
@Entity('plans')
@Index('plans_by_profile', ['workspaceId', 'profileId', 'id'])
@ForeignKey(
  () => ProfileVersionEntity,
  ['workspaceId', 'profileId', 'profileVersion'],
  ['workspaceId', 'profileId', 'version'],
)
export class PlanEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId: string;

  /** UUIDv7: plans are listed by it, newest first. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'profile_id' })
  profileId: string;

  @Column('int', { name: 'profile_version' })
  profileVersion: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  /** The plan as it is answered, byte for byte: text, since jsonb would reorder its keys and rewrite its numbers. */
  @Column('text')
  document: string;
}
