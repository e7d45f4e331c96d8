import { type Outcome, ok, rejected } from '@plimsoll/units';

/** A minor version of the Flink Kubernetes operator. */
export interface OperatorVersion {
  readonly minor: number;
}

const NEWEST_MINOR = 15;
/** From here on the operator reads `resource.memory` itself; before it passed the text on to Flink. */
const READS_QUANTITIES = 7;

export const NEWEST_OPERATOR = `1.${NEWEST_MINOR}`;

const FORM = /^1\.(\d{1,3})(?:\.\d{1,3})?$/;

/** `1.7` or `1.7.0`, 1.0 to 1.15; the patch number narrows nothing. */
export function parseOperatorVersion(text: string, pointer = ''): Outcome<OperatorVersion> {
  const minor = Number(FORM.exec(text)?.[1] ?? Number.NaN);
  if (minor <= NEWEST_MINOR) return ok({ minor });
  return rejected({
    pointer,
    received: text,
    message: `no such version of the Flink Kubernetes operator is known: 1.0 to ${NEWEST_OPERATOR} are`,
  });
}

export const readsQuantities = ({ minor }: OperatorVersion): boolean => minor >= READS_QUANTITIES;
