import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const PATIENCE_MS = 2000;

export type Standing = 'ready' | 'stopping' | 'database-away';

/** Whether requests should be sent here: the database answers, and the service is not about to end. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private leaving = false;

  constructor(private readonly dataSource: DataSource) {}

  /** Whether the service has been asked to end. */
  get stopping(): boolean {
    return this.leaving;
  }

  async standing(): Promise<Standing> {
    if (this.leaving) return 'stopping';
    return (await this.databaseAnswers()) ? 'ready' : 'database-away';
  }

  beforeApplicationShutdown(): void {
    this.leaving = true;
  }

  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, false);
    });
    const question = this.dataSource.query('select 1').then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([question, patience]);
    } finally {
      clearTimeout(timer);
    }
  }
}
