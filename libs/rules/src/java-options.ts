import { isSensitiveKey } from '@plimsoll/flink-config';
import type { LintFacts } from './facts.js';

/** The options that hold flags of the JVM of Flink's two processes. */
const OPTIONS = [
  { key: 'env.java.opts.all', of: ['taskManager', 'jobManager'] },
  { key: 'env.java.opts', of: ['taskManager', 'jobManager'] },
  { key: 'env.java.opts.taskmanager', of: ['taskManager'] },
  { key: 'env.java.opts.jobmanager', of: ['jobManager'] },
  { key: 'env.java.default-opts.all', of: ['taskManager', 'jobManager'] },
  { key: 'env.java.default-opts.taskmanager', of: ['taskManager'] },
  { key: 'env.java.default-opts.jobmanager', of: ['jobManager'] },
] as const;

/** Flags of the JVM that one key holds. */
export interface JavaOptions {
  readonly key: string;
  readonly of: readonly ('taskManager' | 'jobManager')[];
  readonly flags: readonly string[];
  /** The text of the key without some of its flags; null where a quoted flag makes that unsafe, or one of them is a secret. */
  without(flags: readonly string[]): string | null;
}

/** Each key of the configuration that sets such flags. */
export const javaOptionsOf = ({ config }: LintFacts): JavaOptions[] =>
  OPTIONS.flatMap(({ key, of }) => {
    const text = config.entries[key];
    if (text === undefined || !text.includes('-')) return [];
    const flags = text.split(/\s+/).filter((flag) => flag !== '');
    const quoted = text.includes('"') || text.includes("'");
    const secret = flags.some((flag) => isSensitiveKey(flag.split('=')[0] ?? flag));
    return [
      {
        key,
        of,
        flags,
        without: (dropped) =>
          quoted || secret ? null : flags.filter((flag) => !dropped.includes(flag)).join(' '),
      },
    ];
  });

/** The name in `-XX:+Name`, `-XX:-Name` and `-XX:Name=value`; undefined of other flags. */
export const flagName = (flag: string): string | undefined => /^-XX:[+-]?(\w+)(?:=|$)/.exec(flag)?.[1];

const UNITS: Readonly<Record<string, bigint>> = {
  '': 1n,
  k: 2n ** 10n,
  m: 2n ** 20n,
  g: 2n ** 30n,
  t: 2n ** 40n,
};

/** A size as the JVM reads it: `4g`; undefined where it is none. */
export function javaSize(text: string): bigint | undefined {
  const [, digits, unit = ''] = /^(\d{1,18})([kmgt]?)$/i.exec(text) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  return digits === undefined || factor === undefined ? undefined : BigInt(digits) * factor;
}
