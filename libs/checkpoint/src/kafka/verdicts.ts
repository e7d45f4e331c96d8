import { derive, type Figure, formula } from '@plimsoll/trace';
import { durationInWords } from './duration-in-words.js';
import type { Settings } from './settings.js';
import type { TransactionAge } from './transaction-age.js';

/**
 * F6.1: the four inequalities. Each verdict is a margin, positive where all is well, whose step says in words what it means.
 */
export interface Verdicts {
  readonly rejectedAtStartUp: boolean;
  readonly losesData: boolean;
  readonly tight: boolean;
  readonly restoreThrows: boolean;
  readonly mayIgnorePidError: boolean;
  /** The exception proves nothing from this age on. */
  readonly ambiguousFrom: Figure<'ms'>;
  /** Outages from here on lose data; not positive: every one does. */
  readonly lossyDowntime: Figure<'ms'>;
  readonly figures: readonly Figure[];
}

const START_MARGIN = formula({
  reference: 'F6.1',
  label: 'What the broker’s maximum leaves above the producer’s timeout',
  unit: 'ms',
  inputs: { brokerMaxTimeout: 'ms', transactionTimeout: 'ms' },
  text: 'brokerMaxTimeout − transactionTimeout',
  evidence: 'verified',
  compute: ({ brokerMaxTimeout, transactionTimeout }) => brokerMaxTimeout - transactionTimeout,
});

const LOSS_MARGIN = formula({
  reference: 'F6.1',
  label: 'What the timeout leaves above the worst age of a transaction',
  unit: 'ms',
  inputs: { transactionTimeout: 'ms', worstAge: 'ms' },
  text: 'transactionTimeout − worstAge',
  compute: ({ transactionTimeout, worstAge }) => transactionTimeout - worstAge,
});

const SAFETY_MARGIN = formula({
  reference: 'F6.1',
  label: 'What the timeout leaves above what is needed with safety',
  unit: 'ms',
  inputs: { transactionTimeout: 'ms', requiredTimeout: 'ms' },
  text: 'transactionTimeout − requiredTimeout',
  compute: ({ transactionTimeout, requiredTimeout }) => transactionTimeout - requiredTimeout,
});

const RESTORE_MARGIN = formula({
  reference: 'F6.1',
  label: 'What the expiration of ids leaves above the age of the restore',
  unit: 'ms',
  inputs: { idExpiration: 'ms', restoreAge: 'ms' },
  text: 'idExpiration − restoreAge',
  evidence: 'verified',
  compute: ({ idExpiration, restoreAge }) => idExpiration - restoreAge,
});

const AMBIGUOUS_FROM = formula({
  reference: 'F6.1',
  label: 'Age from which a missing id may be that of an aborted transaction',
  unit: 'ms',
  inputs: { transactionTimeout: 'ms', idExpiration: 'ms' },
  text: 'transactionTimeout + idExpiration',
  evidence: 'verified',
  compute: ({ transactionTimeout, idExpiration }) => transactionTimeout + idExpiration,
});

const PROOF_MARGIN = formula({
  reference: 'F6.1',
  label: 'What is left of the age up to which a missing id proves a commit',
  unit: 'ms',
  inputs: { ambiguousFrom: 'ms', restoreAge: 'ms' },
  text: 'ambiguousFrom − restoreAge',
  evidence: 'verified',
  compute: ({ ambiguousFrom, restoreAge }) => ambiguousFrom - restoreAge,
});

const LOSSY_DOWNTIME = formula({
  reference: 'F6.1',
  label: 'Outage from which on data is lost',
  unit: 'ms',
  inputs: { transactionTimeout: 'ms', ageAtCompletion: 'ms' },
  text: 'transactionTimeout − ageAtCompletion',
  compute: ({ transactionTimeout, ageAtCompletion }) => transactionTimeout - ageAtCompletion,
});

export function verdictsOf(settings: Settings, age: TransactionAge): Verdicts {
  const { transactionTimeout, brokerMaxTimeout, expiration: idExpiration, restoreAge } = settings;
  const rejectedAtStartUp = transactionTimeout.value > brokerMaxTimeout.value;
  const losesData = transactionTimeout.value <= age.worst.value;
  const tight = !losesData && transactionTimeout.value < age.requiredTimeout.value;
  const restoreThrows = restoreAge.value >= idExpiration.value;
  const ambiguousFrom = derive('kafka.ambiguousFrom', AMBIGUOUS_FROM, { transactionTimeout, idExpiration });
  const proves = restoreAge.value < ambiguousFrom.value;
  const mayIgnorePidError = restoreThrows && proves && !losesData;
  const lossyDowntime = derive('kafka.lossyDowntime', LOSSY_DOWNTIME, {
    transactionTimeout,
    ageAtCompletion: age.atCompletion,
  });
  const figures = [
    derive(
      'kafka.rejectedAtStartUp',
      START_MARGIN,
      { brokerMaxTimeout, transactionTimeout },
      rejectedAtStartUp
        ? 'true: the broker refuses a producer whose timeout is above its maximum'
        : 'false: the timeout is not above the broker’s maximum',
    ),
    derive(
      'kafka.losesData',
      LOSS_MARGIN,
      { transactionTimeout, worstAge: age.worst },
      losesData
        ? 'true: the broker may abort a transaction that a completed checkpoint counts as written'
        : 'false: a transaction is committed before the broker aborts it',
    ),
    derive(
      'kafka.tight',
      SAFETY_MARGIN,
      { transactionTimeout, requiredTimeout: age.requiredTimeout },
      tight
        ? 'true: enough, but by less than the safety factor'
        : `false: ${losesData ? 'not enough at all' : 'enough, with safety'}`,
    ),
    derive(
      'kafka.restoreThrows',
      RESTORE_MARGIN,
      { idExpiration, restoreAge },
      restoreThrows
        ? 'true: ids are removed once they are as old as their expiration, so the commit on restore meets none'
        : 'false: ids still live at the restore',
    ),
    derive(
      'kafka.mayIgnorePidError',
      PROOF_MARGIN,
      { ambiguousFrom, restoreAge },
      proofNote(
        restoreThrows,
        proves,
        losesData,
        age.atCompletion.value,
        ambiguousFrom.value,
        restoreAge.value,
      ),
    ),
    lossyDowntime,
  ];
  const booleans = { rejectedAtStartUp, losesData, tight, restoreThrows, mayIgnorePidError };
  return { ...booleans, ambiguousFrom, lossyDowntime, figures };
}

/** An id expires only after its transaction has ended, and an abort by timeout comes no sooner than the timeout. */
function proofNote(
  throws: boolean,
  proves: boolean,
  losesData: boolean,
  ageAtCompletion: number,
  ambiguousFrom: number,
  restoreAge: number,
): string {
  if (!throws) return 'false: the exception is not thrown at this age; one that is thrown has another cause';
  if (!proves)
    return 'false: the id may be that of a transaction that timed out, was aborted and then expired';
  if (losesData)
    return 'false: the timeout is shorter than the outage, so transactions may have been aborted';
  const margin =
    restoreAge + ageAtCompletion < ambiguousFrom
      ? ''
      : `; but if the age given is that of the checkpoint, its transaction may be up to ${durationInWords(ageAtCompletion)} older, and then nothing is proved`;
  return `true: an aborted transaction would have kept its id for longer, so it was committed${margin}`;
}

export const VERDICT_FORMULAS = [
  START_MARGIN,
  LOSS_MARGIN,
  SAFETY_MARGIN,
  RESTORE_MARGIN,
  AMBIGUOUS_FROM,
  PROOF_MARGIN,
  LOSSY_DOWNTIME,
];
