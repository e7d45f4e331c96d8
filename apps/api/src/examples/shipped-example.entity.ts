import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An example that was put in once. It stays when its profile is deleted, so that the next start does not put it back. */
@Entity('shipped_examples')
export class ShippedExampleEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId: string;

  /** Its file's name without the ending: `keep-it-going`. */
  @PrimaryColumn('text')
  name: string;

  @Column('uuid', { name: 'profile_id' })
  profileId: string;

  @Column('uuid', { name: 'plan_id' })
  planId: string;
}
