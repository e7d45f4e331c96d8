import { type NearKey, nearestKeys } from '@plimsoll/flink-config';
import type { FlinkVersion } from '@plimsoll/units';

/** Of so many different keys of one request. A search takes some tenths of a millisecond, and a file of 4 MiB has room for 100,000. */
const MOST = 500;

/** The keys that were probably meant by unknown ones, in all documents of a request. */
export class Spellings {
  readonly #found = new Map<string, readonly NearKey[]>();

  /** Undefined where too many others were asked for before it. */
  nearest(version: FlinkVersion, key: string): readonly NearKey[] | undefined {
    const name = `${version.major}.${version.minor} ${key}`;
    const found = this.#found.get(name);
    if (found !== undefined || this.#found.size >= MOST) return found;
    const near = nearestKeys(version, key);
    this.#found.set(name, near);
    return near;
  }
}
