import type { FlinkVersion } from '@plimsoll/units';
import { versionText } from '@plimsoll/units';
import type { RecoveryFinding } from '../recovery/finding.js';
import { backendKey, backendNamed, isRead, spelled } from './backend-names.js';
import type { DiskNeed, StateNeed, StorageOption } from './request.js';
import type { BackendAdvice, DiskAdvice, StateBackendName } from './result.js';

/** What to know beside the choice of a disk. */
export function diskFindings(
  need: DiskNeed,
  { choice, failing }: DiskAdvice,
  options: readonly StorageOption[],
): RecoveryFinding[] {
  const chosen = options.find(({ id }) => id === choice);
  return [
    ...options.flatMap(writesFasterThanReads),
    ...(chosen === undefined ? [nothingFits(need, failing)] : lostWithInstance(chosen)),
  ];
}

function writesFasterThanReads(option: StorageOption): RecoveryFinding[] {
  const { id, readIops, writeIops = readIops } = option;
  if (writeIops <= readIops) return [];
  return [
    {
      ruleId: 'storage-writes-faster-than-reads',
      severity: 'info',
      title: 'An option writes faster than it reads',
      message: `${id} is listed with ${writeIops} writes and ${readIops} reads per second, which is unusual for flash and may be a slip: reads are what it is sized by.`,
      path: '/options',
      evidence: [
        { name: 'reads', value: readIops, unit: 'operationsPerSecond', from: '/options' },
        { name: 'writes', value: writeIops, unit: 'operationsPerSecond', from: '/options' },
      ],
      reference: 'F9.1',
    },
  ];
}

const LACKS = {
  bytes: 'size',
  iops: 'operations per second',
  bytesPerSecond: 'throughput at this size of one operation',
  mustSurviveInstance: 'that data survive the instance',
} as const;

const nothingFits = (need: DiskNeed, failing: DiskAdvice['failing']): RecoveryFinding => ({
  ruleId: 'no-storage-option-fits',
  severity: 'error',
  title: 'No option meets the need',
  message: `The options fail in ${failing.map((dimension) => LACKS[dimension]).join(', ')}. Spread the state over more machines, need less of it, or add other options.`,
  path: '/need',
  evidence: failing.map((dimension) => ({
    name: LACKS[dimension],
    value: need[dimension] ?? false,
    unit: UNITS[dimension],
    from: `/need/${dimension}`,
  })),
  reference: 'F9.1',
});

const UNITS = {
  bytes: 'bytes',
  iops: 'operationsPerSecond',
  bytesPerSecond: 'bytesPerSecond',
  mustSurviveInstance: 'flag',
} as const;

function lostWithInstance(option: StorageOption): RecoveryFinding[] {
  if (option.survivesInstance) return [];
  return [
    {
      ruleId: 'local-disk-is-lost-with-its-instance',
      severity: 'info',
      title: 'The chosen disk is lost with its instance',
      message: `What lies on ${option.id} is gone when its machine is: the state comes back from the last checkpoint, and that restore belongs into the recovery that was promised. Not for the JobManager’s high availability.`,
      path: '/options',
      evidence: [{ name: 'option', value: option.id, unit: 'text', from: '/options' }],
      reference: 'F4.10',
    },
  ];
}

/** What to know beside the choice of a state backend. */
export function backendFindings(
  state: StateNeed,
  advice: BackendAdvice,
  version: FlinkVersion,
): RecoveryFinding[] {
  return [
    ...oldName(state, version),
    ...nowhere(advice),
    ...tooSlow(state, advice),
    ...directory(state, advice.stateBackend),
  ];
}

/** A backend that holds the state may still not answer as often as it is asked. */
function tooSlow({ cores, accessesPerSecond }: StateNeed, advice: BackendAdvice): RecoveryFinding[] {
  const chosen = advice.candidates.find(({ stateBackend }) => stateBackend === advice.stateBackend);
  const busy = chosen?.accessCores ?? null;
  if (chosen === undefined || busy === null || cores === undefined || busy < cores) return [];
  return [
    {
      ruleId: 'state-access-needs-more-cores',
      severity: 'warning',
      title: 'Access to state takes more cores than there are',
      message: `At ${accessesPerSecond} accesses per second ${chosen.stateBackend} keeps ${busy.toPrecision(3)} cores busy, and a TaskManager has ${cores}. Spread the state over more TaskManagers, or give it more managed memory, so that its cache answers more.`,
      path: '/state/accessesPerSecond',
      evidence: [
        { name: 'busy', value: busy, unit: 'cores', from: `backend.${chosen.stateBackend}.cores` },
        { name: 'cores', value: cores, unit: 'cores', from: '/state/cores' },
      ],
      reference: 'F9.1',
    },
  ];
}

function oldName({ stateBackend: name }: StateNeed, version: FlinkVersion): RecoveryFinding[] {
  const backend = name === undefined ? undefined : backendNamed(name);
  if (name === undefined || backend === undefined || isRead(name, version)) return [];
  const today = spelled(backend, version);
  const key = backendKey(version);
  const known = isRead(today, version);
  return [
    {
      ruleId: 'state-backend-name-not-read',
      severity: 'error',
      title: 'Flink of this version does not know this name of a state backend',
      message:
        `Flink ${versionText(version)} takes "${name}" for the name of a class and does not start. ${known ? `Write "${today}".` : 'It has forst from 2.0 on: take rocksdb.'} ${backend === 'hashmap' ? 'Where checkpoints go is set apart from it, by execution.checkpointing.dir or state.checkpoints.dir.' : ''}`.trim(),
      path: key,
      evidence: [{ name: 'name', value: name, unit: 'text', from: '/state/stateBackend' }],
      fix: { set: { [key]: known ? today : 'rocksdb' }, unset: [] },
      reference: 'F9.1',
    },
  ];
}

function nowhere({ stateBackend, candidates }: BackendAdvice): RecoveryFinding[] {
  if (stateBackend !== null) return [];
  return [
    {
      ruleId: 'no-state-backend-fits',
      severity: 'error',
      title: 'The state fits no state backend',
      message: `It takes more than heap and disk of a TaskManager: ${candidates.map(({ stateBackend: name, why }) => `${name}: ${why}`).join('; ')}. Spread it over more TaskManagers, or give them more disk.`,
      path: '/state/stateBytes',
      evidence: candidates.map(({ stateBackend: name, takesBytes }) => ({
        name,
        value: takesBytes,
        unit: 'bytes',
        from: '/state/stateBytes',
      })),
      reference: 'F4.1',
    },
  ];
}

const DIRECTORY_KEYS: Readonly<Partial<Record<StateBackendName, string>>> = {
  rocksdb: 'state.backend.rocksdb.localdir',
  forst: 'state.backend.forst.local-dir',
};

/** Without a directory RocksDB writes where temporary files go: in a container that is the root disk, often a network volume. */
function directory(state: StateNeed, backend: StateBackendName | null): RecoveryFinding[] {
  const key = backend === null ? undefined : DIRECTORY_KEYS[backend];
  const { localDirectory, volumePath } = state;
  if (key === undefined || backend === null) return [];
  if (localDirectory !== undefined && (volumePath === undefined || isUnder(localDirectory, volumePath)))
    return [];
  const there =
    localDirectory === undefined
      ? 'Without a directory of its own it writes to the directory for temporary files'
      : `${localDirectory} is not on the volume ${volumePath}`;
  return [
    {
      ruleId: 'state-directory-on-root-disk',
      severity: 'warning',
      title: `${backend} writes to the root disk`,
      message: `${there}: in a container that is its root disk, which is often a slow volume in the network and small. Mount a fast disk and set ${key}.`,
      path: key,
      evidence: [
        {
          name: 'directory',
          value: localDirectory ?? 'not set',
          unit: 'text',
          from: '/state/localDirectory',
        },
      ],
      ...(volumePath === undefined ? {} : { fix: { set: { [key]: volumePath }, unset: [] } }),
      reference: 'F9.1',
    },
  ];
}

/** Several directories stand with commas between them: each must be on the volume. */
const isUnder = (paths: string, directoryPath: string): boolean => {
  const parent = directoryPath.replace(/\/+$/, '');
  return paths
    .split(',')
    .map((path) => path.trim())
    .every((path) => path === parent || path.startsWith(`${parent}/`));
};
