import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Environment } from '../environment/environment.js';
import { Workspaces } from './workspaces.js';

/** The workspace that everything belongs to where there are no keys (`AUTH=off`). Made at the first start. */
@Injectable()
export class DefaultWorkspace implements OnModuleInit {
  private known: string | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly workspaces: Workspaces,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.environment.auth === 'off' && this.workspaces.available) {
      this.known = await this.workspaces.idOf('default', { orMake: true });
    }
  }

  /** Its id. Asked where there are keys, or no database, this is a defect. */
  get id(): string {
    if (this.known === undefined) throw new Error('there is no default workspace where requests carry keys');
    return this.known;
  }

  /** Whether there is one: `AUTH=off`, and a database. */
  get exists(): boolean {
    return this.known !== undefined;
  }
}
