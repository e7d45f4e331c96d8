import { parseMemorySize } from '@plimsoll/units';
import { textOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';

const PREFIXES = ['taskmanager.memory.', 'jobmanager.memory.'];

export const rule: Rule = {
  id: 'memory-size-overridden-by-deployment',
  family: 'memory',
  severity: 'warning',
  title: 'The deployment overrides a size of the configuration',
  why: 'The Flink Kubernetes operator makes the process size of resource.memory, and scripts of other deployments pass sizes on the command line. What they set wins over the file. Who edits the file sees no effect, and who reads it sizes with the wrong numbers.',
  remedy:
    'Set the size in one place: in the deployment, and take it out of the file or write the same there.',
  reference: 'F8.1',
  source: 'Rabbit Holes 1',
  needs: ['deployment'],
  since: '1.10',
  check: ({ config, deployment }) =>
    Object.entries(deployment?.injected ?? {}).flatMap(([key, injected]) => {
      const text = config.entries[key];
      const isMemory = PREFIXES.some((prefix) => key.startsWith(prefix));
      if (text === undefined || !isMemory || same(text, injected)) return [];
      return [
        {
          message: `The file says ${key}: ${text}, and the deployment sets ${injected}, which is what Flink gets.`,
          path: key,
          evidence: [
            textOf('in the file', text, `/config/${key}`),
            textOf('set by the deployment', injected, `/deployment/injected/${key}`),
          ],
          fix: { set: { [key]: injected }, unset: [] },
        },
      ];
    }),
};

/** Whether two texts are one size, or are alike. */
function same(text: string, other: string): boolean {
  const [one, two] = [parseMemorySize(text), parseMemorySize(other)];
  return text === other || (one.kind === 'value' && two.kind === 'value' && one.value === two.value);
}
