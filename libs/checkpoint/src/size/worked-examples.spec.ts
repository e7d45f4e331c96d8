import { checkSteps, type ExampleInputs, examplesIn, runExamples } from '@plimsoll/testing';
import { flatten, given } from '@plimsoll/trace';
import { changelog } from './changelog.js';
import { fullSize, incrementalSize } from './checkpoint-size.js';
import { distinctKeys } from './distinct-keys.js';
import type { StateFacts } from './state.js';
import { keysWithTimeToLive } from './time-to-live.js';
import { touchedEntries } from './touched-entries.js';
import { ZipfKeys } from './zipf-keys.js';

const MEGABYTE = 1e6;

/** F4.2: what a time to live leaves. */
function timeToLive(inputs: ExampleInputs) {
  const keys = keysWithTimeToLive('users', {
    keys: given('count', inputs.number('distinctKeys'), '/keys'),
    writesPerSecond: given('perSecond', inputs.number('recordsPerSecond'), '/writes'),
    timeToLive: given('ms', inputs.number('ttlS') * 1000, '/ttl'),
    cleanupDelay: given('ms', inputs.number('cleanupDelayS') * 1000, '/cleanupDelay'),
  });
  checkSteps(flatten([keys.total]));
  return {
    liveKeys: keys.live.value,
    expiredNotYetRemoved: keys.expired.value,
    totalKeys: keys.total.value,
  };
}

/** F4.3: what an incremental checkpoint uploads. */
function incremental(inputs: ExampleInputs) {
  const entries = given('count', inputs.number('entries'), '/entries');
  const state: StateFacts = {
    id: 'users',
    entries,
    keys: entries,
    snapshotEntryBytes: given('bytes', inputs.number('entryBytes'), '/entryBytes'),
    updatesPerSecond: given('perSecond', inputs.number('updatesPerSecond'), '/updates'),
  };
  const seconds = inputs.number('intervalS');
  const interval = given('ms', seconds * 1000, '/interval');
  const upload = incrementalSize([state], interval, 'checkpoint', {
    rewrite: given('ratio', inputs.number('rewriteFactor'), '/rewrite'),
    spaceAmplification: given('ratio', inputs.number('spaceAmplification'), '/spaceAmplification'),
  });
  const full = fullSize([state]);
  checkSteps(flatten([upload]));
  return {
    touchedEntries: touchedEntries(state, interval, 'touched').value,
    uploadBytes: upload.value,
    fullBytes: full.value,
    ratioToFull: upload.value / full.value,
    uploadMBps: upload.value / seconds / MEGABYTE,
  };
}

/** F4.4: what skewed updates touch. */
function skewed(inputs: ExampleInputs) {
  const keys = inputs.number('distinctKeys');
  const updates = inputs.number('updates');
  const touched = touchedEntries(
    {
      id: 'users',
      entries: given('count', keys, '/keys'),
      keys: given('count', keys, '/keys'),
      snapshotEntryBytes: given('bytes', 40, '/entryBytes'),
      updatesPerSecond: given('perSecond', updates, '/updates'),
      zipfExponent: given('ratio', inputs.number('exponent'), '/exponent'),
    },
    given('ms', 1000, '/interval'),
    'touched',
  );
  checkSteps(flatten([touched]));
  expect(touched.value).toBe(new ZipfKeys(keys, inputs.number('exponent')).touched(updates));
  return { touchedKeys: touched.value, uniformTouchedKeys: distinctKeys(keys, updates) };
}

/** F4.9: what a changelog uploads and what a restore reads. */
function logged(inputs: ExampleInputs) {
  const log = changelog({
    updatesPerSecond: given('perSecond', inputs.number('updatesPerSecond'), '/updates'),
    entryBytes: given('bytes', inputs.number('entryBytes'), '/entryBytes'),
    logOverhead: given('bytes', inputs.number('logOverheadBytes'), '/logOverhead'),
    stateBytes: given('bytes', inputs.number('stateBytes'), '/stateBytes'),
    materializeInterval: given('ms', inputs.number('materialiseS') * 1000, '/materializeInterval'),
    materializeDuration: given('ms', inputs.number('materialiseDurationS') * 1000, '/materializeDuration'),
  });
  checkSteps(flatten([log.restore, log.materialization]));
  return {
    logMBps: log.log.value / MEGABYTE,
    materialiseMBps: log.materialization.value / MEGABYTE,
    maxReplayBytes: log.replay.value,
    restoreBytes: log.restore.value,
  };
}

describe('the worked examples of state in checkpoints', () => {
  runExamples(examplesIn(new URL('./worked-examples.json', import.meta.url)), {
    'F4.2': timeToLive,
    'F4.3': incremental,
    'F4.4': skewed,
    'F4.9': logged,
  });
});
