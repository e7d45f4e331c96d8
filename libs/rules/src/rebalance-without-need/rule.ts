import { givenEvidence } from '../option-evidence.js';
import { recordsIn } from '../records-in.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'rebalance-without-need',
  family: 'dataflow',
  severity: 'info',
  title: 'Records are spread anew between operators of the same parallelism',
  why: 'Between operators of the same parallelism records can stay in their subtask, within one chain and without being serialized. REBALANCE there sends nearly all of them over the network. It helps only where the senders have unequal shares, such as a source with fewer partitions than subtasks.',
  remedy: 'Leave out rebalance(), unless the load of the senders is uneven and one of them binds.',
  reference: 'F1.2',
  source: 'Keep it going',
  needs: ['workload'],
  check({ workload, job }) {
    if (workload === undefined || !workload.edges.some(({ shipStrategy }) => shipStrategy === 'REBALANCE'))
      return [];
    const byId = new Map(workload.operators.map((operator) => [operator.id, operator]));
    const rates = recordsIn(workload);
    return workload.edges.flatMap(({ from, to, shipStrategy, share = 1 }, at) => {
      const sender = byId.get(from);
      const parallelism = sender?.parallelism;
      if (shipStrategy !== 'REBALANCE' || parallelism === undefined || parallelism === 1) return [];
      if (byId.get(to)?.parallelism !== parallelism) return [];
      if (sender?.kind === 'source' && (job?.kafkaPartitions ?? parallelism) % parallelism !== 0) return [];
      const records = rates.get(from) ?? null;
      const rate = records === null ? null : records * (sender?.selectivity ?? 1) * share;
      return [
        {
          message: `${from} and ${to} both have parallelism ${parallelism}, and REBALANCE between them sends ${rate === null ? 'the records' : `${rate} records a second`} through the network. FORWARD would keep them in their chain.`,
          path: `/workload/edges/${at}/shipStrategy`,
          evidence: [
            givenEvidence('parallelism of both', parallelism, 'count', `/workload/edges/${at}`),
            ...(rate === null ? [] : [givenEvidence('records', rate, 'perSecond', '/workload/operators')]),
          ],
        },
      ];
    });
  },
};
