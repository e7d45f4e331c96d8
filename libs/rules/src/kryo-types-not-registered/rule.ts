import type { ConfigReader } from '../config-reader.js';
import { nameList } from '../name-list.js';
import { givenEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

const OLD = ['pipeline.registered-kryo-types', 'pipeline.default-kryo-serializers'];
const NEW = 'pipeline.serialization-config';

export const rule: Rule = {
  id: 'kryo-types-not-registered',
  family: 'upgrade-safety',
  severity: 'info',
  title: 'Types of Kryo are not registered',
  why: 'Flink tells Kryo of the type of a stream or a state, and of nothing else. For each object of another class, a subclass or what lies in a field, Kryo writes the full class name, often longer than the object: it costs network, state and checkpoints, and binds the savepoint to that name.',
  remedy:
    'Register them: pipeline.registered-kryo-types up to 1.18, pipeline.serialization-config from 1.19 on. 2.x reads the latter alone.',
  reference: 'Third-party serializers',
  source: 'Keep it going',
  needs: ['job'],
  check({ config, job }) {
    const types = job?.genericTypes ?? [];
    if (types.length === 0) return [];
    const told = registrations(config);
    const missing = types.filter((type) => !told.has(type));
    if (missing.length === 0) return [];
    const key = config.isFrom(1, 19) ? NEW : 'pipeline.registered-kryo-types';
    const bytes = Math.round(missing.reduce((sum, { length }) => sum + length, 0) / missing.length);
    return [
      {
        message: `Types that are not registered with Kryo (${missing.length} of ${types.length}): ${nameList(missing)}. Where one comes as a subclass or in a field Kryo writes its name, ${bytes} B on average, with each object. Name them in ${key}.`,
        path: key,
        evidence: [
          givenEvidence('types that are not registered', missing.length, 'count', '/job/genericTypes'),
          givenEvidence('length of a class name', bytes, 'bytes', '/job/genericTypes'),
        ],
      },
    ];
  },
};

/** Names of classes in the options that this version reads, whatever stands beside them. */
function registrations(config: ConfigReader): Set<string> {
  const keys = [...(config.isFrom(2, 0) ? [] : OLD), ...(config.isFrom(1, 19) ? [NEW] : [])];
  return new Set(keys.flatMap((key) => config.raw(key)?.match(/[\w$.]+/g) ?? []));
}
