import { highAvailability, isGiven, isOfJobAlone, modeKey } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

const QUORUM = 'high-availability.zookeeper.quorum';

export const rule: Rule = {
  id: 'zookeeper-quorum-missing',
  family: 'availability',
  severity: 'error',
  title: 'Flink is not told where ZooKeeper is',
  why: 'With high availability by ZooKeeper every process asks the quorum for the leading JobManager first. Without its addresses Flink throws “No valid ZooKeeper quorum has been specified” and ends.',
  remedy: 'Set high-availability.zookeeper.quorum to the servers: zk-1:2181,zk-2:2181,zk-3:2181.',
  reference: 'High Availability',
  source: 'Keep it going',
  needs: [],
  check(facts) {
    const { config } = facts;
    if (isOfJobAlone(facts) || highAvailability(config) !== 'zookeeper') return [];
    if (isGiven(facts, QUORUM) && config.text(QUORUM)?.trim() !== '') return [];
    return [
      {
        message: `${config.keyOf(modeKey(config))} is zookeeper and ${QUORUM} is not set: Flink does not start.`,
        path: config.keyOf(QUORUM),
        evidence: [setting(config, modeKey(config)), setting(config, QUORUM)],
      },
    ];
  },
};
