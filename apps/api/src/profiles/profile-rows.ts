import type { EntityManager } from 'typeorm';
import { runPrepared } from '../database/prepared.js';
import { type Page, type PageRow, pageOf, pageQuery, rowsFor } from '../history/page.js';
import type { PageRequest } from '../history/page-request.js';
import { ProfileEntity } from './profile.entity.js';
import { ProfileVersionEntity } from './profile-version.entity.js';

/** One version of a profile, as it is stored. */
export interface ProfileRow {
  readonly id: string;
  readonly version: number;
  /** When its first version was made. */
  readonly createdAt: Date;
  /** When this version was made. */
  readonly updatedAt: Date;
  /** A `ProfileDocument` as JSON. */
  readonly document: string;
}

/** Which versions a change may replace. */
export type AllowedVersions = readonly number[] | 'any';

const SELECT = `
  select profile.id, stated.version, profile.created_at as "createdAt", stated.created_at as "updatedAt", stated.document`;
const FROM = `
  from profiles as profile
  join profile_versions as stated on stated.workspace_id = profile.workspace_id and stated.profile_id = profile.id`;
const NEWEST = `${FROM} and stated.version = profile.version`;
const SELECT_NEWEST = {
  name: 'newest version of a profile',
  text: `${SELECT} ${NEWEST} where profile.workspace_id = $1 and profile.id = $2 and deleted_at is null`,
};

/** The profiles of one workspace, in one transaction. */
export class ProfileRows {
  constructor(
    private readonly manager: EntityManager,
    private readonly workspaceId: string,
  ) {}

  async insert({ id, version, createdAt, document }: ProfileRow): Promise<void> {
    const { workspaceId } = this;
    await this.manager.insert(ProfileEntity, { workspaceId, id, version, createdAt, deletedAt: null });
    await this.manager.insert(ProfileVersionEntity, {
      workspaceId,
      profileId: id,
      version,
      createdAt,
      document,
    });
  }

  async newest(id: string): Promise<ProfileRow | undefined> {
    const [row] = await runPrepared<ProfileRow>(this.manager, SELECT_NEWEST, [this.workspaceId, id]);
    return row;
  }

  version(id: string, version: number): Promise<ProfileRow | undefined> {
    return this.one(
      `${SELECT} ${FROM} where profile.workspace_id = $1 and profile.id = $2 and stated.version = $3 and deleted_at is null`,
      [id, version],
    );
  }

  /** The first version, of a hidden profile too: what the request that made the profile was answered. */
  first(id: string): Promise<ProfileRow | undefined> {
    return this.one(
      `${SELECT} ${FROM} where profile.workspace_id = $1 and profile.id = $2 and stated.version = 1`,
      [id],
    );
  }

  /** Whether there is such a profile, hidden or not. */
  async exists(id: string, { hidden }: { readonly hidden: boolean }): Promise<boolean> {
    const rows: object[] = await this.manager.query(
      'select from profiles where workspace_id = $1 and id = $2 and ($3 or deleted_at is null)',
      [this.workspaceId, id, hidden],
    );
    return rows.length > 0;
  }

  /** Profiles that are not hidden, each in its newest version, the youngest profile first. */
  async page(request: PageRequest): Promise<Page<ProfileRow>> {
    const rows: (ProfileRow & PageRow)[] = await this.manager.query(
      pageQuery(`${SELECT}, profile.id as position ${NEWEST}
        where profile.workspace_id = $1 and deleted_at is null and ($2::uuid is null or profile.id < $2)
        order by profile.id desc limit $3`),
      [this.workspaceId, request.after, rowsFor(request)],
    );
    return pageOf('profiles', request, rows, (row) => row);
  }

  /** The versions of a profile, the newest first. */
  async versions(id: string, request: PageRequest): Promise<Page<ProfileRow>> {
    const rows: (ProfileRow & PageRow)[] = await this.manager.query(
      pageQuery(`${SELECT}, stated.version as position ${FROM}
        where profile.workspace_id = $1 and profile.id = $2 and ($3::int is null or stated.version < $3)
        order by stated.version desc limit $4`),
      [this.workspaceId, id, request.after, rowsFor(request)],
    );
    return pageOf('versions', request, rows, (row) => row);
  }

  /** Adds a version, if the newest is one of those allowed; undefined if it is not. Writers of one profile wait in line. */
  replace(id: string, allowed: AllowedVersions, document: string, at: Date): Promise<ProfileRow | undefined> {
    return this.one(
      `with profile as (
         update profiles set version = version + 1
          where workspace_id = $1 and id = $2 and deleted_at is null and ($3::int[] is null or version = any ($3))
          returning workspace_id, id, version, created_at
       ), stated as (
         insert into profile_versions (workspace_id, profile_id, version, created_at, document)
         select workspace_id, id, version, $5::timestamptz, $4::text from profile
         returning version, created_at, document
       )
       ${SELECT} from profile, stated`,
      [id, allowed === 'any' ? null : allowed, document, at],
    );
  }

  /** Hides a profile, if its newest version is one of those allowed; says whether it did. */
  async hide(id: string, allowed: AllowedVersions, at: Date): Promise<boolean> {
    const rows: object[] = await this.manager.query(
      `with hidden as (
         update profiles set deleted_at = $4
          where workspace_id = $1 and id = $2 and deleted_at is null and ($3::int[] is null or version = any ($3))
          returning id
       ) select id from hidden`,
      [this.workspaceId, id, allowed === 'any' ? null : allowed, at],
    );
    return rows.length > 0;
  }

  private async one(query: string, values: readonly unknown[]): Promise<ProfileRow | undefined> {
    const rows: ProfileRow[] = await this.manager.query(query, [this.workspaceId, ...values]);
    return rows[0];
  }
}
