/** A place in a text, both from 0; columns count code points. */
export interface Mark {
  readonly line: number;
  readonly column: number;
}

/**
 * What Flink throws where it cannot load a file. The reader follows the parser that Flink uses, so it throws it too; it is caught
 * where a file has been read.
 */
export class LoadFault {
  constructor(
    /** Simple name of the exception at the end of the chain of causes. */
    readonly cause: string,
    readonly message: string | null,
    readonly mark: Mark | null = null,
    /** An error of the JVM passes through as it is; an exception becomes the cause of a RuntimeException. */
    readonly error: 'RuntimeException' | 'StackOverflowError' = 'RuntimeException',
    /** The configuration key that it is about, where one is known. */
    readonly key: string | null = null,
  ) {}
}

const at = ({ line, column }: Mark): string => ` in reader, line ${line + 1}, column ${column + 1}\n`;

/** A fault of the syntax: what was being read, since where, what is wrong, and where. */
export const syntaxFault = (
  problem: string,
  mark: Mark,
  context?: { readonly doing: string; readonly since?: Mark },
): LoadFault => {
  const doing = context === undefined ? '' : `${context.doing}\n`;
  const since = context?.since === undefined ? '' : at(context.since);
  return new LoadFault('YamlEngineException', `${doing}${since}${problem}\n${at(mark)}`, mark);
};
