import type { Rejection } from '@plimsoll/units';

export const EXIT = { good: 0, findings: 1, unusable: 2 } as const;

/** What a command prints, and its exit code. */
export interface Answer {
  readonly text: string;
  readonly exit: number;
}

/** A command line or a file that nothing can be made of. */
export class Unusable extends Error {}

/** @throws Unusable with every rejection on a line of its own */
export function refuse(rejections: readonly Rejection[]): never {
  throw new Unusable(
    rejections
      .map(({ pointer, message }) => (pointer === '' ? message : `${pointer.slice(1)} ${message}`))
      .join('\n'),
  );
}
