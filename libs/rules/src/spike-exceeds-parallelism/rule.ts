import { givenEvidence } from '../option-evidence.js';
import { recordsIn, subtasksOf } from '../records-in.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'spike-exceeds-parallelism',
  family: 'dataflow',
  severity: 'warning',
  title: 'A spike is more than the operator takes',
  why: 'A subtask is one thread, so an operator does no more than its subtasks have seconds of processor time. When more comes than that, it holds the job back up to its sources, and the backlog has to wait for the quiet hours; what stands behind it gets no more either.',
  remedy:
    'Give the operator the parallelism of the peak, filter and aggregate before it, or check that the source keeps records for as long as the backlog lasts.',
  reference: 'F2.1',
  source: 'Keep it going',
  needs: ['workload', 'job'],
  check(facts) {
    const { workload, job } = facts;
    const peakRatio = job?.peakRatio;
    if (workload === undefined || peakRatio === undefined) return [];
    const rates = recordsIn(workload);
    return workload.operators.flatMap((operator, at) => {
      const { id, cpuMicrosPerRecord: micros } = operator;
      const records = rates.get(id) ?? null;
      const subtasks = subtasksOf(facts, operator);
      if (micros === undefined || micros <= 0 || records === null || subtasks === null) return [];
      const mean = (records * micros) / MICROS_PER_SECOND;
      const peak = mean * peakRatio;
      if (peak <= subtasks) return [];
      const takes = Math.floor((subtasks * MICROS_PER_SECOND) / micros);
      return [
        {
          message: `At the peak ${id} gets ${Math.round(records * peakRatio)} records a second of ${micros} µs each; its ${subtasks} subtasks take ${takes}, and the backlog grows by ${Math.ceil(records * peakRatio - takes)} a second. ${Math.ceil(peak)} subtasks take the peak.${mean > subtasks ? ' They do not even take the mean.' : ''}`,
          path: `/workload/operators/${at}/parallelism`,
          evidence: [
            givenEvidence('records on average', records, 'perSecond', '/workload/operators'),
            givenEvidence('peak over mean', peakRatio, 'ratio', '/job/peakRatio'),
            givenEvidence('processor time', micros, 'micros', `/workload/operators/${at}/cpuMicrosPerRecord`),
            givenEvidence('subtasks', subtasks, 'count', `/workload/operators/${at}/parallelism`),
          ],
          ...(mean > subtasks && { severity: 'error' as const }),
        },
      ];
    });
  },
};

const MICROS_PER_SECOND = 1_000_000;
