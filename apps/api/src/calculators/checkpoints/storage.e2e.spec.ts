import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { LARGE_STATE, OWN_PRICES } from './storage-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const ask = (body: object) => askBoth(client, 'checkpointStorage', '/v1/checkpoints/storage', body);

describe('advice on what state should lie on', () => {
  it('is the cheapest volume of the talk’s table, with its date, and a state backend, by both doors', async () => {
    const { status, body } = await ask(LARGE_STATE);
    expect(status).toBe(200);
    expect(body.disk).toMatchObject({ choice: 'local-nvme', failing: [] });
    const asOf = new Set(body.disk.options.map((one: { asOf: string }) => one.asOf));
    expect([...asOf]).toEqual(['2023-09']);
    expect(body.backend).toMatchObject({
      stateBackend: 'rocksdb',
      config: {
        'state.backend.type': 'rocksdb',
        'state.backend.rocksdb.predefined-options': 'FLASH_SSD_OPTIMIZED',
      },
    });
    expect(body.findings.map((one: { ruleId: string }) => one.ruleId)).toEqual([
      'state-directory-on-root-disk',
      'local-disk-is-lost-with-its-instance',
      'storage-writes-faster-than-reads',
    ]);
  });

  it('is by the prices of the request where it brings any', async () => {
    const { body } = await ask(OWN_PRICES);
    expect(body.backend).toBeNull();
    expect(body.disk).toMatchObject({
      choice: 'network-ssd',
      options: [
        { id: 'network-ssd', asOf: '2026-01', source: 'our contract', meets: true, fails: [] },
        { id: 'instance-nvme', source: null, meets: false, fails: ['mustSurviveInstance'] },
      ],
    });
    const dearer = OWN_PRICES.options.map((row) => ({ ...row, survivesInstance: true }));
    expect((await ask({ ...OWN_PRICES, options: dearer })).body.disk.choice).toBe('instance-nvme');
  });

  it('says what every volume lacks where none meets the need', async () => {
    const { status, body } = await ask({ need: { bytes: '5 TB', iops: 1, bytesPerSecond: 0 } });
    expect(status).toBe(200);
    expect(body.disk).toMatchObject({ choice: null, failing: ['bytes'] });
  });

  it('takes the names of state backends that the talks use', async () => {
    const state = { ...LARGE_STATE.state, stateBackend: 'fs' };
    const { body } = await ask({ flinkVersion: '1.20', state });
    expect(body.findings[0]).toMatchObject({ ruleId: 'state-backend-name-not-read', severity: 'error' });
  });

  it('is given of the largest sizes alike by both doors', async () => {
    const largest = 1e15;
    const { status } = await ask({
      need: { bytes: largest, iops: 1e15, bytesPerSecond: 1e15, ioBytes: 1e15 },
      options: [
        {
          id: 'x',
          bytes: 1e15,
          readIops: 1e15,
          survivesInstance: true,
          usdPerMonth: 1e15,
          bytesPerSecond: 1,
        },
      ],
      state: { stateBytes: largest, heapBytes: largest, accessesPerSecond: 1e15, cacheHitRatio: 0 },
    });
    expect(status).toBe(200);
  });

  const { need, state } = LARGE_STATE;
  const row = OWN_PRICES.options[0];
  it.each([
    ['', {}, 422],
    ['/need', { need: 5 }, 400],
    ['/need/bytes', { need: { ...need, bytes: '500 gb' } }, 400],
    ['/need/bytes', { need: { ...need, bytes: -1 } }, 422],
    ['/need/bytes', { need: { ...need, bytes: '99999999999999999999' } }, 422],
    ['/need/iops', { need: { ...need, iops: 'NaN' } }, 400],
    ['/need/bytesPerSecond', { need: { ...need, bytesPerSecond: '200 MB' } }, 400],
    ['/need/ioBytes', { need: { ...need, ioBytes: '4 KiB' } }, 400],
    ['/need/ioBytes', { need: { ...need, ioBytes: 0 } }, 422],
    ['/need/unknown', { need: { ...need, unknown: 1 } }, 400],
    ['/options', { need, options: [] }, 422],
    ['/options', { need, options: Array.from({ length: 1001 }, () => row) }, 422],
    ['/options/1/id', { need, options: [row, row] }, 422],
    ['/options/0/readIops', { need, options: [{ ...row, readIops: 0 }] }, 422],
    ['/options/0/usdPerMonth', { need, options: [{ ...row, usdPerMonth: '$1' }] }, 400],
    ['/options/0/usdPerMonth', { need, options: [{ ...row, usdPerMonth: -1 }] }, 422],
    ['/options/0/asOf', { need, options: [{ ...row, asOf: '01/2026' }] }, 422],
    ['/options/0/medium', { need, options: [{ ...row, medium: 'TAPE' }] }, 400],
    ['/state/stateBytes', { state: { ...state, stateBytes: '100 GB' } }, 400],
    ['/state/heapBytes', { state: { stateBytes: 1 } }, 400],
    ['/state/cacheHitRatio', { state: { ...state, cacheHitRatio: 1.1 } }, 422],
    ['/state/stateBackend', { state: { ...state, stateBackend: 'redis' } }, 422],
    ['/flinkVersion', { state, flinkVersion: '1.9' }, 422],
  ])('names %s where it cannot be: %j', async (pointer, request, expected) => {
    const { status, body } = await ask(request);
    expect(status).toBe(expected);
    expect(body.errors).toMatchObject([{ pointer }]);
  });
});
