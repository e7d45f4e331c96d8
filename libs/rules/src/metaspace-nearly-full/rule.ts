import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';

const METASPACE = 'taskmanager.memory.jvm-metaspace.size';
const MEBIBYTE = 2 ** 20;
const MOST_USED = 0.9;
/** What a pool keeps free over its use, as Flink's autoscaler has it. */
const HEADROOM = 0.2;

export const rule: Rule = {
  id: 'metaspace-nearly-full',
  family: 'memory',
  severity: 'warning',
  title: 'Metaspace is nearly full',
  why: 'The classes of Flink, of the job and of its libraries lie in metaspace, which Flink limits. A new version of the job with a few more libraries, or one more job of a session, no longer fits. The task fails with “OutOfMemoryError: Metaspace”, and so does every restart.',
  remedy: `Raise ${METASPACE} to a fifth above what is in use. Where it grows with each submission, look for a leak instead.`,
  reference: 'F8.4',
  source: 'Rabbit Holes 1',
  needs: ['observed'],
  since: '1.10',
  check({ observed, memory, config }) {
    const used = observed?.metaspaceUsedBytes;
    const limit = memory.of('taskManager')?.components.jvmMetaspaceBytes;
    if (used === undefined || limit === undefined || used <= MOST_USED * Number(limit)) return [];
    const wanted = `${Math.ceil((used * (1 + HEADROOM)) / MEBIBYTE)}m`;
    const fix = { set: { [METASPACE]: wanted }, unset: [] };
    const before = memory.of('taskManager')?.totalProcessBytes;
    const fits = memory.after('taskManager', fix)?.totalProcessBytes === before;
    return [
      {
        message: `${Math.ceil(used)} B of ${memorySizeForPeople(limit)} are in use, ${((used / Number(limit)) * 100).toFixed(1)} %. ${wanted} would leave a fifth of the use free.`,
        path: config.keyOf(METASPACE),
        evidence: [
          bytesOf('in use', BigInt(Math.ceil(used)), '/observed/metaspaceUsedBytes'),
          bytesOf('limit', limit, `/config/${config.keyOf(METASPACE)}`),
        ],
        ...(fits && { fix }),
      },
    ];
  },
};
