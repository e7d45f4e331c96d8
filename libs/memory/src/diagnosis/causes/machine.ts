import type { Cause } from '../cause.js';
import { operand, poolEvidence, said } from '../evidence.js';
import { fromText } from '../facts.js';
import { CONTAINER_EVENTS, MAPPINGS, NATIVE_TRACKING, RESIDENT } from '../measurements.js';
import { noRemedy } from '../remedy/remedy.js';

const RESERVE = /reserve enough space for (\d{1,15})KB object heap/;
const MAP = /failed to (?:map|allocate) (\d{1,18}) bytes/;

export const MACHINE_CAUSES: readonly Cause[] = [
  {
    id: 'heap-not-reserved',
    pool: 'machine',
    rank: 'start',
    signs: ['Could not reserve enough space for'],
    judge: (facts, sighting) => {
      const [, kilobytes] = RESERVE.exec(sighting.excerpt) ?? [];
      return {
        explanation:
          'The operating system did not give the JVM the address space for -Xmx: a limit on it (ulimit -v), a machine that does not overcommit and has less memory free, or a 32-bit JVM.',
        confidence: { level: 'high', reasons: ['The JVM says this before it has used any memory.'] },
        evidence: [
          said(
            sighting,
            'The heap could not be reserved.',
            ...(kilobytes === undefined ? [] : [operand('heap', fromText(BigInt(kilobytes) * 1024n))]),
          ),
          ...poolEvidence(facts, 'heap', 'The heap'),
        ],
        ...noRemedy(
          'How much the machine can give is not known: lower process.size to what is free there (free -m, ulimit -v), or start on a larger one.',
        ),
        notThis: [{ action: 'Raise the heap', reason: 'It is what could not be reserved.' }],
        measureNext: [CONTAINER_EVENTS],
      };
    },
  },
  {
    id: 'native-memory-not-committed',
    pool: 'machine',
    rank: 'pool',
    signs: [
      'insufficient memory for the Java Runtime Environment',
      'os::commit_memory',
      'Native memory allocation (m',
    ],
    explains: ['native-allocation'],
    judge: (_facts, sighting) => {
      const [, bytes] = MAP.exec(sighting.excerpt) ?? [];
      return {
        explanation:
          'The machine had no memory left to commit for the JVM, although the JVM was within its own limits: its processes together ask for more than there is.',
        confidence: {
          level: 'high',
          reasons: ['The JVM says that the operating system refused, not that one of its pools is full.'],
        },
        evidence: [
          said(
            sighting,
            'The operating system refused memory to the JVM.',
            ...(bytes === undefined ? [] : [operand('asked for', fromText(BigInt(bytes)))]),
          ),
        ],
        ...noRemedy(
          'No size of Flink’s is known to be wrong: put fewer or smaller processes on the machine.',
        ),
        notThis: [
          {
            action: 'Raise any memory option',
            reason: 'The process then asks for still more that is not there.',
          },
        ],
        measureNext: [RESIDENT, NATIVE_TRACKING, MAPPINGS],
      };
    },
  },
  {
    id: 'evicted-for-another-reason',
    pool: 'none',
    rank: 'container',
    signs: [
      'The node was low on resource: ephemeral-storage',
      'The node was low on resource: inodes',
      'The node was low on resource: pids',
      'ephemeral local storage usage exceeds',
      'exceeds its local ephemeral storage limit',
      'Usage of EmptyDir volume',
      'had condition: [DiskPressure]',
      'had condition: [PIDPressure]',
    ],
    explains: ['machine-out-of-memory', 'killed', 'terminated'],
    judge: (_facts, sighting) => ({
      explanation:
        'The kubelet evicted the pod for disk or processes, not for memory: RocksDB’s files, spilled data, logs or core dumps fill the disk of the pod (io.tmp.dirs and state.backend.rocksdb.localdir by default lie there).',
      confidence: { level: 'high', reasons: ['The kubelet names the resource that was short.'] },
      evidence: [said(sighting, 'The pod was evicted for something other than memory.')],
      ...noRemedy(
        'No memory option helps: give the working directories a volume of their own that is large enough.',
      ),
      notThis: [{ action: 'Raise memory options', reason: 'Memory was not what was short.' }],
      measureNext: [CONTAINER_EVENTS],
    }),
  },
  {
    id: 'machine-out-of-memory',
    pool: 'machine',
    rank: 'container',
    signs: [
      'oom-kill:constraint=CONSTRAINT_NONE',
      'Out of memory: Killed process',
      'Out of memory: Kill process',
      'The node was low on resource: memory',
    ],
    reasons: ['evicted'],
    explains: ['killed', 'terminated'],
    judge: (_facts, sighting) => ({
      explanation:
        'The machine ran out of memory, not the container: the kernel or the kubelet chose this process by its size or because it held more than it had requested.',
      confidence: {
        level: sighting.by === 'text' ? 'high' : 'medium',
        reasons: [
          sighting.by === 'text'
            ? 'Kernel and kubelet say so of the machine.'
            : 'Pods are evicted for disk and processes as well; the message of the pod says which.',
        ],
      },
      evidence: [said(sighting, 'The machine was short of memory.')],
      ...noRemedy(
        'The process may be well within its size: request as much memory as the limit is (kubernetes.*.memory.limit-factor 1), and place fewer processes on the machine.',
      ),
      notThis: [{ action: 'Raise process.size', reason: 'The machine then has still less for all of them.' }],
      measureNext: [CONTAINER_EVENTS, RESIDENT],
    }),
  },
];
