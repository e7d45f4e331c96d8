import { textOf } from '../evidence-items.js';
import type { LintOperator } from '../facts.js';
import type { Evidence } from '../finding.js';
import type { Rule, Violation } from '../rule.js';

const TTL = 'table.exec.state.ttl';
const DAY = 86_400;

export const rule: Rule = {
  id: 'state-without-ttl',
  family: 'state',
  severity: 'warning',
  title: 'State that grows for ever',
  why: 'A regular join of two streams keeps every record of both sides, and state under keys that never come again is never read again. Without a time to live nothing takes it out. Checkpoints, restores and disks grow for months, until one of them no longer fits.',
  remedy: `Give the state a time to live: StateTtlConfig in code, ${TTL} or a hint in SQL; or use a window or an interval join.`,
  reference: 'F4.2',
  source: 'Flink documentation',
  needs: ['workload'],
  since: '1.10',
  check({ workload, config }) {
    const ttl = config.duration(TTL) ?? 0;
    return (workload?.operators ?? []).flatMap((operator, at): Violation[] => {
      const path = `/workload/operators/${at}`;
      const found = ttl > 0 ? null : (unboundedJoin(operator, path) ?? growingKeys(operator, path));
      return found === null
        ? []
        : [{ ...found, path, evidence: [...found.evidence, notSet(config.keyOf(TTL))] }];
    });
  },
};

type Found = Pick<Violation, 'message' | 'evidence'>;

const notSet = (key: string): Evidence => textOf('time to live', 'not set', `/config/${key}`);

function unboundedJoin({ id, join }: LintOperator, path: string): Found | null {
  if (join?.type !== 'regular' || (join.stateTtl ?? 0) > 0) return null;
  return {
    message: `${id} is a regular join without a time to live: it keeps every record of both sides.`,
    evidence: [textOf('join', join.type, `${path}/join/type`)],
  };
}

function growingKeys({ id, state, window }: LintOperator, path: string): Found | null {
  const rate = state?.newKeysPerSecond ?? 0;
  if (state === undefined || rate <= 0 || (state.timeToLive ?? 0) > 0) return null;
  if (window !== undefined && window.assigner !== 'global') return null;
  const perDay = Math.round(rate * DAY * Number(state.entryBytes));
  return {
    message: `${id} gets ${rate} new keys a second and keeps each for ever: ${perDay} B more every day.`,
    evidence: [
      { name: 'new keys', value: rate, unit: 'perSecond', from: `${path}/state/newKeysPerSecond` },
      { name: 'growth per day', value: perDay, unit: 'bytes', from: 'F4.2' },
    ],
  };
}
