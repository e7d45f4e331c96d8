import type { EntityManager } from 'typeorm';
import { runPrepared } from '../database/prepared.js';
import { type Page, type PageRow, pageOf, pageQuery, rowsFor } from '../history/page.js';
import type { PageRequest } from '../history/page-request.js';

/** A plan as it is stored: `document` is the whole plan as JSON text, byte for byte as it is answered. */
export interface PlanRow {
  readonly id: string;
  readonly profileId: string;
  readonly profileVersion: number;
  readonly createdAt: Date;
  readonly document: string;
}

const INSERT = {
  name: 'insert plan',
  text: `
    insert into plans (workspace_id, id, profile_id, profile_version, created_at, document)
    values ($1, $2, $3, $4, $5, $6)`,
};

/** The plans of one workspace, in one transaction. */
export class PlanRows {
  constructor(
    private readonly manager: EntityManager,
    private readonly workspaceId: string,
  ) {}

  async insert({ id, profileId, profileVersion, createdAt, document }: PlanRow): Promise<void> {
    const values = [this.workspaceId, id, profileId, profileVersion, createdAt, document];
    await runPrepared(this.manager, INSERT, values);
  }

  async find(id: string): Promise<StoredPlan | undefined> {
    const rows: StoredPlan[] = await this.manager.query(
      'select id, document from plans where workspace_id = $1 and id = $2',
      [this.workspaceId, id],
    );
    return rows[0];
  }

  /** The plans of a profile, the youngest first. */
  async page(profileId: string, request: PageRequest): Promise<Page<StoredPlan>> {
    const rows: (StoredPlan & PageRow)[] = await this.manager.query(
      pageQuery(`select id, document, id as position from plans
        where workspace_id = $1 and profile_id = $2 and ($3::uuid is null or id < $3)
        order by id desc limit $4`),
      [this.workspaceId, profileId, request.after, rowsFor(request)],
    );
    return pageOf('plans', request, rows, (row) => row);
  }
}

/** A plan for those who hand it on: its text is the plan. */
export type StoredPlan = Pick<PlanRow, 'id' | 'document'>;
