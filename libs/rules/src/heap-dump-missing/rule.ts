import type { ConfigReader } from '../config-reader.js';
import { isOfJobAlone } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { holdsSecret } from '../secrets.js';
import { setting } from '../setting-evidence.js';

const FLAG = '-XX:+HeapDumpOnOutOfMemoryError';
const PATH = '-XX:HeapDumpPath=';

export const rule: Rule = {
  id: 'heap-dump-missing',
  family: 'availability',
  severity: 'info',
  title: 'An OutOfMemoryError leaves nothing to look at',
  why: 'What filled the heap is known only to the process that died. Without a heap dump the next one has to die as well before anybody can look, and production is where it happens.',
  remedy: `Give the TaskManagers ${FLAG} and ${PATH}… to a volume that outlives the process and has room for the whole heap.`,
  reference: 'Application Profiling & Debugging',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config } = facts;
    if (isOfJobAlone(facts)) return [];
    const keys = [config.named('env.java.opts.all', 'env.java.opts'), OPTIONS];
    const texts = keys.map((key) => config.raw(key) ?? '');
    if (texts.some((text) => text.includes(FLAG))) return [];
    const withPath = keys.find((_, at) => texts[at]?.includes(PATH));
    const key = withPath ?? keys.find((_, at) => texts[at] !== '') ?? OPTIONS;
    return [
      {
        message: `The TaskManagers run without ${FLAG}. ${withPath === undefined ? `Set it in ${key}, with ${PATH}… on a volume.` : `${withPath} says where a dump would go, and nothing writes one.`}`,
        path: config.keyOf(key),
        evidence: keys.map((one) => setting(config, one)),
        ...(withPath !== undefined &&
          !holdsSecret(config.raw(withPath) ?? '') && { fix: added(config, withPath) }),
      },
    ];
  },
};

const OPTIONS = 'env.java.opts.taskmanager';

const added = (config: ConfigReader, key: string) => ({
  set: { [config.keyOf(key)]: `${config.raw(key) ?? ''} ${FLAG}`.trim() },
  unset: [],
});
