import { optionsOf } from '@plimsoll/flink-config';
import type { ConfigReader } from '../config-reader.js';

const known = new Map<string, ReadonlySet<string>>();

/** Whether a key begins like those of Flink: `taskmanager`, `state`. */
export function beginsLikeFlink({ version, flinkVersion }: ConfigReader, key: string): boolean {
  const found = known.get(flinkVersion) ?? new Set(optionsOf(version).map((option) => first(option.key)));
  known.set(flinkVersion, found);
  return found.has(first(key));
}

const first = (key: string): string => key.split('.', 1)[0] ?? key;
