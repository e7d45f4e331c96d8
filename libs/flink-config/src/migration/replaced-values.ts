import { type FlinkVersion, isFrom } from '@plimsoll/units';

/** A value that another version spells otherwise, or says by other options as well. */
export interface ReplacedValue {
  readonly to: string;
  /** What is to be set besides, where it is not. */
  readonly also: Readonly<Record<string, string>>;
  readonly reason: string;
}

const same = (to: string, reason: string): ReplacedValue => ({ to, also: {}, reason });

const OLD_PACKAGE = 'org.apache.flink.contrib.streaming.state.';
const NEW_PACKAGE = 'org.apache.flink.state.rocksdb.';

/** State backends whose checkpoints went where their name said; Flink 2.0 knows them no longer. */
const STORAGE_OF: ReadonlyMap<string, string> = new Map([
  ['jobmanager', 'jobmanager'],
  ['filesystem', 'filesystem'],
]);

/** How a value is to be written for another version; undefined where it stays as it is. */
export function replacedValue(
  key: string,
  text: string,
  from: FlinkVersion,
  to: FlinkVersion,
): ReplacedValue | undefined {
  if (key === 'jobmanager.scheduler') return scheduler(text, to);
  const [is2, was2] = [isFrom(to, 2, 0), isFrom(from, 2, 0)];
  if (key === 'state.backend.type' && is2 && !was2) {
    const storage = STORAGE_OF.get(text.toLowerCase());
    if (storage !== undefined) {
      return {
        to: 'hashmap',
        also: { 'execution.checkpointing.storage': storage },
        reason: `2.0 has no state backend ${text}: state is in the heap, and where checkpoints go is said by their storage`,
      };
    }
  }
  if (is2 && !was2 && text.startsWith(OLD_PACKAGE)) {
    return same(NEW_PACKAGE + text.slice(OLD_PACKAGE.length), 'the classes of RocksDB moved with 2.0');
  }
  if (!is2 && was2 && text.startsWith(NEW_PACKAGE)) {
    return same(OLD_PACKAGE + text.slice(NEW_PACKAGE.length), 'the classes of RocksDB moved with 2.0');
  }
  return undefined;
}

/** One scheduler under two names. */
function scheduler(text: string, to: FlinkVersion): ReplacedValue | undefined {
  const lower = text.toLowerCase();
  if (lower === 'ng' && isFrom(to, 1, 17)) return same('Default', 'the same scheduler under its newer name');
  if (lower === 'default' && !isFrom(to, 1, 17)) return same('Ng', 'the same scheduler under its older name');
  return undefined;
}

/** Whether a text names something that the version does not have, though any text is read. */
export const isUnknownValue = (key: string, text: string, version: FlinkVersion): boolean =>
  (key === 'state.backend.type' || key === 'state.backend') &&
  text.toLowerCase() === 'forst' &&
  !isFrom(version, 1, 20);
