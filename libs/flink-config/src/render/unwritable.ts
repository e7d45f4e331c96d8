import { type FlinkVersion, isFrom, type Rejection, versionText } from '@plimsoll/units';
import { HIDDEN, isSensitiveKey } from '../secrets/index.js';
import type { ConfigFormat, Entry } from './request.js';

/** What a text may not be, and what to do then. */
interface Ban {
  readonly pattern: RegExp;
  readonly message: string;
}

const ban = (pattern: RegExp, message: string): Ban => ({ pattern, message });

const EDGES = /^[\0-\x20]|[\0-\x20]$/;
const HALF = ban(/\p{Surrogate}/u, 'has half of a character (a lone surrogate), which no file can hold');
const USE = 'use config.yaml (from 1.19 on)';

const FLAT = [
  HALF,
  ban(/^$/, 'is empty, and a flat file drops the line then'),
  ban(/#/, `has a "#", where a flat file ends the line, in quotes too: ${USE}`),
  ban(/[\n\r]/, `has the end of a line, which a flat file cannot hold: ${USE}`),
  ban(EDGES, `begins or ends with a blank, which a flat file trims: ${USE}`),
  ban(
    /[^\p{ASCII}]/u,
    `has a character outside of ASCII, which Flink reads by the locale of its machine: ${USE}`,
  ),
];
const FLAT_KEYS = [...FLAT, ban(/: /, 'has a colon and a blank, where a flat file ends the key')];

const VARIABLE = ban(
  /\$(?:\{[A-Za-z_]\w*\}|[A-Za-z_]\w*)/,
  'names a variable ($…), which the image replaces: pass it as -D option instead',
);
const BLANKLESS = [
  HALF,
  ban(/\s/, 'has a blank, which the image removes: pass it as -D option instead'),
  VARIABLE,
  ban(/^-[neE]+$/, 'is an option of echo, with which the image reads it: pass it as -D option instead'),
  ban(/^[^:]*:$/, 'ends with a colon, which the image removes: pass it as -D option instead'),
];
const BLANKLESS_KEYS = [
  HALF,
  ban(/^$/, 'is empty'),
  ban(/[\s:]/, 'has a blank or a colon, which the image takes for the end of the key'),
  ban(/^#/, 'begins with "#"'),
];

const SHELL = [HALF, ban(/\0/, 'has the character 0, which no command line can hold')];
const SHELL_KEYS = [
  ...SHELL,
  ban(/^$/, 'is empty'),
  ban(/=/, 'has a "=", where the key of an option -D ends'),
  ban(/^\s*$/, 'is blank'),
];

/** Longer keys need another way of writing in YAML. */
const LONGEST_KEY = 1000;
const YAML_KEYS = [
  HALF,
  ban(new RegExp(`^[^]{${LONGEST_KEY},}$`), `is longer than ${LONGEST_KEY} characters`),
];

interface Bans {
  readonly keys: readonly Ban[];
  readonly values: readonly Ban[];
}

function bansOf(format: ConfigFormat, version: FlinkVersion): Bans {
  const flat = !isFrom(version, 1, 19);
  switch (format) {
    case 'flink-conf.yaml':
      return { keys: FLAT_KEYS, values: FLAT };
    case 'flink-properties':
      return flat
        ? { keys: [...FLAT_KEYS, VARIABLE], values: [...FLAT, VARIABLE] }
        : { keys: BLANKLESS_KEYS, values: BLANKLESS };
    case 'dynamic-properties':
      return { keys: SHELL_KEYS, values: SHELL };
    case 'config.yaml':
      return { keys: YAML_KEYS, values: [HALF] };
    case 'flinkdeployment':
    case 'helm-values':
      return flat
        ? { keys: [...FLAT_KEYS, ...YAML_KEYS], values: FLAT }
        : { keys: YAML_KEYS, values: [HALF] };
  }
}

/** Every key and value that Flink would not read back from such a text, by name. */
export function unwritable(
  format: ConfigFormat,
  version: FlinkVersion,
  entries: readonly Entry[],
): readonly Rejection[] {
  const { keys, values } = bansOf(format, version);
  const reader = `cannot be written as ${format} for Flink ${versionText(version)}: `;
  return entries.flatMap(({ key, value }) => {
    const pointer = `/config/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const badKey = keys.find(({ pattern }) => pattern.test(key));
    const badValue = values.find(({ pattern }) => pattern.test(value));
    if (badKey !== undefined) return [{ pointer, message: `${reader}the key ${badKey.message}` }];
    if (badValue === undefined) return [];
    const received = isSensitiveKey(key) ? HIDDEN : value;
    return [{ pointer, received, message: `${reader}the value ${badValue.message}` }];
  });
}
