/** What only a cluster says, worded as its source does; `how` names the source. Sizes are those of a TaskManager of 4 GiB. */
const CONFIG = { 'taskmanager.memory.process.size': '4g' };
const flinkVersion = '1.20.5';
const CONTAINER = 'container_e42_1718000000000_0042_01_000007';

const said = (id, pool, how, symptom, config = CONFIG) => ({
  id,
  ...symptom,
  how,
  flinkVersion,
  config,
  pool,
});

export const WRITTEN = [
  said(
    'yarn-physical-3',
    'process',
    'Hadoop 3, ContainersMonitorImpl; line of Flink 1.20, YarnResourceManagerDriver',
    {
      text: `2024-06-10 11:20:31,402 INFO  org.apache.flink.runtime.resourcemanager.active.ActiveResourceManager [] - Worker ${CONTAINER} is terminated. Diagnostics: Container ${CONTAINER}(node7:8041) completed with exit code -104. Diagnostics: [2024-06-10 11:20:30.962]Container [pid=24774,containerID=${CONTAINER}] is running 168853504B beyond the 'PHYSICAL' memory limit. Current usage: 4.2 GB of 4 GB physical memory used; 7.8 GB of 8.4 GB virtual memory used. Killing container.\nDump of the process-tree for ${CONTAINER} :\n[2024-06-10 11:20:31.012]Container killed on request. Exit code is 143\n[2024-06-10 11:20:31.013]Container exited with a non-zero exit code 143.`,
      exitCode: -104,
    },
  ),
  said('yarn-physical-2', 'process', 'Hadoop 2, ContainersMonitorImpl', {
    text: `Container [pid=2542,containerID=${CONTAINER}] is running beyond physical memory limits. Current usage: 4.0 GB of 4 GB physical memory used; 5.9 GB of 8.4 GB virtual memory used. Killing container.`,
  }),
  said('yarn-virtual', 'process', 'Hadoop 3, ContainersMonitorImpl', {
    text: `[2024-06-10 11:20:30.962]Container [pid=24774,containerID=${CONTAINER}] is running 1073741824B beyond the 'VIRTUAL' memory limit. Current usage: 2.1 GB of 4 GB physical memory used; 9.4 GB of 8.4 GB virtual memory used. Killing container.`,
    exitCode: -103,
  }),
  said('yarn-exit-104', 'process', 'Hadoop 3, ContainerExitStatus.KILLED_EXCEEDED_PMEM', { exitCode: -104 }),
  said('yarn-exit-103', 'process', 'Hadoop 3, ContainerExitStatus.KILLED_EXCEEDED_VMEM', { exitCode: -103 }),
  said('yarn-external-signal', 'unknown', 'Hadoop 3, ContainerLaunch', {
    text: '[2024-06-10 11:20:31.013]Container killed on request. Exit code is 137\n[2024-06-10 11:20:31.014]Container exited with a non-zero exit code 137.\n[2024-06-10 11:20:31.014]Killed by external signal\n',
  }),
  said('yarn-preempted', 'none', 'Hadoop 3, ContainerExitStatus.PREEMPTED', { exitCode: -102 }),
  said('oom-killed', 'process', 'Kubernetes, status of a container', { reason: 'OOMKilled', exitCode: 137 }),
  said('oom-killed-described', 'process', 'Kubernetes, kubectl describe pod', {
    text: 'Containers:\n  flink-main-container:\n    State:          Waiting\n      Reason:       CrashLoopBackOff\n    Last State:     Terminated\n      Reason:       OOMKilled\n      Exit Code:    137\n    Limits:\n      memory:  4Gi\n',
  }),
  said('oom-kill-of-cgroup', 'process', 'Linux 6, mm/oom_kill.c and mm/memcontrol.c', {
    text: 'oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=cri-containerd-7f,mems_allowed=0,oom_memcg=/kubepods/burstable/pod1,task_memcg=/kubepods/burstable/pod1/7f,task=java,pid=31337,uid=9999\nMemory cgroup out of memory: Killed process 31337 (java) total-vm:9876544kB, anon-rss:4186112kB, file-rss:21504kB, shmem-rss:0kB, UID:9999 pgtables:9000kB oom_score_adj:985',
  }),
  said('oom-kill-of-machine', 'machine', 'Linux 6, mm/oom_kill.c', {
    text: 'oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/system.slice/flink.service,task=java,pid=31337,uid=1000\nOut of memory: Killed process 31337 (java) total-vm:9876544kB, anon-rss:3186112kB, file-rss:21504kB, shmem-rss:0kB, UID:1000 pgtables:9000kB oom_score_adj:0',
  }),
  said('evicted', 'machine', 'Kubernetes 1.30, kubelet, pkg/kubelet/eviction', {
    text: 'The node was low on resource: memory. Threshold quantity: 100Mi, available: 17348Ki. Container flink-main-container was using 4300Mi, request is 2Gi, has larger consumption of memory. ',
    reason: 'Evicted',
  }),
  said('liveness', 'none', 'Kubernetes 1.30, kubelet, event of a container', {
    text: 'Liveness probe failed: dial tcp 10.1.2.3:6122: connect: connection refused\nContainer flink-main-container failed liveness probe, will be restarted',
  }),
  said('jvm-crash', 'outsideJvm', 'HotSpot 17, first lines of hs_err_pid.log; exit code of SIGABRT', {
    text: '#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n#  SIGSEGV (0xb) at pc=0x00007f2b1c5d8e90, pid=1, tid=312\n#\n# Problematic frame:\n# C  [librocksdbjni-linux64.so+0x3d8e90]  rocksdb::BlockBasedTable::Get()+0x10\n#\n',
    exitCode: 134,
  }),
  said('native-mmap', 'machine', 'HotSpot 17, os::commit_memory and hs_err_pid.log', {
    text: "OpenJDK 64-Bit Server VM warning: INFO: os::commit_memory(0x0000000700000000, 1073741824, 0) failed; error='Not enough space' (errno=12)\n#\n# There is insufficient memory for the Java Runtime Environment to continue.\n# Native memory allocation (mmap) failed to map 1073741824 bytes for committing reserved memory.\n",
  }),
  said('heartbeat', 'unknown', 'Flink 1.20, JobMaster', {
    text: `org.apache.flink.runtime.jobmaster.JobMasterException: TaskManager with id ${CONTAINER}(node7:8041) is no longer reachable.\nCaused by: java.util.concurrent.TimeoutException: Heartbeat of TaskManager with id ${CONTAINER}(node7:8041) timed out.\n\tat org.apache.flink.runtime.jobmaster.JobMaster$TaskManagerHeartbeatListener.notifyHeartbeatTimeout(JobMaster.java:1489)`,
  }),
  said(
    'exit-fatal-as-java',
    'unknown',
    'Flink 1.20, FatalExitExceptionHandler: exit code before the shell takes it modulo 256',
    {
      exitCode: -17,
    },
  ),
  said('direct-java-8', 'direct', 'Java 8 and 11, java.nio.Bits', {
    text: 'java.lang.OutOfMemoryError: Direct buffer memory\n\tat java.nio.Bits.reserveMemory(Bits.java:694)\n\tat java.nio.DirectByteBuffer.<init>(DirectByteBuffer.java:123)\n\tat java.nio.ByteBuffer.allocateDirect(ByteBuffer.java:311)\n\tat org.apache.flink.shaded.netty4.io.netty.buffer.PoolArena$DirectArena.allocateDirect(PoolArena.java:755)',
  }),
  said('network-segments-mini-cluster', 'network', 'Flink 1.20, NetworkBufferPool in a MiniCluster', {
    text: 'Caused by: java.lang.OutOfMemoryError: Could not allocate enough memory segments for NetworkBufferPool (required (MB): 64, allocated (MB): 63, missing (MB): 1). Cause: Cannot reserve 32768 bytes of direct buffer memory (allocated: 66846720, limit: 66854912)\n\tat org.apache.flink.runtime.minicluster.MiniCluster.startTaskManagers(MiniCluster.java:814)',
  }),
];
