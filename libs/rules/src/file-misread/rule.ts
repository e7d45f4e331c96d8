import type { FileProblem } from '../facts.js';
import type { Rule, Violation } from '../rule.js';

/** Told by rules of their own. */
const ELSEWHERE = new Set(['duplicate-key']);

/** What the file says is in force all the same. */
const HARMLESS = new Set([
  'spelling-changed',
  'spaces-removed',
  'yaml-value-kept-as-text',
  'byte-order-mark',
  'version-differs',
]);

export const rule: Rule = {
  id: 'file-misread',
  family: 'file',
  severity: 'warning',
  title: 'Flink reads this otherwise than it looks',
  why: 'What the parser of a version does not understand it drops or misreads without a word: a line without a space after its colon, what follows a # within quotes, nested YAML in a flat file, a size that the operator overrides. The file says one thing and the process does another.',
  remedy: 'Write it as the parser of that version reads it; what that is stands in the finding.',
  reference: 'Configuration',
  source: 'Flink documentation',
  needs: [],
  check: ({ problems = [] }) => problems.filter(({ code }) => !ELSEWHERE.has(code)).map(violation),
};

const violation = ({ code, key, message, line, column }: FileProblem): Violation => ({
  message: `${message} (line ${line}, column ${column})`,
  path: key ?? '/text',
  evidence: [
    { name: 'problem', value: code, unit: 'text', from: '/text' },
    { name: 'line', value: line, unit: 'count', from: '/text' },
  ],
  ...(HARMLESS.has(code) && { severity: 'info' }),
});
