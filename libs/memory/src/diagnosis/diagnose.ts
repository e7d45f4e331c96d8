import { Derivation, known } from '@plimsoll/trace';
import type { Rejection } from '@plimsoll/units';
import { parsePodQuantity } from '../kubernetes/pod-quantity.js';
import type { Deployment } from '../request.js';
import type { MemoryAnswer } from '../result.js';
import { versionRejection } from '../version-rejection.js';
import type { Judgement } from './cause.js';
import { CAUSES } from './causes/index.js';
import { refused } from './causes/refusal.js';
import { componentOf } from './component.js';
import type { Diagnosis, DiagnosisRequest } from './diagnosis.js';
import { type Facts, modelOf, NO_MODEL } from './facts.js';
import { CONTAINER_EVENTS, EARLIER_LOG, MAPPINGS, NATIVE_TRACKING, RESIDENT } from './measurements.js';
import { contradictions, impossibleNumbers } from './observations.js';
import { poolsOf } from './pools.js';
import { type Seen, sightings } from './sightings.js';

/** A longer text is no message but a log: its end, or the part around the failure, says as much. */
const LONGEST_TEXT = 2 ** 20;

/**
 * Which memory ran out, on what evidence, and what to do: from the text of a failure, an exit code or the cluster's reason, with
 * the configuration, observations and the pod's limit where they are known. Sizes in bytes. A remedy is always one that Flink
 * accepts, that fits the pod, and that leaves every pool what was seen in use.
 * @returns a rejection where the version has no such memory model, nothing is said of the symptom, or observations contradict one
 *   another; never a refusal: what Flink refuses is a diagnosis
 */
export function diagnoseMemory(request: DiagnosisRequest): MemoryAnswer<Diagnosis> {
  const limit = request.podLimit === undefined ? undefined : parsePodQuantity(request.podLimit, '/podLimit');
  const rejections = [
    ...versionRejection(request.flinkVersion),
    ...symptomRejections(request),
    ...impossibleNumbers(request),
    ...(limit?.kind === 'rejected' ? limit.rejections : []),
  ];
  if (rejections.length > 0) return { kind: 'rejected', rejections };
  const facts = factsOf(request, limit?.kind === 'ok' ? limit.value : undefined);
  const contradicting = contradictions(facts);
  if (contradicting.length > 0) return { kind: 'rejected', rejections: contradicting };
  return { kind: 'ok', value: diagnosis(facts, sightings(CAUSES, request.symptom)) };
}

function symptomRejections({ symptom: { text, exitCode, reason } }: DiagnosisRequest): Rejection[] {
  const blank = (word: string | undefined): boolean => word === undefined || word.trim() === '';
  if (blank(text) && blank(reason) && exitCode === undefined) {
    const message = 'says nothing: give a text (exception or log lines), an exit code or a reason';
    return [{ pointer: '/symptom', message, received: { text, exitCode, reason } }];
  }
  if (exitCode !== undefined && !(Number.isInteger(exitCode) && Math.abs(exitCode) < 2 ** 31)) {
    const message = 'has to be a whole number of 32 bits';
    return [{ pointer: '/symptom/exitCode', message, received: exitCode }];
  }
  if (text === undefined || text.length <= LONGEST_TEXT) return [];
  const message = `has ${text.length} characters, and ${LONGEST_TEXT} are read at most: give the lines around the failure`;
  return [{ pointer: '/symptom/text', message, received: text.length }];
}

function factsOf(request: DiagnosisRequest, limit: bigint | undefined): Facts {
  const { config, symptom, observed = {} } = request;
  const text = symptom.text ?? '';
  const { model, refusal, ...which } = modelFor(request, limit !== undefined);
  const seen = Object.entries(observed).flatMap(([name, value]) =>
    value === undefined || name === 'observedForMs'
      ? []
      : [[name, known('bytes', BigInt(value), `/observed/${name}`)] as const],
  );
  return {
    ...which,
    config: config ?? null,
    text,
    exitCode: symptom.exitCode ?? null,
    observed: Object.fromEntries(seen),
    podLimit: limit === undefined ? null : known('bytes', limit, '/podLimit'),
    model,
    pools: poolsOf(model),
    refusal,
    derivation: new Derivation(true),
  };
}

type Modelled = Pick<Facts, 'flinkVersion' | 'component' | 'deployment' | 'model' | 'refusal'>;

/**
 * The process and its memory. Where the text is Flink's refusal of the same configuration in the other kind of deployment, which
 * decides what heap options of Flink before 1.10 stand for, it is that one.
 */
function modelFor(
  { flinkVersion, config, symptom: { text = '' } }: DiagnosisRequest,
  isPod: boolean,
): Modelled {
  const component = componentOf(text, config);
  const modelled = (deployment: Deployment): Modelled => {
    const which = { flinkVersion, component, deployment };
    return {
      ...which,
      ...(config === undefined ? { model: NO_MODEL, refusal: null } : modelOf(which, config, true)),
    };
  };
  const isContainer = isPod || /containerID=|OOMKilled/.test(text);
  const likely = modelled(isContainer ? 'container' : 'standalone');
  if (likely.refusal !== null || text === '') return likely;
  const other = modelled(isContainer ? 'standalone' : 'container');
  const message = other.refusal?.flinkMessage;
  return message != null && text.includes(message) ? other : likely;
}

function diagnosis(facts: Facts, seen: readonly Seen[]): Diagnosis {
  const [root, ...others] = seen;
  const alsoFound = others.flatMap(({ cause: { id, pool }, sighting: { quote, line } }) =>
    quote === null || line === null ? [] : [{ cause: id, pool, quote, line }],
  );
  if (root !== undefined) {
    const { cause, sighting } = root;
    return answer(facts, cause.id, cause.pool, cause.judge(facts, sighting), alsoFound);
  }
  if (facts.refusal !== null) {
    const nothing = { by: 'text', at: 0, quote: null, line: null, excerpt: '' } as const;
    return answer(facts, 'refused-configuration', 'configuration', refused(facts, nothing), alsoFound);
  }
  return answer(facts, 'no-match', 'unknown', NO_MATCH, alsoFound);
}

const NO_MATCH: Judgement = {
  explanation:
    'Nothing in the symptom is known as a sign of memory that ran out. If the process grows or is killed all the same, what it takes lies outside the JVM’s accounting: arenas of the allocator (MALLOC_ARENA_MAX, jemalloc), native libraries, threads.',
  confidence: { level: 'low', reasons: ['No known message, exit code or reason matches.'] },
  noRemedyReason: 'Without a diagnosis no change is founded.',
  notThis: [{ action: 'Raise memory options', reason: 'Nothing given says that memory ran out.' }],
  measureNext: [EARLIER_LOG, CONTAINER_EVENTS, RESIDENT, NATIVE_TRACKING, MAPPINGS],
};

function answer(
  { component, derivation }: Facts,
  cause: string,
  pool: Diagnosis['pool'],
  judgement: Judgement,
  alsoFound: Diagnosis['alsoFound'],
): Diagnosis {
  return {
    component,
    pool: judgement.pool ?? pool,
    cause,
    explanation: judgement.explanation,
    confidence: judgement.confidence,
    evidence: judgement.evidence ?? [],
    remedy: judgement.remedy ?? null,
    noRemedyReason: judgement.noRemedyReason ?? null,
    notThis: judgement.notThis ?? [],
    measureNext: judgement.measureNext ?? [],
    alsoFound,
    steps: derivation.steps,
  };
}
