import { nameList } from '../name-list.js';
import { givenEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'checkpointed-interface',
  family: 'upgrade-safety',
  severity: 'error',
  title: 'State is kept by the interface Checkpointed',
  why: 'Checkpointed keeps state as one serialized Java object for each subtask. Such state cannot be given to another number of subtasks, so the job cannot be rescaled, and Flink took the interface out with 1.4: a job that uses it neither compiles nor starts there, and its savepoints are not read.',
  remedy:
    'Move to CheckpointedFunction or to keyed state. From Flink 1.3 on take a savepoint with the new state before the upgrade.',
  reference: 'Working with State',
  source: 'Keep it going',
  needs: ['job'],
  check({ config, job }) {
    const classes = job?.checkpointedClasses ?? [];
    if (classes.length === 0) return [];
    const gone = config.isFrom(1, 4);
    return [
      {
        message: `Classes that implement Checkpointed (${classes.length}): ${nameList(classes)}. ${gone ? `Flink ${config.flinkVersion} has no such interface, it ended with 1.3` : 'It is deprecated here and gone in 1.4, and the job cannot be rescaled'}. Use CheckpointedFunction.`,
        path: '/job/checkpointedClasses',
        evidence: [givenEvidence('classes', classes.length, 'count', '/job/checkpointedClasses')],
        severity: gone ? 'error' : 'warning',
      },
    ];
  },
};
