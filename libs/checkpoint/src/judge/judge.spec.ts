import { readdirSync, readFileSync } from 'node:fs';
import { checkSteps } from '@plimsoll/testing';
import { judgeCheckpoints } from './judge.js';
import { wholeOf } from './parts.js';
import type { CheckpointAnswers, JudgeRequest } from './request.js';
import type { CheckpointCause, CheckpointJudgement } from './result.js';

interface Recorded extends JudgeRequest {
  readonly id: string;
  readonly about: string;
  readonly cause: CheckpointCause;
  readonly statistics: CheckpointAnswers;
}

const FOLDER = new URL('../../vectors/checkpoint-statistics/', import.meta.url);
const RECORDED: readonly Recorded[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));

function recorded(id: string): Recorded {
  const found = RECORDED.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no recording ${id}`);
  return found;
}

function judged(request: JudgeRequest): CheckpointJudgement {
  const outcome = judgeCheckpoints(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

const without = (one: Recorded, ...names: readonly (keyof CheckpointAnswers)[]): JudgeRequest => ({
  ...one,
  statistics: Object.fromEntries(
    Object.entries(one.statistics).filter(([name]) => !names.some((n) => n === name)),
  ),
});

describe('statistics recorded from Flink', () => {
  it('cover every cause that can be made in one process', () => {
    expect(new Set(RECORDED.map(({ cause }) => cause))).toEqual(
      new Set([
        'NONE',
        'BACK_PRESSURE',
        'TRIGGER_DELAYED',
        'LONG_SYNC',
        'UPLOAD',
        'HOT_SUBTASK',
        'DECLINED',
        'OUTSIDE',
        'JVM_PAUSE',
      ]),
    );
  });

  it.each(RECORDED.map((one) => [one.id, one] as const))(
    '%s is judged for what was made to happen',
    (_, one) => {
      const judgement = judged(one);
      expect(judgement.cause).toBe(one.cause);
      expect(judgement.explanation).not.toBe('');
      checkSteps(judgement.steps);
    },
  );

  it.each(RECORDED.map((one) => [one.id, one] as const))(
    '%s: the parts sum to Flink’s own end-to-end time',
    (_, one) => {
      for (const { parts, durationMs } of judged(one).checkpoints) {
        if (parts !== null) expect(wholeOf(parts)).toBe(durationMs);
      }
    },
  );

  it.each(RECORDED.filter(({ cause }) => cause !== 'NONE').map((one) => [one.id, one] as const))(
    '%s: something is said to help, or to be looked up, and something not to',
    (_, one) => {
      const { helps, doesNotHelp, evidence, measureNext } = judged(one);
      expect(
        [helps.length, doesNotHelp.length, evidence.length, measureNext.length].every((n) => n > 0),
      ).toBe(true);
    },
  );
});

describe('the parts of a recorded checkpoint', () => {
  it('are mostly start delay where barriers stand behind records', () => {
    const { parts, dominantPart, dominantRatio } = judged(recorded('back-pressure-aligned'));
    expect(dominantPart).toBe('startDelay');
    expect(dominantRatio).toBeGreaterThan(0.5);
    expect(parts?.asyncMs).toBeLessThan(100);
  });

  it('are mostly synchronous where snapshotState sleeps 700 ms', () => {
    const { parts } = judged(recorded('long-sync'));
    expect(parts?.syncMs).toBeGreaterThanOrEqual(700);
    expect(parts?.syncMs).toBeLessThan(760);
  });

  it('name the subtask that holds the hot key', () => {
    const [newest] = judged(recorded('hot-subtask')).checkpoints;
    expect(newest?.lastSubtask).toMatchObject({ vertexName: 'keep' });
    expect(newest?.evidence.find(({ name }) => name === 'bytes of the last subtask')?.value).toBeGreaterThan(
      600_000,
    );
  });
});

describe('a longer timeout', () => {
  it('helps no barriers that stand behind records', () => {
    const { timeout } = judged(recorded('expired-barriers'));
    expect(timeout).toMatchObject({ timeoutMs: 2000, helps: false, neededMs: null });
  });

  it('helps an upload that was not done: 876 kB at 200 kB/s, and not also the wait for the uploads before', () => {
    const { timeout } = judged(recorded('expired-upload'));
    expect(timeout.helps).toBe(true);
    expect(timeout.neededMs).toBeGreaterThan(4380);
    expect(timeout.neededMs).toBeLessThan(8000);
  });

  it.each(['healthy', 'slow-upload', 'declined', 'long-sync'])(
    'helps nothing where none expired: %s',
    (id) => {
      expect(judged(recorded(id)).timeout).toMatchObject({ helps: false, neededMs: null });
    },
  );
});

describe('advice', () => {
  const keysOf = (request: JudgeRequest): string[] =>
    judged(request).helps.flatMap(({ config }) => Object.keys(config));

  it.each([
    ['1.13', 'execution.checkpointing.unaligned', 'execution.checkpointing.alignment-timeout'],
    [
      '1.20',
      'execution.checkpointing.unaligned.enabled',
      'execution.checkpointing.aligned-checkpoint-timeout',
    ],
    [
      '2.3',
      'execution.checkpointing.unaligned.enabled',
      'execution.checkpointing.aligned-checkpoint-timeout',
    ],
  ])('against back pressure is spelled as Flink %s reads it', (flinkVersion, ...keys) => {
    expect(keysOf({ ...recorded('back-pressure-aligned'), flinkVersion })).toEqual(
      expect.arrayContaining(keys),
    );
  });

  it('does not offer what is set already', () => {
    const one = recorded('back-pressure-aligned');
    const config = { ...one.config, 'execution.checkpointing.unaligned': 'true' };
    expect(keysOf({ ...one, config })).not.toContain('execution.checkpointing.unaligned.enabled');
  });

  it('offers incremental checkpoints to RocksDB and not to the heap', () => {
    const one = recorded('slow-upload');
    const on = (backend: string) =>
      keysOf({ ...one, config: { ...one.config, 'state.backend.type': backend } });
    expect(on('rocksdb')).toContain('execution.checkpointing.incremental');
    expect(on('hashmap')).not.toContain('execution.checkpointing.incremental');
    expect(keysOf({ ...one, flinkVersion: '1.19' })).toContain('state.backend.incremental');
  });

  it('makes room for unaligned checkpoints where several run at a time', () => {
    const one = recorded('back-pressure-aligned');
    const config = { ...one.config, 'execution.checkpointing.max-concurrent-checkpoints': '2' };
    const [unaligned] = judged({ ...one, config }).helps.filter(
      (advice) => 'execution.checkpointing.unaligned.enabled' in advice.config,
    );
    expect(unaligned?.config).toMatchObject({ 'execution.checkpointing.max-concurrent-checkpoints': '1' });
  });
});

describe('statistics in part', () => {
  it('are judged from the history alone, with little confidence and a word on what is missing', () => {
    const one = recorded('slow-upload');
    const judgement = judged({ ...one, statistics: one.statistics.checkpoints ?? {} });
    expect(judgement).toMatchObject({ cause: 'UNKNOWN', parts: null, confidence: { level: 'low' } });
    expect(judgement.measureNext[0]?.how).toContain('subtasks');
  });

  it.each(['healthy', 'back-pressure-aligned', 'long-sync', 'slow-upload', 'hot-subtask', 'declined'])(
    '%s needs neither the plan nor the places of subtasks',
    (id) => {
      const one = recorded(id);
      expect(judged(without(one, 'job', 'vertices')).cause).toBe(one.cause);
    },
  );

  it('of Flink 1.10 have no start delay: it is what the other parts leave', () => {
    const one = recorded('back-pressure-aligned');
    const text = JSON.stringify(one)
      .replaceAll(/"start_delay":\d+,?/g, '')
      .replaceAll(/"checkpointed_size":\d+,?/g, '');
    const judgement = judged({ ...JSON.parse(text), flinkVersion: '1.10' });
    expect(judgement).toMatchObject({ cause: 'BACK_PRESSURE', dominantPart: 'startDelay' });
  });

  it('without any checkpoint are an answer too', () => {
    const judgement = judged({ flinkVersion: '1.20', statistics: { history: [] } });
    expect(judgement).toMatchObject({ cause: 'UNKNOWN', checkpoints: [], steps: [] });
  });
});

describe('what cannot be judged', () => {
  const rejections = (request: JudgeRequest) => {
    const outcome = judgeCheckpoints(request);
    return outcome.kind === 'rejected' ? outcome.rejections.map(({ pointer }) => pointer) : [];
  };

  it('is named by its field', () => {
    const statistics = { history: [{ id: 1, trigger_timestamp: -7, end_to_end_duration: 'long' }, 3] };
    expect(rejections({ flinkVersion: '1.20', statistics }).sort()).toEqual([
      '/statistics/history/0/end_to_end_duration',
      '/statistics/history/0/trigger_timestamp',
      '/statistics/history/1',
      '/statistics/history/1/id',
      '/statistics/history/1/trigger_timestamp',
    ]);
    expect(rejections({ flinkVersion: '1.9', statistics: { history: [] } })).toEqual(['/flinkVersion']);
    expect(rejections({ flinkVersion: '1.20', statistics: {} })).toEqual(['/statistics/checkpoints']);
    const config = { 'execution.checkpointing.timeout': 'soon' };
    expect(rejections({ flinkVersion: '1.20', config, statistics: { history: [] } })).toEqual([
      '/config/execution.checkpointing.timeout',
    ]);
  });
});

describe('what one process cannot show', () => {
  const row = (index: number, async: number, bytes: number) => ({
    index,
    end_to_end_duration: async + 10,
    start_delay: 5,
    alignment: { duration: 5 },
    checkpoint: { sync: 0, async },
    checkpointed_size: bytes,
  });
  const of = (subtasks: readonly object[], taskManagers: readonly string[]): JudgeRequest => ({
    flinkVersion: '1.20',
    config: { 'execution.checkpointing.interval': '10 s' },
    statistics: {
      checkpoints: {
        history: [
          { id: 1, status: 'COMPLETED', trigger_timestamp: 0, end_to_end_duration: 8010, state_size: 9 },
        ],
      },
      subtasks: { '1': { v: { subtasks } } },
      vertices: {
        v: { name: 'v', subtasks: taskManagers.map((id, subtask) => ({ subtask, 'taskmanager-id': id })) },
      },
    },
  });

  it('is a pause where all of one TaskManager stalls, with and without bytes, and the others are quick', () => {
    const rows = [row(0, 8000, 5e6), row(1, 7900, 0), row(2, 20, 5e6), row(3, 10, 0), row(4, 25, 5e6)];
    expect(judged(of(rows, ['a', 'a', 'b', 'b', 'b']))).toMatchObject({
      cause: 'JVM_PAUSE',
      confidence: { level: 'high' },
    });
  });

  it('is a slow store where subtasks with a hundred times the bytes take no longer', () => {
    const rows = [row(0, 8000, 5e4), row(1, 7900, 5e6), row(2, 7800, 5e4), row(3, 7950, 5e6)];
    expect(judged(of(rows, ['a', 'a', 'b', 'b'])).cause).toBe('STORE_LATENCY');
  });

  it('is a slow machine where one subtask takes far longer for the same bytes', () => {
    const rows = [row(0, 8000, 5e6), row(1, 900, 5e6), row(2, 800, 5e6), row(3, 950, 5e6)];
    const judgement = judged(of(rows, ['a', 'b', 'b', 'b']));
    expect(judgement.cause).toBe('HOT_SUBTASK');
    expect(judgement.explanation).toContain('its machine');
  });
});
