import 'reflect-metadata';
import { migrate } from '@plimsoll/migrations';
import { DataSource } from 'typeorm';
import { createApplication } from '../apps/api/dist/application.js';
import { startEmbedded } from '../apps/api/dist/database/index.js';
import { Environment } from '../apps/api/dist/environment/index.js';
import { newStoredId } from '../apps/api/dist/history/stored-id.js';
import { PlanService } from '../apps/api/dist/plans/plan.service.js';
import { DefaultWorkspace } from '../apps/api/dist/workspaces/index.js';
import { requestsPerSecond } from './http-load.mjs';
import { byTurns, rateAtOnce, report } from './measure.mjs';
import { dataDirectory } from './service.mjs';
import { SAMPLE } from './workloads.mjs';

const AT_ONCE = 8;

/** The use case in process, as the doors call it, beside a bare INSERT of the same row through the same pool. */
export async function createPlan() {
  const data = dataDirectory();
  const database = await startEmbedded(data.path);
  let app;
  try {
    await migrate(database.url);
    app = await createApplication(environment(database.url), database.url);
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const workspaceId = app.get(DefaultWorkspace).id;
    const profileId = await storeProfile(url);
    const plans = app.get(PlanService, { strict: false });
    const pool = app.get(DataSource, { strict: false });
    const { document } = await plans.create(workspaceId, { profileId }, undefined);
    const insert = () =>
      pool.query(
        `insert into plans (workspace_id, id, profile_id, profile_version, created_at, document)
         values ($1, $2, $3, $4, $5, $6)`,
        [workspaceId, newStoredId(), profileId, 1, new Date(), document],
      );
    const create = () => plans.create(workspaceId, { profileId }, undefined);
    await rateAtOnce(create, { atOnce: AT_ONCE, ms: 2000 });
    const { created, inserted, byHttp } = await byTurns(5, {
      created: () => rateAtOnce(create, { atOnce: AT_ONCE }),
      inserted: () => rateAtOnce(insert, { atOnce: AT_ONCE }),
      byHttp: () =>
        requestsPerSecond(`${url}/v1/profiles/${profileId}/plans`, undefined, {
          connections: AT_ONCE,
          seconds: 3,
        }),
    });
    const reference = { what: `bare INSERT, ${Math.round(document.length / 1000)} kB`, value: inserted };
    report({
      what: `createPlan in process, ${AT_ONCE} at once`,
      unit: 'plans/s',
      measured: created,
      reference,
      ratio: created / inserted,
      target: 'ratio ≥ 0.4',
      reached: created / inserted >= 0.4,
    });
    report({
      what: `the same by HTTP, ${AT_ONCE} connections`,
      unit: 'plans/s',
      measured: byHttp,
      reference,
      ratio: byHttp / inserted,
    });
  } finally {
    await app?.close();
    await database.stop();
    data.remove();
  }
}

const environment = (url) =>
  new Environment({
    database: { kind: 'url', url },
    port: 0,
    host: '127.0.0.1',
    auth: 'off',
    logLevel: 'silent',
  });

async function storeProfile(url) {
  const response = await fetch(`${url}/v1/profiles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'sample', ...SAMPLE }),
  });
  const body = await response.json();
  if (response.status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}
