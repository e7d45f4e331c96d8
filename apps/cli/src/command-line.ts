import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Unusable } from './outcome.js';

type Options = NonNullable<ParseArgsConfig['options']>;

interface Taken<T extends Options> {
  args: string[];
  options: T;
  allowPositionals: true;
}

/** A command line that has been read. */
interface CommandLine<T extends Options> {
  readonly values: ReturnType<typeof parseArgs<Taken<T>>>['values'];
  readonly file: string;
}

/** Options and the one file of a command. @throws Unusable for what the command does not have */
export function commandLine<T extends Options>(args: readonly string[], options: T): CommandLine<T> {
  try {
    const { values, positionals } = parseArgs<Taken<T>>({
      args: [...args],
      options,
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file === undefined) throw new Unusable('needs a file; - is standard input');
    if (others.length > 0) throw new Unusable(`takes one file, and there are ${positionals.length}`);
    return { values, file };
  } catch (thrown) {
    if (thrown instanceof TypeError) throw new Unusable(thrown.message);
    throw thrown;
  }
}

/** @throws Unusable where it is none of the words */
export function wordOf<T extends string>(option: string, text: string, words: readonly T[]): T {
  const word = words.find((one) => one === text);
  if (word === undefined) throw new Unusable(`--${option} must be one of ${words.join(', ')}`);
  return word;
}

/** @throws Unusable where it is missing */
export function versionOf(text: string | undefined): string {
  if (text === undefined) throw new Unusable('needs --flink-version, such as 1.20');
  return text;
}
