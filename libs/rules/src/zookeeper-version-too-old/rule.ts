import { highAvailability, modeKey } from '../high-availability.js';
import { isBefore } from '../release-number.js';
import type { Rule } from '../rule.js';
import { setting, told } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'zookeeper-version-too-old',
  family: 'availability',
  severity: 'error',
  title: 'Flink’s client does not work with this ZooKeeper',
  why: 'Flink brings its own ZooKeeper client. From 1.15 on that is one of 3.5 or later, which a server of 3.4 does not serve: leader election fails, so no JobManager ever leads and no job starts.',
  remedy: 'Run ZooKeeper 3.5 or later before Flink is upgraded to 1.15.',
  reference: 'High Availability',
  source: 'Keep it going',
  needs: ['environment'],
  since: '1.15',
  check({ config, environment }) {
    const version = environment?.zooKeeperVersion;
    if (version === undefined || highAvailability(config) !== 'zookeeper') return [];
    if (isBefore(version, LEAST) !== true) return [];
    return [
      {
        message: `ZooKeeper is ${version}; the client of Flink ${config.flinkVersion} needs ${LEAST} or later.`,
        path: '/environment/zooKeeperVersion',
        evidence: [
          told('ZooKeeper', version, 'text', '/environment/zooKeeperVersion'),
          setting(config, modeKey(config)),
        ],
      },
    ];
  },
};

const LEAST = '3.5';
