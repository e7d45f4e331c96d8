import { type Known, known, knownDefault } from '@plimsoll/trace';
import { type FlinkVersion, isFrom, javaTrim, parseJavaInt } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { FlinkException, ILLEGAL_ARGUMENT, illegalConfiguration } from '../flink-exception.js';
import { option } from '../option.js';
import type { ManagedMemoryConsumer } from './request.js';

const WEIGHTS = option('taskmanager.memory.managed.consumer-weights');

/** The names under which each consumer's weight is looked for: 1.12 knows the last ones alone, 2.0 the first. */
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
  const found = reader.text(WEIGHTS);
  const given = found === undefined ? undefined : entriesIn(found.text);
  if (given !== undefined && !isFrom(reader.version, 1, 13)) checkOfOldNames(given);
  const weight = (consumer: ManagedMemoryConsumer): Known<'count'> => {
    const configured = given === undefined ? DEFAULTS[consumer] : weightIn(given, consumer, reader.version);
    if (!consumers.has(consumer)) return known('count', 0, '/consumers');
    return given === undefined
      ? knownDefault('count', configured, WEIGHTS.key)
      : known('count', configured, WEIGHTS.pointer);
  };
  return {
    OPERATOR: weight('OPERATOR'),
    STATE_BACKEND: weight('STATE_BACKEND'),
    PYTHON: weight('PYTHON'),
  };
}

/** What is not looked for may hold anything. */
function weightIn(
  given: ReadonlyMap<string, string>,
  consumer: ManagedMemoryConsumer,
  version: FlinkVersion,
): number {
  for (const name of namesOf(consumer, version)) {
    const text = given.get(name);
    if (text !== undefined) return weightOf(text, consumer);
  }
  return 0;
}

function namesOf(consumer: ManagedMemoryConsumer, version: FlinkVersion): readonly string[] {
  if (isFrom(version, 2, 0)) return NAMES[consumer].slice(0, 1);
  return isFrom(version, 1, 13) ? NAMES[consumer] : NAMES[consumer].slice(-1);
}

function weightOf(text: string, consumer: string): number {
  const weight = parseJavaInt(text);
  if (weight.kind === 'thrown') {
    const { exception, message } = weight;
    throw new FlinkException(exception, message, reason(`"${text}" in ${WEIGHTS.key} is no whole number.`));
  }
  if (weight.value < 0) throw negative(consumer, weight.value);
  return weight.value;
}

/** Flink 1.12 reads every entry, and knows two names. */
function checkOfOldNames(given: ReadonlyMap<string, string>): void {
  for (const [name, text] of given) {
    weightOf(text, name);
    if (name !== 'DATAPROC' && name !== 'PYTHON') throw unknown(name);
  }
}

function entriesIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    itemsOf(text).map((item) => {
      const [name = '', weight, ...more] = item.split(':').map((part) => unquoted(javaTrim(part)));
      if (weight === undefined || more.length > 0) throw unreadable(text);
      return [name, weight];
    }),
  );
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
