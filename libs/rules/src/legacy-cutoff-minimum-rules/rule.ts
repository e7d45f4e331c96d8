import { countOf } from '../evidence-items.js';
import { legacyContainer } from '../legacy-container.js';
import type { Rule } from '../rule.js';

const MINIMUM = 'containerized.heap-cutoff-min';

export const rule: Rule = {
  id: 'legacy-cutoff-minimum-rules',
  family: 'memory',
  severity: 'warning',
  title: 'The cut-off takes more of the container than its ratio says',
  why: 'Flink before 1.10 keeps a part of a container free of Java memory: a quarter of it, but 600 MB at the least. Below 2400 MB the minimum decides, and the heap is smaller than the ratio lets one expect. A TaskManager of 1 GB has less than half of it for Java.',
  remedy: `Ask for a container of 2400 MB or more, or set ${MINIMUM} after measuring what lies outside of the heap: Netty, metaspace, stacks and RocksDB.`,
  reference: 'F7.1',
  source: 'Keep it going',
  needs: ['deployment'],
  until: '1.9',
  check(facts) {
    const container = legacyContainer(facts);
    if (container?.kind !== 'ok') return [];
    const { javaMegabytes, heapMegabytes, cutoffMegabytes, talkHeapMegabytes } = container.value;
    if (Number(javaMegabytes) >= Math.floor(talkHeapMegabytes)) return [];
    return [
      {
        message: `Of a container of ${container.containerMegabytes} MB, ${cutoffMegabytes} MB are cut off by the minimum: the heap is ${heapMegabytes} MB, where the ratio alone would leave ${talkHeapMegabytes} MB.`,
        path: container.key,
        evidence: [
          countOf('container, MB', container.containerMegabytes, `/config/${container.key}`),
          countOf('cut-off, MB', Number(cutoffMegabytes), `/config/${MINIMUM}`),
          countOf('heap, MB', Number(heapMegabytes), 'F7.1'),
        ],
      },
    ];
  },
};
