import { type Known, known, knownDefault } from '@plimsoll/trace';
import { type FlinkVersion, isFrom, javaTrim, parseJavaInt } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { FlinkException, ILLEGAL_ARGUMENT, illegalConfiguration } from '../flink-exception.js';
import { option } from '../option.js';
import type { ManagedMemoryConsumer } from './request.js';

const WEIGHTS = option('taskmanager.memory.managed.consumer-weights');

/** The names under which each consumer's weight is looked for; 1.12 knows no others than the last. */
const NAMES: Readonly<Record<ManagedMemoryConsumer, readonly string[]>> = {
  OPERATOR: ['OPERATOR', 'DATAPROC'],
  STATE_BACKEND: ['STATE_BACKEND', 'DATAPROC'],
  PYTHON: ['PYTHON'],
};

const DEFAULTS: Readonly<Record<ManagedMemoryConsumer, number>> = {
  OPERATOR: 70,
  STATE_BACKEND: 70,
  PYTHON: 30,
};

export type ConsumerWeights = Readonly<Record<ManagedMemoryConsumer, Known<'count'>>>;

/**
 * The weight of each consumer of managed memory that is in use; 0 of those that are not.
 * @throws FlinkException where a weight is negative or no number
 * @see org.apache.flink.runtime.util.config.memory.ManagedMemoryUtils
 */
export function consumerWeights(
  reader: ConfigReader,
  consumers: ReadonlySet<ManagedMemoryConsumer>,
): ConsumerWeights {
  const given = entries(reader);
  const weight = (consumer: ManagedMemoryConsumer): Known<'count'> => {
    if (!consumers.has(consumer)) return known('count', 0, '/consumers');
    if (given === undefined) return knownDefault('count', DEFAULTS[consumer], WEIGHTS.key);
    const name = namesOf(consumer, reader.version).find((candidate) => given.has(candidate));
    return known('count', name === undefined ? 0 : (given.get(name) ?? 0), WEIGHTS.pointer);
  };
  return {
    OPERATOR: weight('OPERATOR'),
    STATE_BACKEND: weight('STATE_BACKEND'),
    PYTHON: weight('PYTHON'),
  };
}

const namesOf = (consumer: ManagedMemoryConsumer, version: FlinkVersion): readonly string[] =>
  isFrom(version, 1, 13) ? NAMES[consumer] : NAMES[consumer].slice(-1);

/** The map that the option holds; undefined where it is not set. */
function entries(reader: ConfigReader): ReadonlyMap<string, number> | undefined {
  const found = reader.text(WEIGHTS);
  if (found === undefined) return undefined;
  const weights = new Map<string, number>();
  for (const entry of itemsOf(found.text)) {
    const [name = '', text, ...more] = entry.split(':').map((part) => unquoted(javaTrim(part)));
    if (text === undefined || more.length > 0) throw unreadable(found.text);
    const weight = parseJavaInt(text);
    if (weight.kind === 'thrown') throw unreadable(found.text);
    if (!isFrom(reader.version, 1, 13) && !['DATAPROC', 'PYTHON'].includes(name)) throw unknown(name);
    if (weight.value < 0) throw negative(name, weight.value);
    weights.set(name, weight.value);
  }
  return weights;
}

/** `a:1,b:2`, or the same in the braces of YAML. */
const itemsOf = (text: string): readonly string[] =>
  javaTrim(text)
    .replace(/^\{(.*)\}$/s, '$1')
    .split(',')
    .filter((item) => javaTrim(item) !== '');

const unquoted = (text: string): string => text.replace(/^(['"])(.*)\1$/s, '$2');

const reason = (detail: string) => ({
  keys: [WEIGHTS.key],
  detail,
  fixes: [{ set: {}, unset: [WEIGHTS.key] }],
});

const unreadable = (text: string): FlinkException =>
  new FlinkException(
    ILLEGAL_ARGUMENT,
    `Could not parse value '${text}' for key '${WEIGHTS.key}'.`,
    reason(`${WEIGHTS.key} is a list of NAME:weight, weights being whole numbers.`),
  );

const unknown = (name: string): FlinkException =>
  illegalConfiguration(
    `Unknown managed memory consumer: ${name}`,
    reason(`Flink 1.12 knows the consumers DATAPROC and PYTHON in ${WEIGHTS.key}.`),
  );

const negative = (name: string, weight: number): FlinkException =>
  illegalConfiguration(
    `Managed memory weight should not be negative. Configured weight for ${name} is ${weight}.`,
    reason(`${WEIGHTS.key} gives ${name} the weight ${weight}; weights are from 0.`),
  );

/** What Flink throws when managed memory is asked for without a weight. */
export const noWeight = (): FlinkException =>
  new FlinkException(
    ILLEGAL_ARGUMENT,
    'The fraction of memory to allocate should not be 0. Please make sure that all types of managed memory consumers contained ' +
      `in the job are configured with a non-negative weight via \`${WEIGHTS.key}\`.`,
    reason(`${WEIGHTS.key} gives the state backend no weight, so it gets none of the managed memory.`),
  );
