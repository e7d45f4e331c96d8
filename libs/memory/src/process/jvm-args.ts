/**
 * The JVM's memory arguments in Flink's order.
 * @param direct null: the JVM is given no limit of direct memory
 * @see org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils#generateJvmParametersStr
 */
export function jvmArgs(heap: bigint, direct: bigint | null, metaspace: bigint): string[] {
  const args = [`-Xmx${heap}`, `-Xms${heap}`];
  if (direct !== null) args.push(`-XX:MaxDirectMemorySize=${direct}`);
  args.push(`-XX:MaxMetaspaceSize=${metaspace}`);
  return args;
}
