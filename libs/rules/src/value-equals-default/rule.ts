import { type FlinkOption, readOption, sameValue } from '@plimsoll/flink-config';
import type { ConfigReader } from '../config-reader.js';
import type { Rule } from '../rule.js';
import { entry } from '../setting-evidence.js';

/** So many are named; the others are counted. */
const NAMED = 20;

export const rule: Rule = {
  id: 'value-equals-default',
  family: 'file',
  severity: 'info',
  title: 'Settings that say what Flink does anyway',
  why: 'A line that repeats a default hides the lines that matter, and it stays when a later version has a better default. Where it is there on purpose, to hold a value over upgrades, it does no harm; that is why this is told while a configuration is developed only, and once for the file.',
  remedy: 'Take out the lines that nobody put there on purpose.',
  reference: 'Configuration',
  source: 'Flink documentation',
  needs: [],
  sets: ['development'],
  check({ config }) {
    const keys = Object.keys(config.entries)
      .filter((key) => saysDefault(config, key))
      .sort();
    const [first] = keys;
    if (first === undefined) return [];
    const named = keys.slice(0, NAMED).join(', ');
    const more = keys.length > NAMED ? ` and ${keys.length - NAMED} more` : '';
    return [
      {
        message: `${keys.length === 1 ? 'One setting is' : `${keys.length} settings are`} the default of Flink ${config.flinkVersion}: ${named}${more}.`,
        path: first,
        evidence: keys.slice(0, NAMED).map((key) => entry(config, key)),
      },
    ];
  },
};

/** Flink asks of its memory options whether they are set at all, so a default there is not nothing. */
const SET_MATTERS = /^(?:task|job)manager\.memory\./;

function saysDefault(config: ConfigReader, key: string): boolean {
  const option = config.known(key)?.option;
  if (option === null || option === undefined || option.pattern || isOfPlace(option)) return false;
  if (SET_MATTERS.test(key)) return false;
  const reading = config.reading(key);
  if (reading === null || reading.value === null || reading.from.key !== key) return false;
  return reading.from.ignored.length === 0 && sameValue(reading.value, defaultOf(config, key));
}

const isOfPlace = ({ defaultDependsOnEnvironment, defaultValue }: FlinkOption): boolean =>
  defaultDependsOnEnvironment || defaultValue === null;

function defaultOf(config: ConfigReader, key: string) {
  const unset = readOption({}, config.version, key);
  return unset.kind === 'ok' ? unset.value.value : null;
}
