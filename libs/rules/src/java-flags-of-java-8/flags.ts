/** Flags that a JVM does not start with, each with the first version of Java that refuses it; tried on Java 17 and 25. */
const REFUSED: Readonly<Record<number, readonly string[]>> = {
  9: [
    'PrintGCDateStamps',
    'PrintGCTimeStamps',
    'PrintTenuringDistribution',
    'PrintGCApplicationStoppedTime',
    'PrintGCApplicationConcurrentTime',
    'PrintHeapAtGC',
    'PrintAdaptiveSizePolicy',
    'PrintReferenceGC',
    'PrintPromotionFailure',
    'PrintGCCause',
    'UseGCLogFileRotation',
    'NumberOfGCLogFiles',
    'GCLogFileSize',
    'CMSIncrementalMode',
    'G1SummarizeRSetStats',
  ],
  11: ['UseParNewGC', 'UseCGroupMemoryLimitForHeap'],
  13: ['AggressiveOpts'],
  15: [
    'UseConcMarkSweepGC',
    'CMSParallelRemarkEnabled',
    'CMSInitiatingOccupancyFraction',
    'UseCMSInitiatingOccupancyOnly',
    'CMSClassUnloadingEnabled',
  ],
  16: ['UseParallelOldGC'],
  17: ['MaxPermSize', 'PermSize', 'TraceClassLoading'],
  19: ['UseBiasedLocking'],
};

const FIRST: ReadonlyMap<string, number> = new Map(
  Object.entries(REFUSED).flatMap(([java, names]) =>
    names.map((name): [string, number] => [name, Number(java)]),
  ),
);

/** The first Java that does not start with a flag; undefined where none of the known refuses it. */
export const refusedFrom = (name: string): number | undefined => FIRST.get(name);
