import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { type Client, clientOf, graphqlInput, PROFILE } from '../../../../test/stored.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const HOUR = 3_600_000;
const STATED = {
  flinkVersion: '1.20',
  objectives: { maxRecoveryMs: '10 min' },
  failures: { machineMtbfMs: 1e9, scenario: { failure: 'TASK_MANAGER', localRecovery: true } },
  kafkaSink: { brokerMaxTimeoutMs: HOUR, naming: 'POOLING' },
  observedSeries: {
    metaspace: Array.from({ length: 12 }, (_, at) => ({
      atMs: at * HOUR,
      metaspaceUsedBytes: 1e8 + at * 2e6,
    })),
    checkpointSizes: Array.from({ length: 12 }, (_, at) => ({ atMs: at * HOUR, checkpointBytes: 1e9 + at })),
  },
};

async function planOf(profile: object) {
  const { body } = await client.post('/v1/profiles', { ...PROFILE, ...profile }).expect(201);
  return client.post(`/v1/profiles/${body.id}/plans`).expect(201);
}

describe('the checkpointing of a stored plan', () => {
  it('is what the calculators of checkpoints answer', async () => {
    const { body } = await planOf(STATED);
    const { timeline, recovery, kafkaTransactions, slowTrouble } = body.checkpointing;
    const { workload, cluster, checkpointing, objectives, failures } = body.inputs;
    const asked = { flinkVersion: '1.20', workload, cluster, checkpointing, objectives, failures };
    const tuned = await client.post('/v1/checkpoints/tune', asked).expect(200);
    const { findings: _, steps: __, ...tuning } = tuned.body;
    expect(body.checkpointing).toMatchObject(tuning);
    const answers = async (route: string, section: { asked: object }) => {
      const answer = await client.post(route, section.asked).expect(200);
      const { findings: _findings, steps, ...rest } = answer.body;
      expect(section).toMatchObject(rest);
      return steps.length;
    };
    expect(await answers('/v1/checkpoints/timeline', timeline)).toBe(timeline.steps.length);
    expect(await answers('/v1/recovery', recovery)).toBe(recovery.steps.length);
    expect(await answers('/v1/checkpoints/kafka-transactions', kafkaTransactions)).toBe(
      kafkaTransactions.steps.length,
    );
    for (const windows of slowTrouble.windows) await answers('/v1/checkpoints/windows-kept', windows);
    expect(slowTrouble.metaspace.verdict).toBe('LEAK');
    expect(body.findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('metaspace-leaks');
  });

  it('is the same by GraphQL, where the profile can be written and read too', async () => {
    const mutation = `mutation ($input: ProfileInput!) { createProfile(input: $input) {
      id failures { machineMtbfMs scenario { failure localRecovery } } kafkaSink { brokerMaxTimeoutMs naming }
      observedSeries { metaspace { atMs metaspaceUsedBytes } checkpointSizes { atMs checkpointBytes } } } }`;
    const { body } = await client
      .graphql(mutation, { input: graphqlInput({ ...PROFILE, ...STATED }) })
      .expect(200);
    expect(body.errors).toBeUndefined();
    const { id, ...fields } = body.data.createProfile;
    expect(fields).toMatchObject({
      failures: STATED.failures,
      kafkaSink: STATED.kafkaSink,
      observedSeries: STATED.observedSeries,
    });
    const plan = await client.post(`/v1/profiles/${id}/plans`).expect(201);
    const query = `{ plan(id: "${plan.body.id}") { checkpointing } }`;
    const answer = await client.graphql(query).expect(200);
    expect(answer.body.data.plan.checkpointing).toEqual(plan.body.checkpointing);
  });

  it('appears in comparisons', async () => {
    const base = await planOf(STATED);
    const head = await planOf({ ...STATED, objectives: { maxRecoveryMs: '20 min' } });
    const { body } = await client
      .get(`/v1/plans/compare?base=${base.body.id}&head=${head.body.id}`)
      .expect(200);
    const keys = body.results.map(({ key }: { key: string }) => key);
    expect(keys).toContain('checkpointing.feasibleInterval.upperMs');
  });

  it.each([
    [
      'a scenario that cannot be',
      { failures: { scenario: { failure: 'TASK', heartbeatTimeout: -1 } } },
      '/failures/scenario/heartbeatTimeout',
    ],
    ['a timeout below zero', { kafkaSink: { transactionTimeoutMs: -5 } }, '/kafkaSink/transactionTimeoutMs'],
    [
      'a series out of order',
      { observedSeries: { checkpointSizes: [3, 2, 1].map((atMs) => ({ atMs, checkpointBytes: 1 })) } },
      '/observedSeries/checkpointSizes',
    ],
  ])('is refused with the profile that holds %s', async (_what, changes, pointer) => {
    const { body } = await client.post('/v1/profiles', { ...PROFILE, ...changes }).expect(422);
    expect(body.errors[0].pointer).toContain(pointer);
  });
});

describe('the configuration of a stored plan', () => {
  it('is recommended with reasons, and written as a file by both doors', async () => {
    const config = { 'execution.checkpointing.interval': '1 min', 's3.secret-key': 'hunter2' };
    const { body } = await planOf({ ...STATED, config });
    expect(body.config.flinkVersion).toBe('1.20');
    expect(body.config.config['s3.secret-key']).toBe('******');
    expect(body.config.changes[0].reason).not.toBe('');
    const rest = await client.get(`/v1/plans/${body.id}/config?format=config.yaml`).expect(200);
    const parsed = await client
      .post('/v1/config/parse', { flinkVersion: '1.20', format: 'config.yaml', text: rest.body.text })
      .expect(200);
    expect(parsed.body.config).toEqual(body.config.config);
    expect(rest.body.text).toContain(`# ${body.config.changes[0].reason}`.slice(0, 20));
    const query = `{ plan(id: "${body.id}") { renderedConfig(format: CONFIG_YAML) { text mediaType } } }`;
    const graphql = await client.graphql(query).expect(200);
    expect(graphql.body.data.plan.renderedConfig).toEqual(rest.body);
  });

  it('is written in every format that the version reads', async () => {
    const { body } = await planOf(STATED);
    for (const format of [
      'flink-conf.yaml',
      'flinkdeployment',
      'flink-properties',
      'dynamic-properties',
      'helm-values',
    ]) {
      await client.get(`/v1/plans/${body.id}/config?format=${format}`).expect(200);
    }
  });

  it.each([
    ['format=toml', 400, 'INVALID_PARAMETER'],
    ['', 400, 'INVALID_PARAMETER'],
    ['format=flink-conf.yaml&x=1', 400, 'INVALID_PARAMETER'],
  ])('is not written as ?%s', async (query, status, code) => {
    const { body } = await planOf(STATED);
    const answer = await client.get(`/v1/plans/${body.id}/config?${query}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('cannot be a file that the version does not read, nor one of a plan that recommends nothing', async () => {
    const { body } = await planOf({ ...STATED, flinkVersion: '2.3' });
    const answer = await client.get(`/v1/plans/${body.id}/config?format=flink-conf.yaml`);
    expect([answer.status, answer.body.code]).toEqual([422, 'INVALID_VALUE']);
    const { checkpointing: _, ...silent } = PROFILE;
    const stored = await client.post('/v1/profiles', silent).expect(201);
    const plan = await client.post(`/v1/profiles/${stored.body.id}/plans`).expect(201);
    expect(plan.body.config).toBeNull();
    await client.get(`/v1/plans/${plan.body.id}/config?format=config.yaml`).expect(404);
  });
});
