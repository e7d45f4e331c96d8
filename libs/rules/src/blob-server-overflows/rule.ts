import { blobFetch } from '@plimsoll/checkpoint';
import { given } from '@plimsoll/trace';
import { fixedTaskManagers } from '../cluster-shape.js';
import { highAvailability } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting, told } from '../setting-evidence.js';

const CONCURRENT = 'blob.fetch.num-concurrent';
const BACKLOG = 'blob.fetch.backlog';

export const rule: Rule = {
  id: 'blob-server-overflows',
  family: 'availability',
  severity: 'warning',
  title: 'More TaskManagers ask the JobManager for files than it can take',
  why: 'When jobs restart, every TaskManager fetches their jars from the JobManager at once. What is neither served nor waits is turned away; the fetch fails, the job restarts, and the next storm begins before the last one is over.',
  remedy:
    'Raise blob.fetch.num-concurrent and the operating system’s somaxconn, put jars into the image, or use high availability, whose store is asked first.',
  reference: 'F10.1',
  source: 'Rabbit Holes 1',
  needs: ['environment'],
  check(facts) {
    const { config, environment } = facts;
    const taskManagers = environment?.taskManagers ?? fixedTaskManagers(facts)?.value;
    const concurrent = config.number(CONCURRENT);
    const backlog = config.number(BACKLOG);
    if (taskManagers === undefined || concurrent === null || backlog === null) return [];
    const jobs = environment?.jobs ?? 1;
    if (taskManagers * jobs <= concurrent || highAvailability(config) !== 'none') return [];
    const { pressure } = blobFetch(
      {
        jobs,
        perJob: 1,
        ...FILES,
        concurrent,
        backlog,
        ...(environment?.somaxconn !== undefined && { somaxconn: environment.somaxconn }),
      },
      given('count', taskManagers, '/environment/taskManagers'),
      'JOB_MANAGER',
    );
    const { simultaneousRequests, acceptable, overflow } = pressure;
    if (overflow === 0) return [];
    const needed = concurrent + overflow;
    const bearable = needed <= MOST_CONCURRENT;
    const remedy = bearable
      ? `Set ${CONCURRENT} to ${needed}, which serves or queues them all.`
      : `${needed} at once would take as many threads of the JobManager: set high-availability.type, put the jars into the image, or restart fewer jobs at a time.`;
    return [
      {
        message: `${simultaneousRequests} requests come at once when ${jobs === 1 ? 'the job restarts' : `${jobs} jobs restart`}, ${acceptable} are served or wait, ${overflow} are turned away. ${remedy}`,
        path: CONCURRENT,
        evidence: [
          setting(config, CONCURRENT),
          setting(config, BACKLOG),
          told('TaskManagers', taskManagers, 'count', '/environment/taskManagers'),
          told('jobs', jobs, 'count', '/environment/jobs'),
        ],
        ...(bearable && { fix: { set: { [CONCURRENT]: String(needed) }, unset: [] } }),
      },
    ];
  },
};

/** Each takes a thread of the JobManager: a rule of thumb. */
const MOST_CONCURRENT = 1000;

/** How long the files take is not asked here. */
const FILES = { bytes: 0, jobManagerNetworkOut: 1 };
