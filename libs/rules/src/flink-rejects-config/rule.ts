import type { FlinkRefusal } from '@plimsoll/memory';
import { embeddedMemory } from '../embedded-memory.js';
import { textOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Fix } from '../finding.js';
import { legacyContainer } from '../legacy-container.js';
import { deployed, PROCESSES, saysMemory } from '../processes.js';
import type { Rule, Violation } from '../rule.js';

export const rule: Rule = {
  id: 'flink-rejects-config',
  family: 'memory',
  severity: 'error',
  title: 'Flink refuses this configuration of its memory',
  why: 'Flink checks when it starts whether its pools fit the total that is configured, and whether each lies within its range. Where they do not, the process ends with an exception before it has run anything. A cluster that is updated in a rolling way then loses its processes one after the other.',
  remedy:
    'State the total (the process size in containers) and as few pools beside it as possible; take the nearest configuration that Flink accepts.',
  reference: 'F8.1',
  source: 'Flink documentation',
  needs: [],
  sets: ['production', 'development'],
  check(facts) {
    if (facts.deployment?.kind === 'FlinkSessionJob') return [];
    const keys = Object.keys(facts.memory.config);
    const violations = PROCESSES.flatMap((one): Violation[] => {
      if (!saysMemory(keys, one)) return [];
      const answer = facts.memory[one.component];
      if (answer.kind !== 'refused') return [];
      const limit = deployed(facts, one).podLimitBytes;
      const { nearest } = answer.refusal;
      const size =
        nearest === null ? undefined : facts.memory.after(one.component, nearest)?.totalProcessBytes;
      const fits = size !== undefined && (limit === undefined || size <= limit);
      return [violation(facts, one.name, answer.refusal, fits ? nearest : null)];
    });
    const container = legacyContainer(facts);
    if (container?.kind === 'refused')
      violations.push(violation(facts, 'TaskManager', container.refusal, container.refusal.nearest));
    const database = embeddedMemory(facts);
    if (database?.kind === 'refused')
      violations.push(violation(facts, 'state backend', database.refusal, database.refusal.nearest));
    return violations;
  },
};

function violation(facts: LintFacts, name: string, refusal: FlinkRefusal, nearest: Fix | null): Violation {
  const { config } = facts.memory;
  const { keys, detail, flinkException, flinkMessage } = refusal;
  const path = keys.find((key) => Object.hasOwn(facts.config.entries, key)) ?? keys[0] ?? '/config';
  const injected = facts.deployment?.injected ?? {};
  const reached = nearest !== null && Object.keys(nearest.set).every((key) => !Object.hasOwn(injected, key));
  return {
    message: `${name}: ${detail} Flink throws ${flinkException}: ${flinkMessage ?? 'without a message'}`,
    path,
    evidence: [
      textOf('exception', flinkException, 'flink'),
      textOf('message', flinkMessage ?? '', 'flink'),
      ...keys.map((key) =>
        textOf(key, config[key] ?? facts.config.entries[key] ?? 'not set', `/config/${key}`),
      ),
    ],
    ...(reached && { fix: nearest }),
  };
}
