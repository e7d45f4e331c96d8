import { known } from '@plimsoll/trace';
import { withoutRemedy } from '../../derived-or-refused.js';
import { configPointer } from '../../option.js';
import type { ConfigPatch } from '../../result.js';
import type { Cause, Judgement, Sighting } from '../cause.js';
import type { DiagnosisEvidence, NotThis } from '../diagnosis.js';
import { found, operand, said } from '../evidence.js';
import { type Facts, fromText, keyOf } from '../facts.js';
import { leastMore } from '../remedy/grow.js';
import { tooLarge } from '../remedy/lower.js';
import { type Answered, canRun, noRemedy, poolsUnder, remedyOf } from '../remedy/remedy.js';
import { bytesText } from '../remedy/settings.js';

/** `Managed Memory (3.418gb (3670016000 bytes))`. */
const NAMED_SIZE =
  /([A-Z][A-Za-z-]*(?: [A-Z][A-Za-z-]*){0,3}(?: size)?) ? ?\((?:[\d.]{1,20}[kmgt]?b \()?(\d{1,19}) bytes\)/g;
const MOST_OPERANDS = 10;

function evidenceOf(facts: Facts, sighting: Sighting): DiagnosisEvidence[] {
  const named = new Map<string, bigint>();
  for (const [, name = '', bytes = '0'] of sighting.excerpt.matchAll(NAMED_SIZE)) {
    if (named.size < MOST_OPERANDS && !named.has(name)) named.set(name, BigInt(bytes));
  }
  return [
    said(
      sighting,
      'Flink refuses the configuration at its start.',
      ...[...named].map(([name, bytes]) => operand(name, fromText(bytes))),
    ),
    ...(facts.refusal === null ? [] : [found(withoutRemedy(facts.refusal))]),
  ];
}

const LAST_NAMED: NotThis = {
  action: 'Raise the size that the message names last',
  reason:
    'The message lists all that is added up; which of them is too large it does not say, and the last named is often only the total.',
};

/** Which option to change: the one that alone is too large, else what Flink's nearest accepted configuration changes. */
export function refused(facts: Facts, sighting: Sighting): Judgement {
  const evidence = evidenceOf(facts, sighting);
  const sure = {
    confidence: {
      level: 'high',
      reasons: ['Flink’s own message, and the configuration run through Flink’s rules.'],
    },
  } as const;
  if (facts.config === null) {
    return {
      explanation: 'The options that size the process are at odds; nothing ran out.',
      confidence: {
        level: 'medium',
        reasons: [
          'Flink’s message names the sizes; which option they come from only the configuration shows.',
        ],
      },
      evidence,
      ...noRemedy(
        'Without the configuration the option that is too large cannot be told: give it as config.',
      ),
      notThis: [LAST_NAMED],
    };
  }
  if (facts.refusal === null) {
    return {
      explanation:
        'Flink refused a configuration at its start, and it is not the one given: that one it accepts.',
      confidence: {
        level: 'medium',
        reasons: ['The message is Flink’s own; it was not said of this configuration.'],
      },
      evidence,
      ...noRemedy(
        'Give the configuration that was refused: options of the command line (-D) and of the image count, too.',
      ),
      notThis: [LAST_NAMED],
    };
  }
  const large = tooLarge(facts);
  if (large !== null) {
    const reason = `${large.key} is ${large.size - large.most} bytes too large beside the other options; ${large.most} bytes is the most that Flink accepts.`;
    const remedy = remedyOf(facts, large.patch, reason);
    if (remedy !== null) {
      return {
        ...sure,
        explanation: `The options that size the process are at odds; nothing ran out. ${withoutRemedy(facts.refusal)} ${reason}`,
        evidence: [
          ...evidence,
          found(
            'This option is too large.',
            operand(large.key, known('bytes', large.size, configPointer(large.key))),
            operand('most', known('bytes', large.most, '/config', 'derived')),
          ),
        ],
        remedy,
        noRemedyReason: null,
        notThis: [LAST_NAMED],
      };
    }
  }
  return {
    ...sure,
    explanation: `The options that size the process are at odds; nothing ran out. ${withoutRemedy(facts.refusal)}`,
    evidence,
    ...nearest(facts),
    notThis: [LAST_NAMED],
  };
}

/** The nearest configuration that Flink accepts, with a total that leaves a heap to run with. */
function nearest(facts: Facts): Answered {
  const patch = facts.refusal?.nearest ?? null;
  const usable = patch === null ? null : withEnoughToRun(facts, patch);
  const remedy =
    (usable === null
      ? null
      : remedyOf(
          facts,
          usable,
          'The nearest configuration that Flink accepts and that leaves a heap to run with.',
        )) ??
    (patch === null ? null : remedyOf(facts, patch, 'The nearest configuration that Flink accepts.'));
  if (remedy !== null) return { remedy, noRemedyReason: null };
  if (facts.podLimit !== null) {
    const set = { [keyOf(facts, 'process.size')]: bytesText(facts.podLimit.value) };
    const whole = remedyOf(facts, { set, unset: [] }, 'The process takes all that the pod may hold.');
    if (whole !== null) return { remedy: whole, noRemedyReason: null };
  }
  return noRemedy(
    `No single change was found that Flink accepts${facts.podLimit === null ? '' : ' and that fits the pod'}: ${facts.refusal === null ? '' : withoutRemedy(facts.refusal)}`,
  );
}

/** Raises the total that a change sets, if any, until the heap is large enough. */
function withEnoughToRun(facts: Facts, patch: ConfigPatch): ConfigPatch | null {
  const after = poolsUnder(facts, patch);
  if (after === null) return null;
  if (canRun(facts, after)) return patch;
  const totals = (['process.size', 'flink.size'] as const)
    .map((rest) => keyOf(facts, rest))
    .filter((key) => Object.hasOwn(patch.set, key));
  const key = totals[0];
  if (key === undefined) return null;
  const before = key.endsWith('process.size') ? after.processSize : after.flinkSize;
  const raised = (more: bigint): ConfigPatch => ({
    ...patch,
    set: { ...patch.set, [key]: bytesText(before + more) },
  });
  const more = leastMore(0n, (bytes) => {
    const pools = poolsUnder(facts, raised(bytes));
    return pools !== null && canRun(facts, pools);
  });
  return more === null ? null : raised(more);
}

export const REFUSAL_CAUSES: readonly Cause[] = [
  {
    id: 'refused-configuration',
    pool: 'configuration',
    rank: 'start',
    signs: [
      'exceed configured Total',
      'Manager memory configuration failed',
      'Sum of configured',
      'Sum of the configured',
      'is not in configured',
      'does not match configured Network Memory',
      'do not add up to the configured Total',
      'is less than the sum of the derived',
      'Either required fine-grained memory',
      'need to be configured explicitly',
      'Inconsistently configured',
      'Cannot read memory size from config option',
      'exceeds the configured Total Flink Memory',
      'is less than the configured Off-heap Memory',
      'does not match the configured Total Flink Memory',
    ],
    judge: refused,
  },
];
