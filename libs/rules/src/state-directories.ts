import type { LintDeployment, LintFacts } from './facts.js';
import { embeddedBackendOf } from './state-backend.js';

const KEYS = {
  rocksdb: 'state.backend.rocksdb.localdir',
  forst: 'state.backend.forst.local-dir',
} as const;
const TMP = 'io.tmp.dirs';
/** As Flink splits them, so that a scheme would be a directory of its own. */
const SEPARATORS = /[,:]/;

/** Where RocksDB or ForSt keep their files. */
export interface StateDirectories {
  readonly backend: 'rocksdb' | 'forst';
  /** The option that is for it. */
  readonly key: string;
  readonly paths: readonly string[];
  /** The key that says so; it is `io.tmp.dirs` where the option is not set. */
  readonly from: string;
  readonly stated: boolean;
}

/** Null where state lies on the heap, or a directory cannot be told: on YARN the cluster gives them. */
export function stateDirectories(facts: LintFacts): StateDirectories | null {
  const { config, deployment } = facts;
  const backend = embeddedBackendOf(facts);
  if (backend === null) return null;
  const key = KEYS[backend];
  if (config.sets(key)) {
    const text = config.text(key);
    return text === null ? null : { backend, key, paths: split(text), from: config.keyOf(key), stated: true };
  }
  if (deployment?.kind === 'Yarn') return null;
  const text = config.text(TMP) ?? '/tmp';
  return { backend, key, paths: split(text), from: config.keyOf(TMP), stated: false };
}

const split = (text: string): string[] =>
  text
    .split(SEPARATORS)
    .map((path) => path.trim())
    .filter((path) => path !== '');

export const isUnder = (path: string, directory: string): boolean => {
  const parent = directory.replace(/\/+$/, '');
  return path === parent || path.startsWith(`${parent}/`);
};

type Volume = NonNullable<LintDeployment['volumes']>[number];

/** The volume that a directory lies on: the innermost of those that hold it; undefined for the root disk of the container. */
export const volumeOf = (path: string, volumes: readonly Volume[]): Volume | undefined =>
  volumes
    .filter((volume) => isUnder(path, volume.path))
    .reduce<Volume | undefined>(
      (best, one) => (best === undefined || one.path.length > best.path.length ? one : best),
      undefined,
    );

/** The one local volume that state could lie on; undefined where there is none, or a choice. */
export function localVolume(volumes: readonly Volume[]): Volume | undefined {
  const [first, ...others] = volumes.filter(({ attachment }) => attachment === 'local');
  return others.length === 0 ? first : undefined;
}
