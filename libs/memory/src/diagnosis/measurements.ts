import type { Measurement } from './diagnosis.js';

const measurement = (what: string, how: string, tells: string): Measurement => ({ what, how, tells });

export const HEAP_DUMP = measurement(
  'What fills the heap',
  '-XX:+HeapDumpOnOutOfMemoryError in env.java.opts.all, or jcmd <pid> GC.class_histogram',
  'state or records that the job keeps, against a leak',
);
export const HEAP_AFTER_GC = measurement(
  'Heap in use after a full collection',
  'Status.JVM.Memory.Heap.Used right after jcmd <pid> GC.run, or the GC log',
  'how much heap is needed; the sawtooth between collections does not say',
);
export const CLASS_LOADERS = measurement(
  'Class loaders that are never let go',
  'jcmd <pid> VM.classloader_stats, and Status.JVM.Memory.Metaspace.Used after each submission',
  'a leak, which grows with each submission, against a job with many classes, which does not',
);
export const DIRECT_USE = measurement(
  'Direct memory in use',
  'Status.JVM.Memory.Direct.MemoryUsed, and Status.Shuffle.Netty.UsedMemory for the part that Flink hands out itself',
  'buffers of connectors and libraries against those of the network',
);
export const BUFFERS_IN_USE = measurement(
  'Network buffers in use',
  'Status.Shuffle.Netty.UsedMemorySegments and RequestedMemoryUsage',
  'how many buffers the job asks for beyond the first gate that got none',
);
export const MANAGED_USE = measurement(
  'Managed memory in use',
  'Status.Flink.Memory.Managed.Used against .Total',
  'whether RocksDB, batch operators or Python need more than the slot’s share',
);
export const THREADS = measurement(
  'Threads, and who started them',
  'Status.JVM.Threads.Count, jcmd <pid> Thread.print, cat /proc/<pid>/limits, /sys/fs/cgroup/pids.max and pids.current',
  'a pool without bounds against a limit that is too low',
);
export const NATIVE_TRACKING = measurement(
  'What the JVM itself has allocated',
  '-XX:NativeMemoryTracking=summary in env.java.opts.all, then jcmd <pid> VM.native_memory summary',
  'heap, metaspace, code, stacks and collector; what the resident set holds beyond their sum lies outside the JVM',
);
export const MAPPINGS = measurement(
  'What lies outside the JVM’s accounting',
  'pmap -x <pid>: many mappings of 64 MiB are arenas of glibc’s allocator',
  'arenas, which MALLOC_ARENA_MAX=2 or jemalloc bound, against libraries that allocate themselves, RocksDB first of all',
);
export const ROCKSDB_USE = measurement(
  'RocksDB’s own use',
  'state.backend.rocksdb.metrics.block-cache-usage, block-cache-pinned-usage, cur-size-all-mem-tables and estimate-table-readers-mem',
  'iterators and pinned blocks, which go beyond managed memory',
);
export const CONTAINER_EVENTS = measurement(
  'Who ended the process',
  'kubectl describe pod (Last State, Events), dmesg -T | grep -i "killed process", yarn logs -applicationId <id>',
  'the kernel for memory, the kubelet for a probe, or the resource manager',
);
export const RESIDENT = measurement(
  'Resident set over time against the limit',
  'container_memory_working_set_bytes, or ps -o rss= -p <pid>',
  'a steady climb, which is a leak, against a jump',
);
export const EARLIER_LOG = measurement(
  'The last lines before the end',
  'the process’s own log and .out file, kubectl logs --previous',
  'the first exception, of which everything later is a consequence',
);
