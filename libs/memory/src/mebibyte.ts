/** Bytes of what Flink calls `mb`, Kubernetes `Mi` and YARN a megabyte. */
export const MIB = 2n ** 20n;
