import { type DerivedFigure, derive, type Figure, formula } from '@plimsoll/trace';

/** A changelog state backend uploads every change at once, and the state itself now and then: checkpoints are the log's tail. */
export interface Changelog {
  readonly log: DerivedFigure<'bytesPerSecond'>;
  readonly materialization: DerivedFigure<'bytesPerSecond'>;
  readonly replay: DerivedFigure<'bytes'>;
  readonly restore: DerivedFigure<'bytes'>;
}

const LOG = formula({
  reference: 'F4.9',
  label: 'Upload of the changelog',
  unit: 'bytesPerSecond',
  inputs: { updatesPerSecond: 'perSecond', entryBytes: 'bytes', logOverhead: 'bytes' },
  text: 'updatesPerSecond × (entryBytes + logOverhead)',
  compute: ({ updatesPerSecond, entryBytes, logOverhead }) => updatesPerSecond * (entryBytes + logOverhead),
});

const MATERIALIZATION = formula({
  reference: 'F4.9',
  label: 'Upload of the state itself, averaged',
  unit: 'bytesPerSecond',
  inputs: { stateBytes: 'bytes', materializeInterval: 'ms' },
  text: 'stateBytes ÷ materializeInterval × 1 s',
  compute: ({ stateBytes, materializeInterval }) => (stateBytes / materializeInterval) * 1000,
});

const REPLAY = formula({
  reference: 'F4.9',
  label: 'Changelog that a restore replays at most',
  unit: 'bytes',
  inputs: { log: 'bytesPerSecond', materializeInterval: 'ms', materializeDuration: 'ms' },
  text: 'log × (materializeInterval + materializeDuration) ÷ 1 s',
  compute: ({ log, materializeInterval, materializeDuration }) =>
    (log * (materializeInterval + materializeDuration)) / 1000,
});

const RESTORE = formula({
  reference: 'F4.9',
  label: 'Bytes of a restore: state and changelog',
  unit: 'bytes',
  inputs: { stateBytes: 'bytes', replay: 'bytes' },
  text: 'stateBytes + replay',
  compute: ({ stateBytes, replay }) => stateBytes + replay,
});

/** `state.changelog.enabled`, of one machine or of the whole job. */
export function changelog(given: {
  readonly updatesPerSecond: Figure<'perSecond'>;
  readonly entryBytes: Figure<'bytes'>;
  /** What the log keeps beside each entry. */
  readonly logOverhead: Figure<'bytes'>;
  readonly stateBytes: Figure<'bytes'>;
  /** `state.changelog.periodic-materialize.interval`. */
  readonly materializeInterval: Figure<'ms'>;
  readonly materializeDuration: Figure<'ms'>;
}): Changelog {
  const { updatesPerSecond, entryBytes, logOverhead, stateBytes, materializeInterval, materializeDuration } =
    given;
  const log = derive('changelog.log', LOG, { updatesPerSecond, entryBytes, logOverhead });
  const replay = derive('changelog.replay', REPLAY, { log, materializeInterval, materializeDuration });
  return {
    log,
    materialization: derive('changelog.materialization', MATERIALIZATION, {
      stateBytes,
      materializeInterval,
    }),
    replay,
    restore: derive('changelog.restore', RESTORE, { stateBytes, replay }),
  };
}

export const CHANGELOG_FORMULAS = [LOG, MATERIALIZATION, REPLAY, RESTORE];
