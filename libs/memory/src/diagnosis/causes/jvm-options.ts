import type { Cause, Judgement, Sighting } from '../cause.js';
import { poolEvidence, said } from '../evidence.js';
import type { Facts } from '../facts.js';
import { NATIVE_TRACKING } from '../measurements.js';
import { grown } from '../remedy/grow.js';
import { overrideOf, withoutOverride } from '../remedy/java-options.js';
import { noRemedy } from '../remedy/remedy.js';
import { targetSize } from '../remedy/target.js';

const OWN = /^-(?:Xm[sx]|XX:(?:MaxDirectMemorySize|MaxMetaspaceSize|MaxRAMPercentage|InitialRAMPercentage)=)/;

function contradicted(facts: Facts, sighting: Sighting): Judgement {
  const override = overrideOf(facts, (flag) => OWN.test(flag));
  return {
    explanation:
      'The JVM refused its arguments. Flink derives -Xms, -Xmx, -XX:MaxDirectMemorySize and -XX:MaxMetaspaceSize from the memory options; one of them was given a second time with a value that does not agree or cannot be read.',
    confidence: {
      level: override === null ? 'medium' : 'high',
      reasons: [
        override === null
          ? 'The JVM names the argument; where it was set the configuration does not show.'
          : `${override.key} sets ${override.flag}.`,
      ],
    },
    evidence: [said(sighting, 'The JVM did not start with these arguments.')],
    ...(override === null
      ? noRemedy(
          'Look for the argument in env.java.opts.*, FLINK_ENV_JAVA_OPTS and JVM_ARGS, and take it out there.',
        )
      : withoutOverride(facts, override)),
    notThis: [{ action: 'Raise process.size', reason: 'The arguments contradict one another at any size.' }],
    measureNext: [],
  };
}

export const JVM_OPTION_CAUSES: readonly Cause[] = [
  {
    id: 'jvm-arguments',
    pool: 'configuration',
    rank: 'start',
    signs: [
      'Initial heap size set to a larger value than the maximum heap size',
      'Invalid maximum heap size',
      'Invalid initial heap size',
      'Invalid maximum direct memory size',
      'Improperly specified VM option',
      'Incompatible minimum and maximum heap sizes',
    ],
    judge: contradicted,
  },
  {
    id: 'code-cache',
    pool: 'jvmOverhead',
    rank: 'pool',
    signs: ['CodeCache is full'],
    judge: (facts, sighting) => {
      const override = overrideOf(facts, (flag) => flag.startsWith('-XX:ReservedCodeCacheSize='));
      return {
        explanation:
          'The JVM has no room for further compiled code and goes on interpreting: slow, but it does not fail. The code cache is part of JVM overhead and has a limit of its own, 240 MB where none is set.',
        confidence: { level: 'high', reasons: ['The JVM says this of its code cache only.'] },
        evidence: [
          said(sighting, 'The compiler was switched off.'),
          ...poolEvidence(facts, 'overhead', 'JVM overhead'),
        ],
        ...(override === null
          ? grown(
              facts,
              'overhead',
              targetSize(facts, 'overhead'),
              'Room for a larger -XX:ReservedCodeCacheSize.',
            )
          : withoutOverride(facts, override)),
        notThis: [{ action: 'Raise the heap', reason: 'Compiled code does not lie on it.' }],
        measureNext: [NATIVE_TRACKING],
      };
    },
  },
];
