import { readdirSync, readFileSync } from 'node:fs';
import { checkSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import { judgeCheckpoints } from './judge.js';
import { wholeOf } from './parts.js';
import type { JudgeRequest } from './request.js';

const FOLDER = new URL('../../vectors/checkpoint-statistics/', import.meta.url);
const TEXTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
const text = fc.constantFrom(...TEXTS);

const TIMES_AND_SIZES =
  /"(trigger_timestamp|latest_ack_timestamp|ack_timestamp|end_to_end_duration|start_delay|duration|sync|async|checkpointed_size|state_size|processed|persisted|processed_data|persisted_data)":(\d+)/g;

const row = fc.record({
  index: fc.nat(20),
  status: fc.constant('completed'),
  end_to_end_duration: fc.nat(1_000_000),
  checkpointed_size: fc.nat(),
  start_delay: fc.integer({ min: -1, max: 1_000_000 }),
  alignment: fc.record({ duration: fc.nat(1_000_000) }),
  checkpoint: fc.record({ sync: fc.nat(1_000_000), async: fc.nat(1_000_000) }),
  unaligned_checkpoint: fc.boolean(),
  aborted: fc.boolean(),
});
const checkpoint = fc.record({
  id: fc.nat(9),
  status: fc.constantFrom('COMPLETED', 'FAILED', 'IN_PROGRESS'),
  is_savepoint: fc.boolean(),
  trigger_timestamp: fc.nat(10_000_000),
  end_to_end_duration: fc.integer({ min: -1, max: 1_000_000 }),
  failure_message: fc.constantFrom('Checkpoint expired before completing.', 'Task has failed.', null),
});
const invented: fc.Arbitrary<JudgeRequest> = fc
  .record({
    history: fc.array(checkpoint, { maxLength: 6 }),
    rows: fc.dictionary(fc.nat(9).map(String), fc.dictionary(fc.constantFrom('a', 'b'), fc.array(row))),
  })
  .map(({ history, rows }) => ({
    flinkVersion: '1.20',
    statistics: {
      checkpoints: { history },
      subtasks: Object.fromEntries(
        Object.entries(rows).map(([id, of]) => [
          id,
          Object.fromEntries(Object.entries(of).map(([vertex, subtasks]) => [vertex, { subtasks }])),
        ]),
      ),
    },
  }));

describe('judging checkpoints', () => {
  it('answers any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (statistics) => {
        const request: JudgeRequest = JSON.parse(JSON.stringify({ flinkVersion: '1.20', statistics }));
        expect(['ok', 'rejected']).toContain(judgeCheckpoints(request).kind);
      }),
    );
  });

  it('answers Flink’s statistics with any value in place of any other', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.jsonValue(), (of, at, value) => {
        const { flinkVersion, statistics } = JSON.parse(of);
        const numbers = [
          ...JSON.stringify(statistics).matchAll(/:(?:\d+|true|false|null|"[^"]*"|\{\}|\[\])/g),
        ];
        const hit = numbers[at % numbers.length];
        const whole = JSON.stringify(statistics);
        const end = (hit?.index ?? 0) + (hit?.[0].length ?? 0);
        const broken = `${whole.slice(0, hit?.index)}:${JSON.stringify(value)}${whole.slice(end)}`;
        expect(['ok', 'rejected']).toContain(
          judgeCheckpoints({ flinkVersion, statistics: JSON.parse(broken) }).kind,
        );
      }),
    );
  });

  it('splits each end-to-end time into parts that are never negative and sum to it, and traces them', () => {
    fc.assert(
      fc.property(invented, (request) => {
        const outcome = judgeCheckpoints(request);
        if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
        checkSteps(outcome.value.steps);
        for (const { parts, durationMs } of outcome.value.checkpoints) {
          if (parts === null) continue;
          for (const ms of Object.values(parts)) expect(ms).toBeGreaterThanOrEqual(0);
          if (durationMs !== null) expect(wholeOf(parts)).toBe(durationMs);
        }
      }),
    );
  });

  it('keeps its verdict where all times and sizes are scaled', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 1000 }), (of, factor) => {
        const scaled = of.replaceAll(
          TIMES_AND_SIZES,
          (_, name, value) => `"${name}":${Number(value) * factor}`,
        );
        const verdicts = [of, scaled].map((one) => {
          const outcome = judgeCheckpoints(JSON.parse(one));
          if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
          const { cause, dominantPart, confidence, timeout, checkpoints } = outcome.value;
          return [cause, dominantPart, confidence, timeout.helps, checkpoints.map((judged) => judged.cause)];
        });
        expect(verdicts[1]).toEqual(verdicts[0]);
      }),
      { numRuns: 60 },
    );
  });

  it('takes statistics in any order of checkpoints', () => {
    fc.assert(
      fc.property(text, (of) => {
        const request = JSON.parse(of);
        const { history } = request.statistics.checkpoints;
        const turned = { ...request.statistics, checkpoints: { history: [...history].reverse() } };
        expect(judgeCheckpoints({ ...request, statistics: turned })).toMatchObject({
          value: { cause: request.cause },
        });
      }),
      { numRuns: 20 },
    );
  });
});
