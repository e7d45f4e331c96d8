import { catalogueOf, flinkOption, SAMPLED_VERSIONS, type VersionView } from '@plimsoll/flink-config';
import { versionText } from '@plimsoll/units';
import type { Rule, Violation } from '../rule.js';
import { entry } from '../setting-evidence.js';

const [FIRST] = SAMPLED_VERSIONS;

export const rule: Rule = {
  id: 'option-not-sampled',
  family: 'file',
  severity: 'info',
  title: 'What this version makes of the key is not known for sure',
  why: 'What is known of Flink’s options was read from the classes of some versions. Between two of them an option came, went, or changed its type or its default; on which side of the change this version lies decides whether the setting does what the file says.',
  remedy: 'Look the key up in the documentation of exactly this version.',
  reference: 'Configuration',
  source: 'Flink documentation',
  needs: [],
  check({ config }) {
    const { view } = catalogueOf(config.version);
    if (!view.sampled && view.after === undefined) return beforeFirst(config.flinkVersion);
    return Object.keys(config.entries).flatMap((key): Violation[] => {
      const doubt = config.known(key)?.option?.notSampled ?? null;
      if (doubt === null || readOnBothSides(view, key)) return [];
      return [
        {
          message: `What Flink ${config.flinkVersion} makes of ${key} is not known for sure: ${doubt}.`,
          path: key,
          evidence: [entry(config, key), { name: 'doubt', value: doubt, unit: 'text', from: 'flink' }],
        },
      ];
    });
  },
};

/** Whether the versions around read the key, though one of them by another name or as a prefix: then this one does. */
function readOnBothSides({ at, after }: VersionView, key: string): boolean {
  const [older, newer] = [at, after].map((place) => {
    const version = place === undefined ? undefined : SAMPLED_VERSIONS[place];
    return version === undefined ? undefined : flinkOption(version, key);
  });
  return (
    older !== undefined &&
    newer !== undefined &&
    (older.by !== newer.by || older.option?.key !== newer.option?.key)
  );
}

/** All options of such a version are in doubt alike. */
function beforeFirst(flinkVersion: string): Violation[] {
  const first = FIRST === undefined ? '' : versionText(FIRST);
  return [
    {
      message: `The options of Flink ${flinkVersion} were not read from its classes: it is taken to have those of ${first}, so an option that came with ${first} would pass here.`,
      path: '/flinkVersion',
      evidence: [{ name: 'version', value: flinkVersion, unit: 'text', from: '/flinkVersion' }],
    },
  ];
}
