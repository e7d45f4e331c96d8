import type { FlinkVersion } from '@plimsoll/units';
import { type FlinkOption, flinkOption } from '../catalogue/index.js';
import type { FlinkConfig, OptionOutcome, ReadFrom } from '../reading/index.js';
import { foundIn, type Raw, readKnown } from '../reading/read-option.js';

/** An option that a configuration sets, by its own key or an old one. */
export interface UsedOption {
  readonly option: FlinkOption;
  /** Its own key, placeholders filled in. */
  readonly key: string;
  readonly raw: Raw;
  readonly from: ReadFrom;
  readonly reading: OptionOutcome;
}

/** Every option that a version of Flink finds set, each once, in the order of the configuration. */
export function usedOptions(config: FlinkConfig, version: FlinkVersion): readonly UsedOption[] {
  const found = new Map<string, FlinkOption>();
  for (const key of Object.keys(config)) {
    const known = flinkOption(version, key);
    if (known === undefined) continue;
    if (known.option !== null) found.set(concreteKey(known.option, key), known.option);
    for (const { option } of known.readBy) found.set(option.key, option);
  }
  return [...found].flatMap(([key, option]) => {
    const set = foundIn(config, option, key);
    return set === undefined
      ? []
      : [{ option, key, ...set, reading: readKnown(config, version, option, key) }];
  });
}

/** The key of an option with its placeholders as a configuration fills them in; entries of a map count to the map. */
function concreteKey(option: FlinkOption, key: string): string {
  if (!option.pattern) return option.key;
  const segments = option.key.split('.').length;
  return option.prefixMap ? key.split('.').slice(0, segments).join('.') : key;
}
