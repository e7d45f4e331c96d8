import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

/** The workspaces themselves. Making one is the operator's work, done as the tables' owner and never by a request. */
@Injectable()
export class Workspaces {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether there is a database to ask. */
  get available(): boolean {
    return this.dataSource.isInitialized;
  }

  /** The id of the workspace of that name; made where it is missing and `orMake` says so, by whoever comes first. */
  async idOf(name: string, { orMake }: { orMake: true }): Promise<string>;
  async idOf(name: string, options?: { orMake: boolean }): Promise<string | undefined>;
  async idOf(name: string, { orMake }: { orMake: boolean } = { orMake: false }): Promise<string | undefined> {
    if (orMake) {
      await this.dataSource.query(
        'insert into public.workspaces (id, name) values ($1, $2) on conflict (name) do nothing',
        [uuidv7(), name],
      );
    }
    const rows: { id: string }[] = await this.dataSource.query(
      'select id from public.workspaces where name = $1',
      [name],
    );
    return rows[0]?.id;
  }
}
