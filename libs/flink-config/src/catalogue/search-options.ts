import type { FlinkVersion } from '@plimsoll/units';
import { optionsOf } from './catalogue.js';
import type { FlinkOption } from './flink-option.js';

/** What is looked for among the options of a version. */
export interface OptionSearch {
  readonly flinkVersion: FlinkVersion;
  /** Words that must all occur; without any, every option is found. */
  readonly q?: string;
}

/**
 * The options of a version in which every word of a query occurs: in the key, an old key, the type, a value of the enum or the class
 * that declares it. The key itself comes first, then keys that begin with the query, then keys that hold all of it, then the others;
 * among equals by key.
 */
export function searchOptions({ flinkVersion, q = '' }: OptionSearch): readonly FlinkOption[] {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return optionsOf(flinkVersion);
  const ranked = optionsOf(flinkVersion).flatMap((option) => {
    const rank = rankOf(option, words);
    return rank === undefined ? [] : [{ option, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ option }) => option);
}

function rankOf(option: FlinkOption, words: readonly string[]): number | undefined {
  const key = option.key.toLowerCase();
  const first = words[0] ?? '';
  if (words.length === 1 && key === first) return 0;
  if (words.every((word) => key.includes(word))) return key.startsWith(first) ? 1 : 2;
  const rest = about(option);
  return words.every((word) => key.includes(word) || rest.includes(word)) ? RANK_OF_REST : undefined;
}

const RANK_OF_REST = 3;

const about = (option: FlinkOption): string =>
  [...option.fallbackKeys, ...option.deprecatedKeys, option.type, ...option.enumValues, option.declaredBy]
    .join(' ')
    .toLowerCase();
