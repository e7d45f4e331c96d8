import { RESOURCES } from '@plimsoll/planner';
import type { Step } from '@plimsoll/trace';
import { resourceName } from './resource-words.js';

/** What each step is called: its label, with the operator or edge beside it where several steps have one label. */
export function stepNames(steps: readonly Step[]): (step: Step) => string {
  const count = new Map<string, number>();
  for (const { label } of steps) count.set(label, (count.get(label) ?? 0) + 1);
  return (step) => {
    const owner = ownerOfStep(step.key);
    const alone = (count.get(step.label) ?? 0) < 2 || owner === '' || step.label.includes(owner);
    return alone ? step.label : `${step.label}, ${owner}`;
  };
}

/** `events` of `operator.events.results`, `a → b` of `flow.shuffle-in:a->b`. */
function ownerOfStep(key: string): string {
  const colon = key.indexOf(':');
  if (key.startsWith('flow.') && colon > 0) return key.slice(colon + 1).replace('->', ' → ');
  const [from, to] = [key.indexOf('.'), key.lastIndexOf('.')];
  if (to > from) return key.slice(from + 1, to);
  const resource = RESOURCES.find((name) => key.startsWith(`${name}.`));
  return resource === undefined ? '' : resourceName(resource);
}
