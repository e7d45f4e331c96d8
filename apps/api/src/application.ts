import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { appModule } from './app.module.js';
import type { Environment } from './environment/index.js';
import { logOptions, NestLog } from './operation/log.js';
import { observe } from './operation/observe.js';
import { requestIdOf } from './operation/request-id.js';
import { APPLICATION_OPTIONS, prepareServer, SERVER_OPTIONS } from './problem/index.js';
import { askForKeys } from './workspaces/index.js';

/**
 * The service, ready to be initialised or to listen.
 * @param databaseUrl a migrated database; null: none, enough to describe the service's interfaces.
 */
export async function createApplication(
  environment: Environment,
  databaseUrl: string | null,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...SERVER_OPTIONS,
    trustProxy: false,
    // What still comes in over a connection that is kept alive is answered like anything else, then the connection ends.
    return503OnClosing: false,
    logger: logOptions(environment.logLevel),
    genReqId: requestIdOf,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(appModule(environment, databaseUrl), adapter, {
    ...APPLICATION_OPTIONS,
    logger: new NestLog(adapter.getInstance().log),
    abortOnError: false,
  });
  prepareServer(app);
  observe(app);
  askForKeys(app);
  return app;
}
