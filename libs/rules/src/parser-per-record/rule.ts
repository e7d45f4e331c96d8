import { givenEvidence } from '../option-evidence.js';
import { recordsIn } from '../records-in.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'parser-per-record',
  family: 'dataflow',
  severity: 'warning',
  title: 'A parser or client is made anew for each record',
  why: 'To build a JSON mapper, a date format, a compiled pattern or a client takes far longer than to use it, and leaves garbage for the collector each time. Made in the function that is called for each record it is most of what the job does.',
  remedy: 'Make it once for each subtask, in open() of a rich function, and keep it in a transient field.',
  reference: 'User-Defined Functions',
  source: 'Keep it going',
  needs: ['job'],
  check({ job, workload }) {
    const operators = job?.perRecordParsers ?? [];
    if (operators.length === 0) return [];
    const rates = workload === undefined ? null : recordsIn(workload);
    return operators.map((id, at) => {
      const records = rates?.get(id) ?? null;
      return {
        message: `${id} makes a parser, a pattern or a client anew for each record${records === null ? '' : `, ${records} of them a second`}. Make it once, in open().`,
        path: `/job/perRecordParsers/${at}`,
        evidence: [
          givenEvidence('operator', id, 'text', `/job/perRecordParsers/${at}`),
          ...(records === null
            ? []
            : [givenEvidence('records', records, 'perSecond', '/workload/operators')]),
        ],
      };
    });
  },
};
