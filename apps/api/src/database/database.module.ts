import { type DynamicModule, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dataSourceOf } from './data-source.js';
import { verifyWalls } from './verify-walls.js';
import { WorkspaceTransactions } from './workspace-transactions.js';

/** Closes the connections after the last request has been answered. */
@Injectable()
class ConnectionsEnd implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

async function connected(url: string | null): Promise<DataSource> {
  if (url === null) return dataSourceOf('postgres://127.0.0.1:1/nowhere');
  const dataSource = await dataSourceOf(url).initialize();
  try {
    await verifyWalls(new WorkspaceTransactions(dataSource));
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

/** The way to stored rows, for every module. */
@Module({})
export class DatabaseModule {}

/** @param url a migrated database; null: none, nothing is connected (enough to describe the service's interfaces). */
export function databaseModule(url: string | null): DynamicModule {
  return {
    module: DatabaseModule,
    global: true,
    providers: [
      { provide: DataSource, useFactory: () => connected(url) },
      ConnectionsEnd,
      WorkspaceTransactions,
    ],
    exports: [DataSource, WorkspaceTransactions],
  };
}
