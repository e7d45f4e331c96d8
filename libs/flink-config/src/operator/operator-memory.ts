import { memorySizeText, type Outcome, ok, parseMemorySize, rejected } from '@plimsoll/units';
import { operatorQuantityText } from './operator-quantity.js';
import { NEWEST_OPERATOR, parseOperatorVersion, readsQuantities } from './operator-version.js';

/** What becomes of the text in `resource.memory` of a FlinkDeployment. */
export interface OperatorMemory {
  /** What the operator writes to `…memory.process.size`. */
  readonly configValue: string;
  /** What Flink reads there. */
  readonly bytes: bigint;
}

/**
 * How the Flink Kubernetes operator reads `resource.memory`. Up to 1.6 it passes the text on, so that only Flink's units work
 * (`2g`, `2048m`). From 1.7 it reads as Flink does first and as a Kubernetes quantity where that fails (`2Gi`); `2G` thus is
 * 2 × 2^30. What ends up with a fraction (`1.5Gi`) is rejected: Flink does not read it.
 */
export function operatorMemory(
  text: string,
  operatorVersion: string = NEWEST_OPERATOR,
  pointer = '/resourceMemory',
): Outcome<OperatorMemory> {
  const version = parseOperatorVersion(operatorVersion, '/operatorVersion');
  if (version.kind === 'rejected') return version;
  const configValue = readsQuantities(version.value) ? operatorConfigValue(text) : text;
  if (configValue !== null) {
    const read = parseMemorySize(configValue);
    if (read.kind === 'value') return ok({ configValue, bytes: read.value });
  }
  const passedOn = readsQuantities(version.value)
    ? configValue === null
      ? 'neither Flink nor Kubernetes reads this'
      : `the operator turns this into "${configValue}", which Flink does not read`
    : `operator ${operatorVersion} passes this on to Flink, which does not read it`;
  return rejected({ pointer, received: text, message: `${passedOn}: ${remedy(text)}` });
}

/**
 * What operator 1.7 and later write to the process size for a text: `2 gb` for `2g`, `2147483648` for `2Gi`, and
 * `1610612736.0`, which Flink then refuses, for `1.5Gi`. Null where the operator itself can make nothing of the text.
 */
export function operatorConfigValue(text: string): string | null {
  const asFlink = parseMemorySize(text);
  return asFlink.kind === 'value' ? memorySizeText(asFlink.value) : operatorQuantityText(text);
}

const SIZE = /^\s*(\d{1,12})(?:\.(\d{1,9}))?\s*([kmgt])i?b?\s*$/i;
const SMALLER: Readonly<Record<string, string>> = { k: 'b', m: 'k', g: 'm', t: 'g' };

/** The same size in a spelling that every operator and every Flink reads alike. */
function remedy(text: string): string {
  const [, whole = '', fraction = '', prefix] = SIZE.exec(text) ?? [];
  const unit = prefix?.toLowerCase();
  if (unit === undefined) return 'write a whole number with k, m, g or t, as in "2048m"';
  if (Number(fraction) === 0) return `write "${whole}${unit}"`;
  const scale = 10n ** BigInt(fraction.length);
  const smaller = (BigInt(whole + fraction) * 1024n + scale - 1n) / scale;
  return `write a whole number, "${smaller}${SMALLER[unit] ?? unit}"`;
}
