import { type MemoryTuning, tuneMemory } from '@plimsoll/memory';
import { embeddedMemory } from './embedded-memory.js';
import type { LintFacts } from './facts.js';
import type { Fix } from './finding.js';

/** What was seen for less than this says little. */
const LEAST_OBSERVATION_MS = 3_600_000;

/** Whether monitoring saw enough for a judgement of what is unused. */
export const seenLongEnough = ({ observed }: LintFacts): boolean =>
  (observed?.observedForMs ?? LEAST_OBSERVATION_MS) >= LEAST_OBSERVATION_MS;

/** Several rules ask; each configuration is tuned once. */
const tunings = new WeakMap<LintFacts, Fix | null>();

/**
 * The change that gives unused memory to the state backend, and leaves the process as large as it is; null where no state backend
 * would take it, or the deployment sets the process size.
 */
export function givenToManaged(facts: LintFacts): Fix | null {
  const known = tunings.get(facts);
  if (known !== undefined) return known;
  const fix = tuned(facts);
  tunings.set(facts, fix);
  return fix;
}

function tuned(facts: LintFacts): Fix | null {
  const { config, memory, observed, deployment } = facts;
  const database = embeddedMemory(facts);
  const takesManaged = database?.kind === 'ok' && database.value.budget === 'MANAGED';
  if (observed === undefined || !takesManaged || deployment?.injected !== undefined) return null;
  const request = { flinkVersion: config.flinkVersion, config: memory.config, observed };
  const answer = tuneMemory(request, false);
  if (answer.kind !== 'ok' || answer.value.freedBytes < 0n) return null;
  const fix = fixOf(answer.value);
  return memory.after('taskManager', fix) === null ? null : fix;
}

function fixOf({ changes }: MemoryTuning): Fix {
  const set: Record<string, string> = {};
  const unset: string[] = [];
  for (const { key, to } of changes) {
    if (to === null) unset.push(key);
    else set[key] = to;
  }
  return { set, unset };
}
