import { Client as Postgres } from 'pg';
import { dropDatabase, freshDatabase, startApp } from '../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../test/stored.js';
import { createApplication } from '../application.js';
import { Environment } from '../environment/index.js';
import { ExampleService } from './example.service.js';
import { shippedExamples } from './example-files.js';

/** An instance of the service on a database that others may use too. */
async function instance(databaseUrl: string) {
  const environment = new Environment({
    database: { kind: 'url', url: databaseUrl },
    port: 0,
    host: '127.0.0.1',
    auth: 'off',
    logLevel: 'silent',
  });
  const app = await createApplication(environment, databaseUrl);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, client: clientOf(app.getHttpServer()) };
}

const namesIn = async (client: Client): Promise<string[]> => {
  const { body } = await client.get('/v1/profiles?first=100').expect(200);
  return body.items.map(({ name }: { name: string }) => name).sort();
};

describe('the examples that ship', () => {
  it('are put in once, each with one plan, though two instances start at once, and not again when deleted', async () => {
    const url = await freshDatabase();
    const expected = (await shippedExamples()).map(({ profile }) => Reflect.get(profile, 'name')).sort();
    const [one, two] = await Promise.all([instance(url), instance(url)]);
    try {
      expect(await namesIn(one.client)).toEqual(expected);
      const { body } = await two.client.get('/v1/profiles').expect(200);
      for (const { id } of body.items) {
        expect((await two.client.get(`/v1/profiles/${id}/plans`).expect(200)).body.items).toHaveLength(1);
      }
      const [deleted] = body.items;
      await one.client.delete(`/v1/profiles/${deleted.id}`).set('If-Match', '"1"').expect(204);
      const three = await instance(url);
      expect(await namesIn(three.client)).toEqual(expected.filter((name) => name !== deleted.name));
      await three.app.close();
    } finally {
      await Promise.all([one.app.close(), two.app.close()]);
      await dropDatabase(url);
    }
  });

  it('have a sample plan, which stays when its profile is deleted', async () => {
    const started = await startApp();
    const client = clientOf(started.server);
    const examples = started.app.get(ExampleService);
    const sample = await examples.samplePlan();
    const { text, body } = await client.get(`/v1/plans/${sample?.id}`).expect(200);
    expect(text).toBe(sample?.document);
    expect(body.inputs.name).toBe('Keep it going');
    expect(body.capacity.perMachine.networkIn.bytesPerSecond / 1e6).toBeCloseTo(952.88, 1);
    await client.delete(`/v1/profiles/${body.profileId}`).set('If-Match', '*').expect(204);
    expect(await examples.samplePlan()).toEqual(sample);
    await started.stop();
  });

  it('are out of the reach of other workspaces where there are keys, but for the sample plan on the first page', async () => {
    const started = await startApp({ auth: 'keys' });
    const client = clientOf(started.server, await started.key('tenant'));
    expect(await namesIn(client)).toEqual([]);
    const sample = await started.app.get(ExampleService).samplePlan();
    expect(sample).toBeDefined();
    await client.get(`/v1/plans/${sample?.id}`).expect(404);
    const keeper = clientOf(started.server, await started.key('default'));
    await keeper.get(`/v1/plans/${sample?.id}`).expect(200);
    await started.stop();
  });

  it('are stored whole or not at all', async () => {
    const started = await startApp();
    const postgres = new Postgres({ connectionString: started.databaseUrl });
    await postgres.connect();
    const { rows } = await postgres.query(
      `select shipped.name, plans.profile_id = shipped.profile_id as fits
         from shipped_examples as shipped left join plans on plans.id = shipped.plan_id`,
    );
    await postgres.end();
    const expected = (await shippedExamples()).map(({ name }) => ({ name, fits: true }));
    expect(rows).toEqual(expect.arrayContaining(expected));
    expect(rows).toHaveLength(expected.length);
    await started.stop();
  });
});
