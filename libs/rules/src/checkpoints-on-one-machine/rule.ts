import { directoryKey, isBatch, machinesOf, savepointDirectoryKey } from '../checkpoint-options.js';
import type { LintFacts } from '../facts.js';
import type { Severity } from '../finding.js';
import { localPath, onSharedVolume } from '../local-directory.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import type { Rule, Violation } from '../rule.js';

export const rule: Rule = {
  id: 'checkpoints-on-one-machine',
  family: 'checkpointing',
  severity: 'warning',
  title: 'Checkpoints lie on the disk of one machine',
  why: 'Each TaskManager writes its part of a checkpoint to the directory as it sees it. With a directory on its own disk the parts are spread over machines: no restore finds them all, and what lay on a machine that is lost is lost with it. It works on one machine, and so in every test.',
  remedy:
    'Take a directory that all machines see and that outlives them: an object store, HDFS, or a shared mount which is then declared as a volume.',
  reference: 'Checkpoint Storage',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config } = facts;
    if (isBatch(facts)) return [];
    return [
      ...local(facts, directoryKey(config), 'checkpoints'),
      ...local(facts, savepointDirectoryKey(config), 'savepoints'),
    ];
  },
};

function local(facts: LintFacts, key: string, what: string): Violation[] {
  const { config } = facts;
  const directory = config.text(key);
  const path = directory === null ? null : localPath(facts, directory);
  if (directory === null || path === null || onSharedVolume(facts, path)) return [];
  const machines = machinesOf(facts);
  const many =
    machines === undefined ? 'each machine' : machines === 1 ? 'the machine' : `each of ${machines} machines`;
  return [
    {
      message: `${directory} is a directory of ${many} for itself: ${machines === 1 ? `${what} are lost with it` : `no restore finds the ${what} of all`}. Name a directory in a store that all machines reach, as s3:// or hdfs://.`,
      path: config.keyOf(key),
      evidence: [
        optionEvidence(config, key, directory, 'text'),
        ...(machines === undefined
          ? []
          : [givenEvidence('machines', machines, 'count', machinesFrom(facts))]),
      ],
      severity: severityOf(facts, machines),
    },
  ];
}

const severityOf = ({ deployment }: LintFacts, machines: number | undefined): Severity => {
  if (machines === 1) return 'info';
  return machines !== undefined || deployment?.volumes !== undefined ? 'error' : 'warning';
};

const machinesFrom = ({ cluster, environment }: LintFacts): string => {
  if (cluster?.machines !== undefined) return '/cluster/machines';
  return environment?.taskManagers !== undefined
    ? '/environment/taskManagers'
    : '/deployment/taskManager/replicas';
};
