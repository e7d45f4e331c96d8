import { givenEvidence } from '../option-evidence.js';
import { subtasksOf } from '../records-in.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'blocking-io',
  family: 'dataflow',
  severity: 'warning',
  title: 'An operator waits for another system in its own thread',
  why: 'A subtask is one thread. While it waits for a database or a service it processes nothing, handles no timer and lets no barrier pass, so its rate is one over the time of a call, and a slow moment of that system stops the job and its checkpoints.',
  remedy:
    'Use async I/O (AsyncDataStream, or a lookup join with an async function) with a timeout, ask for many records at once, or keep a cache or the table itself in state.',
  reference: 'Async I/O',
  source: 'Keep it going',
  needs: ['job'],
  check(facts) {
    const { job, workload } = facts;
    const callMs = job?.externalCallMs;
    return (job?.blockingOperators ?? []).map((id, at) => {
      const operator = workload?.operators.find((candidate) => candidate.id === id);
      const subtasks = operator === undefined ? null : subtasksOf(facts, operator);
      const each = callMs === undefined || callMs <= 0 ? null : 1000 / callMs;
      const rate =
        each === null
          ? ''
          : ` A call takes ${callMs} ms, so a subtask does at most ${round(each)} records a second${subtasks === null ? '' : `, and its ${subtasks} subtasks ${round(each * subtasks)}`}.`;
      return {
        message: `${id} waits for another system in its own thread.${rate} Use async I/O.`,
        path: `/job/blockingOperators/${at}`,
        evidence: [
          givenEvidence('operator', id, 'text', `/job/blockingOperators/${at}`),
          ...(callMs === undefined ? [] : [givenEvidence('call', callMs, 'ms', '/job/externalCallMs')]),
        ],
      };
    });
  },
};

const round = (value: number): number => Math.round(value * 10) / 10;
