import { SEVERITIES, type Severity } from '@plimsoll/rules';
import { unknownParameters } from '../../history/unknown-parameters.js';
import type { FieldError } from '../../problem/problem.js';
import { ProblemException } from '../../problem/problem-exception.js';

/** What a query string asks of a lint, beside what its body holds. */
export interface LintParameters {
  /** The least severity that is answered with 422. */
  readonly failOn: Severity | undefined;
  readonly format: 'json' | 'sarif';
  /** What the file is called in SARIF. */
  readonly uri: string | undefined;
  /** Of a body that is the text itself. */
  readonly flinkVersion: string | undefined;
  readonly textFormat: string | undefined;
}

const NAMES = ['failOn', 'format', 'uri', 'flinkVersion', 'textFormat'] as const;
const LONGEST = 1000;

/** @throws ProblemException INVALID_PARAMETER naming every parameter that is wrong */
export function lintParameters(query: object): LintParameters {
  const errors: FieldError[] = unknownParameters(query, NAMES);
  const text = (name: (typeof NAMES)[number]): string | undefined => {
    const value: unknown = Reflect.get(query, name);
    if (value === undefined || (typeof value === 'string' && value.length <= LONGEST)) return value;
    errors.push({ pointer: `/${name}`, message: `must be given once, with at most ${LONGEST} characters` });
    return undefined;
  };
  const oneOf = <T extends string>(name: (typeof NAMES)[number], words: readonly T[]): T | undefined => {
    const value = text(name);
    const word = words.find((one) => one === value);
    if (value !== undefined && word === undefined) {
      errors.push({ pointer: `/${name}`, message: `must be one of ${words.join(', ')}` });
    }
    return word;
  };
  const parameters = {
    failOn: oneOf('failOn', SEVERITIES),
    format: oneOf('format', ['json', 'sarif']) ?? 'json',
    uri: text('uri'),
    flinkVersion: text('flinkVersion'),
    textFormat: text('textFormat'),
  };
  if (errors.length === 0) return parameters;
  const detail = errors.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`).join('; ');
  throw new ProblemException('INVALID_PARAMETER', { detail, errors });
}
