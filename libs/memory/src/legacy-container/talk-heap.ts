import { type Derivation, type Known, known, knownDefault } from '@plimsoll/trace';
import { parseJavaDouble } from '@plimsoll/units';
import { configPointer } from '../option.js';
import { TALK_HEAP } from './formulas.js';
import { finite, type LegacyConfiguration } from './legacy-configuration.js';
import { CUTOFF_RATIO } from './options.js';

/** The heap by the talk's arithmetic: the container less the ratio as it is written, without a minimum and without float32. */
export function talkHeap(
  config: LegacyConfiguration,
  container: Known<'bytes'>,
  d: Derivation,
): Known<'bytes'> {
  return d.derive('legacyContainer.talkHeap', TALK_HEAP, { container, ratio: ratioAsWritten(config) });
}

function ratioAsWritten(config: LegacyConfiguration): Known<'ratio'> {
  const found = config.find(CUTOFF_RATIO);
  const read = found === undefined ? undefined : parseJavaDouble(found.text);
  if (found === undefined || read?.kind !== 'value') {
    return knownDefault('ratio', CUTOFF_RATIO.byDefault, CUTOFF_RATIO.key);
  }
  return finite(known('ratio', read.value, configPointer(found.key)));
}
