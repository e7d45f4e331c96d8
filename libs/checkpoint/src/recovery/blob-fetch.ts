import { derive, type Figure, formula, given, parameter } from '@plimsoll/trace';
import { PER_FETCH, SOMAXCONN } from './parameters.js';
import type { BlobFetch } from './request.js';
import type { BlobPressure } from './result.js';
import { givenOr, givenOrFlink, oneUnless } from './scope.js';

/** TaskManagers that fetch a job's files from the JobManager, all at once: who is served, who waits, who is turned away. */
const TASK_MANAGER_REQUESTS = formula({
  reference: 'F10.1',
  label: 'Requests at once, one of each TaskManager and job',
  unit: 'count',
  inputs: { taskManagers: 'count', jobs: 'count' },
  text: 'taskManagers × jobs',
  compute: ({ taskManagers, jobs }) => taskManagers * jobs,
});

const FETCHES = formula({
  reference: 'F10.1',
  label: 'Files fetched in all',
  unit: 'count',
  inputs: { taskManagers: 'count', jobs: 'count', blobsPerJob: 'count' },
  text: 'taskManagers × jobs × blobsPerJob',
  compute: ({ taskManagers, jobs, blobsPerJob }) => taskManagers * jobs * blobsPerJob,
});

const SERVING = formula({
  reference: 'F10.1',
  label: 'Connections that are served',
  unit: 'count',
  inputs: { concurrent: 'count', hungConnections: 'count' },
  text: 'concurrent − hungConnections',
  evidence: 'verified',
  compute: ({ concurrent, hungConnections }) => concurrent - hungConnections,
});

/** One more is accepted and held until a connection is free. */
const WAITING_ROOM = formula({
  reference: 'F10.1',
  label: 'Connections that can wait',
  unit: 'count',
  inputs: { backlog: 'count', somaxconn: 'count' },
  text: '1 + min(backlog, somaxconn)',
  evidence: 'verified',
  compute: ({ backlog, somaxconn }) => 1 + Math.min(backlog, somaxconn),
});

const OVERFLOW = formula({
  reference: 'F10.1',
  label: 'Requests that are turned away',
  unit: 'count',
  inputs: { requests: 'count', served: 'count', waiting: 'count' },
  text: 'max(0, requests − (served + waiting))',
  compute: ({ requests, served, waiting }) => Math.max(0, requests - (served + waiting)),
});

const FETCH_TIME = formula({
  reference: 'F10.1',
  label: 'Time to fetch all files, at least',
  unit: 'ms',
  inputs: {
    fetches: 'count',
    blobBytes: 'bytes',
    jobManagerNetworkOut: 'bytesPerSecond',
    served: 'count',
    perFetch: 'ms',
  },
  text: 'max(fetches × blobBytes ÷ jobManagerNetworkOut × 1 s, ⌈fetches ÷ served⌉ × perFetch)',
  compute: ({ fetches, blobBytes, jobManagerNetworkOut, served, perFetch }) =>
    Math.max(((fetches * blobBytes) / jobManagerNetworkOut) * 1000, Math.ceil(fetches / served) * perFetch),
});

export interface BlobFigures {
  readonly pressure: BlobPressure;
  readonly time: Figure<'ms'>;
  readonly overflow: Figure<'count'>;
}

const POINTER = '/cluster/blobs';

/**
 * @param fetching TaskManagers that do not have the job’s files
 * @param servedBy the JobManager, or the store of its high availability, which is asked first where there is one
 */
export function blobFetch(
  blobs: BlobFetch,
  fetching: Figure<'count'>,
  servedBy: BlobPressure['servedBy'],
): BlobFigures {
  const jobs = oneUnless(blobs.jobs, `${POINTER}/jobs`);
  const blobsPerJob = given('count', blobs.perJob, `${POINTER}/perJob`);
  const fetches = derive('blobs.fetches', FETCHES, { taskManagers: fetching, jobs, blobsPerJob });
  const requests =
    blobs.parallel === true
      ? fetches
      : derive('blobs.requests', TASK_MANAGER_REQUESTS, { taskManagers: fetching, jobs });
  const served = derive('blobs.served', SERVING, {
    concurrent: givenOrFlink(
      'count',
      blobs.concurrent,
      `${POINTER}/concurrent`,
      'blob.fetch.num-concurrent',
      50,
    ),
    hungConnections: given('count', blobs.hungConnections ?? 0, `${POINTER}/hungConnections`),
  });
  const waiting = derive('blobs.waiting', WAITING_ROOM, {
    backlog: givenOrFlink('count', blobs.backlog, `${POINTER}/backlog`, 'blob.fetch.backlog', 1000),
    somaxconn: givenOr('count', blobs.somaxconn, `${POINTER}/somaxconn`, parameter(SOMAXCONN)),
  });
  const overflow = derive('blobs.overflow', OVERFLOW, { requests, served, waiting });
  const time = derive('blobs.time', FETCH_TIME, {
    fetches,
    blobBytes: given('bytes', blobs.bytes, `${POINTER}/bytes`),
    jobManagerNetworkOut: given(
      'bytesPerSecond',
      blobs.jobManagerNetworkOut,
      `${POINTER}/jobManagerNetworkOut`,
    ),
    served,
    perFetch: givenOr('ms', blobs.perFetchMs, `${POINTER}/perFetchMs`, parameter(PER_FETCH)),
  });
  const pressure = {
    simultaneousRequests: requests.value,
    totalFetches: fetches.value,
    acceptable: served.value + waiting.value,
    queued: Math.min(Math.max(0, requests.value - served.value), waiting.value),
    overflow: overflow.value,
    leastMs: time.value,
    servedBy,
  };
  return { pressure, time, overflow };
}

export const BLOB_FETCH_FORMULAS = [
  TASK_MANAGER_REQUESTS,
  FETCHES,
  SERVING,
  WAITING_ROOM,
  OVERFLOW,
  FETCH_TIME,
];
