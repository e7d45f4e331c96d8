import { spelledForGraphql } from '../../../../../test/spelled-for-graphql.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { KEEP_IT_GOING } from './keep-it-going.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const FLOWS = 'flows { id bytesPerSecond runningBytesPerSecond peakBytesPerSecond reference }';
const LEDGER = `{ bytesPerSecond capacityBytesPerSecond utilization peakBytesPerSecond peakMs ${FLOWS} }`;
const QUERY = `query ($input: CapacityInput!) { capacity(input: $input) {
  model fits machines targetUtilization
  perMachine { networkIn ${LEDGER} networkOut ${LEDGER} diskIops { operationsPerSecond } cpu { cores } memory { bytes } }
  cluster { fabricOneWayBytesPerSecond nicBothEndsBytesPerSecond talkTotalBytesPerSecond talkRoundedTotalBytesPerSecond }
  state { totalBytes perMachineBytes } bottleneck { resource utilization }
  smallest { machines bottleneck { resource utilization } rejected { machines resource utilization } }
  findings { ruleId severity path } steps { key value unit formula reference evidence inputs { name value unit from } } } }`;

interface LedgerOfFlows {
  readonly flows: readonly {
    readonly id: string;
    readonly bytesPerSecond: number;
    readonly runningBytesPerSecond: number;
  }[];
}

const running = ({ flows }: LedgerOfFlows): [string, number][] =>
  flows.map(({ id, runningBytesPerSecond }) => [id, Math.round(runningBytesPerSecond / 1e4) / 100]);

describe('the worked example of the talk', () => {
  it('comes out to the talk’s figures by REST', async () => {
    const { body } = await client
      .post('/v1/capacity', KEEP_IT_GOING)
      .expect(200)
      .expect('Content-Type', /^application\/json/);
    expect(running(body.perMachine.networkIn)).toEqual([
      ['source-read:events', 400],
      ['shuffle-in:events->perUser', 720],
      ['state-read:perUser', 760],
    ]);
    expect(running(body.perMachine.networkOut)).toEqual([
      ['shuffle-out:events->perUser', 320],
      ['sink-write:results', 386.67],
      ['state-write:perUser', 426.67],
      ['checkpoint-upload:perUser', 760],
    ]);
    expect(body).toMatchObject({
      model: 'talk',
      fits: true,
      bottleneck: { resource: 'networkIn', utilization: 0.608 },
      cluster: { talkRoundedTotalBytesPerSecond: 10_335_000_000 },
      smallest: { machines: 4 },
    });
    expect(body.cluster.fabricOneWayBytesPerSecond).toBeCloseTo(6e9, 2);
    expect(body.cluster.nicBothEndsBytesPerSecond).toBeCloseTo(12e9, 2);
    expect(body.cluster.talkTotalBytesPerSecond).toBeCloseTo(10_333_333_333.33, 1);
    expect(body.perMachine).not.toHaveProperty('cpu');
  });

  it('is the same by GraphQL, asked once and asked again', async () => {
    const rest = (await client.post('/v1/capacity', KEEP_IT_GOING)).body;
    for (let time = 0; time < 3; time++) {
      const { status, body } = await client.graphql(QUERY, { input: spelledForGraphql(KEEP_IT_GOING) });
      expect(status).toBe(200);
      const plan = body.data.capacity;
      expect(plan.perMachine).toMatchObject({ cpu: null, memory: null, diskIops: null });
      expect(spelledForGraphql(rest)).toMatchObject({ ...plan, perMachine: withoutNulls(plan.perMachine) });
    }
  });

  it('comes out to the contract’s figures in the full model', async () => {
    const { body } = await client.post('/v1/capacity', { ...KEEP_IT_GOING, model: 'full' }).expect(200);
    expect(body.perMachine.networkIn.bytesPerSecond / 1e6).toBeCloseTo(952.88, 2);
    expect(body.perMachine.networkOut.bytesPerSecond / 1e6).toBeCloseTo(582.96, 2);
    expect(body.cluster.talkTotalBytesPerSecond).toBeNull();
  });

  it('takes null for what is optional, by both doors', async () => {
    const input = { ...KEEP_IT_GOING, model: null, checkpointing: null };
    const { body } = await client.post('/v1/capacity', input).expect(200);
    expect(body).toMatchObject({ model: 'full', checkpoint: null });
    const answer = await client.graphql(
      'query ($input: CapacityInput!) { capacity(input: $input) { model checkpoint { bytes } } }',
      {
        input: spelledForGraphql(input),
      },
    );
    expect(answer.body).toEqual({ data: { capacity: { model: 'FULL', checkpoint: null } } });
  });
});

describe('a size above 2^53 − 1', () => {
  const input = {
    ...KEEP_IT_GOING,
    cluster: {
      machines: 5,
      machine: {
        ...KEEP_IT_GOING.cluster.machine,
        stateDisk: { attachment: 'network', size: '9007199254740994' },
      },
    },
  };

  it('travels as digits, in and out, by both doors', async () => {
    const { body } = await client.post('/v1/capacity', input).expect(200);
    expect(body.perMachine.diskSpace.capacityBytes).toBe('9007199254740994');
    const { body: answer } = await client.graphql(
      'query ($input: CapacityInput!) { capacity(input: $input) { perMachine { diskSpace { capacityBytes bytes } } } }',
      { input: spelledForGraphql(input) },
    );
    expect(answer.data.capacity.perMachine.diskSpace.capacityBytes).toBe('9007199254740994');
  });

  it('is refused as a number, for its last digits are lost', async () => {
    const text = JSON.stringify(input).replace('"9007199254740994"', '9007199254740994');
    const { body } = await client
      .post('/v1/capacity')
      .set('Content-Type', 'application/json')
      .send(text)
      .expect(422);
    expect(body.errors[0].pointer).toBe('/cluster/machine/stateDisk/size');
  });
});

const withoutNulls = (object: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
