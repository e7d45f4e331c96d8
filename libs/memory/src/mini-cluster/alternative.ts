import { type Derivation, exactFormula, known, knownSize } from '@plimsoll/trace';
import type { DistributedAlternative, MiniClusterThroughput, SizeRange } from './result.js';
import { TALK_ROWS } from './talk-parameters.js';

/** The smallest cluster of processes that the Kubernetes operator's defaults give: one JobManager and one TaskManager. */
export const DISTRIBUTED = exactFormula({
  reference: 'F7.2',
  label: 'Smallest cluster of two processes',
  unit: 'bytes',
  inputs: { jobManager: 'bytes', taskManager: 'bytes' },
  text: 'jobManager + taskManager',
  compute: ({ jobManager, taskManager }) => jobManager + taskManager,
});

export const TIMES = exactFormula({
  reference: 'F7.2',
  label: 'Two processes over a MiniCluster',
  unit: 'ratio',
  inputs: { distributed: 'bytes', miniCluster: 'bytes' },
  text: 'distributed ÷ miniCluster',
  evidence: 'heuristic',
  compute: ({ distributed, miniCluster }) => Number(distributed) / Number(miniCluster),
});

export function alternativeOf(
  d: Derivation,
  starts: boolean,
  whole: SizeRange,
  throughput: MiniClusterThroughput,
): DistributedAlternative {
  const jobManager = knownSize(TALK_ROWS.jobManager);
  const taskManager = knownSize(TALK_ROWS.taskManager);
  const distributed = d.derive('miniCluster.distributed', DISTRIBUTED, { jobManager, taskManager });
  const times = d.derive('miniCluster.distributed.times', TIMES, {
    distributed,
    miniCluster: known('bytes', whole.bytes, 'miniCluster.process'),
  });
  const against = reasonsAgainst(times.value, throughput);
  return {
    jobManagerBytes: jobManager.value,
    taskManagerBytes: taskManager.value,
    processBytes: distributed.value,
    timesTheMiniCluster: times.value,
    better: against.length === 0 ? 'mini-cluster' : 'distributed',
    reasons: against.length === 0 ? reasonsFor(times.value, starts) : against,
  };
}

function reasonsAgainst(times: number, throughput: MiniClusterThroughput): string[] {
  const { requestedBytesPerSecond: asked, carries } = throughput;
  return [
    ...(asked === null || asked === 0 || carries === true
      ? []
      : [
          carries === false
            ? 'The throughput that is asked for is more than this heap carries.'
            : `Nobody has shown that a MiniCluster of this heap carries the throughput that is asked for. ${throughput.reason}`,
        ]),
    ...(times <= 1 ? ['With this heap one process is as large as the two of the smallest cluster.'] : []),
  ];
}

const reasonsFor = (times: number, starts: boolean): string[] => [
  `It takes ${times.toFixed(1)} times less memory than the two processes of the smallest cluster.`,
  'One process has neither a standby nor isolation: when the job takes too much memory, all of Flink ends with it. Keep it for jobs that may be started anew.',
  ...(starts ? [] : ['Give it the smallest heap that starts.']),
];

export const ALTERNATIVE_FORMULAS = [DISTRIBUTED, TIMES];
