import type { OperatorKind } from '../request.js';
import type { Layout } from './layout.js';
import type { Remarks } from './remarks.js';

/** Kinds by where operators stand, then by what their names and descriptions tell; what is guessed is said. */
export function operatorKinds({ operators, links }: Layout, remarks: Remarks): OperatorKind[] {
  const inputs = operators.map(() => 0);
  const outputs = operators.map(() => 0);
  for (const { from, to } of links) {
    inputs[to] = (inputs[to] ?? 0) + 1;
    outputs[from] = (outputs[from] ?? 0) + 1;
  }
  return operators.map(({ name, text }, at) => {
    const path = `/workload/operators/${at}/kind`;
    const changed = (kind: OperatorKind, why: string): OperatorKind => {
      remarks.say(
        'kind-changed',
        path,
        `${short(name)} looks like a ${text.kind}, but ${why}: ${kind} is taken`,
      );
      return kind;
    };
    if (inputs[at] === 0) {
      if (text.isFlinks && text.kind !== 'source') return changed('source', 'nothing feeds it');
      return 'source';
    }
    if (text.kind === 'source') return changed('process', 'others feed it');
    if (text.kind === 'sink' && (outputs[at] ?? 0) > 0) return changed('process', 'it feeds others');
    if (text.kind === 'join' && inputs[at] !== 2) return changed('process', `it has ${inputs[at]} inputs`);
    if (!text.isFlinks) {
      remarks.say(
        'kind-guessed',
        path,
        `${short(name)} is a name that Flink does not give: ${text.kind} is taken`,
      );
    }
    return text.kind;
  });
}

const short = (name: string): string => name.slice(0, 100);

/** Windows and joins set their own rate. */
export const setsOwnRate = (kind: OperatorKind): boolean =>
  ['source', 'sink', 'window', 'join'].includes(kind);
