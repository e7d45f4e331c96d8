import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.runtime.entrypoint.ClusterEntryPointExceptionUtils;
import org.apache.flink.runtime.io.disk.BatchShuffleReadBufferPool;
import org.apache.flink.runtime.io.network.buffer.NetworkBufferPool;
import org.apache.flink.runtime.memory.MemoryManager;
import org.apache.flink.util.FatalExitExceptionHandler;
import org.apache.flink.util.TaskManagerExceptionUtils;

/**
 * Makes a JVM, or Flink's classes in it, run out of one kind of memory, and prints the stack trace. The first argument says of
 * what; `taskmanager` or `jobmanager` as the second has Flink reword the error as that process does.
 */
public final class Failure {

    private static final int SEGMENT = 32 * 1024;
    private static final List<Object> KEPT = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Map<String, Callable<?>> ways = new HashMap<>();
        ways.put("heap", Failure::fillHeap);
        ways.put("gc", Failure::fillHeapSlowly);
        ways.put("array", () -> new long[Integer.MAX_VALUE]);
        ways.put("metaspace", Failure::loadClasses);
        ways.put("direct", Failure::fillDirect);
        ways.put("threads", Failure::startThreads);
        ways.put("native", Failure::allocateNative);
        ways.put("network-segments", () -> new NetworkBufferPool(Integer.parseInt(args[2]), SEGMENT));
        ways.put("network-buffers", () -> networkBuffers(Integer.parseInt(args[2]), Integer.parseInt(args[3])));
        ways.put("network-timeout", () -> exclusiveBuffers(Integer.parseInt(args[2])));
        ways.put("batch-shuffle", () -> batchShuffle(Long.parseLong(args[2])));
        ways.put("managed-pages", () -> pages(Long.parseLong(args[2]), Integer.parseInt(args[3])));
        ways.put("managed-reserve", () -> reserve(Long.parseLong(args[2]), Long.parseLong(args[3])));
        ways.put("managed-shared", () -> shared(Long.parseLong(args[2]), Long.parseLong(args[3])));
        ways.put("code", Failure::compileMuch);
        ways.put("fatal", Failure::fatalExit);
        ways.put("wait", Failure::waitForSignal);
        try {
            ways.get(args[0]).call();
        } catch (Throwable failure) {
            KEPT.clear();
            if (args.length > 1 && args[1].equals("taskmanager")) {
                TaskManagerExceptionUtils.tryEnrichTaskManagerError(failure);
            } else if (args.length > 1 && args[1].equals("jobmanager")) {
                ClusterEntryPointExceptionUtils.tryEnrichClusterEntryPointError(failure);
            }
            failure.printStackTrace(System.out);
            System.out.flush();
            Runtime.getRuntime().halt(1);
        }
    }

    private static Object fillHeap() {
        while (true) {
            KEPT.add(new byte[1 << 20]);
        }
    }

    private static Object fillHeapSlowly() {
        Map<Integer, String> kept = new HashMap<>();
        for (int at = 0; true; at++) {
            kept.put(at, String.valueOf(at));
        }
    }

    /** A class loader for each job that was submitted, none of them let go. */
    private static Object loadClasses() throws Exception {
        URL[] here = {Failure.class.getProtectionDomain().getCodeSource().getLocation()};
        while (true) {
            ClassLoader job = new URLClassLoader(here, null);
            KEPT.add(Class.forName("Loaded", true, job));
        }
    }

    private static Object fillDirect() {
        while (true) {
            KEPT.add(ByteBuffer.allocateDirect(1 << 20));
        }
    }

    private static Object startThreads() {
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            Thread thread =
                    new Thread(
                            () -> {
                                try {
                                    never.await();
                                } catch (InterruptedException stopped) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static Object allocateNative() throws Exception {
        Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        sun.misc.Unsafe unsafe = (sun.misc.Unsafe) field.get(null);
        while (true) {
            unsafe.allocateMemory(64L << 20);
        }
    }

    /** Much code, each method of it compiled under -Xcomp. */
    private static Object compileMuch() throws IOException {
        java.nio.file.Path source = java.nio.file.Files.createTempFile("Much", ".java");
        java.nio.file.Files.writeString(source, "class Much { java.util.List<String> list = java.util.List.of(); }");
        String folder = source.getParent().toString();
        return java.util.spi.ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, "-proc:none", "-d", folder, source.toString());
    }

    private static Object networkBuffers(int buffers, int required) throws IOException {
        NetworkBufferPool pool = new NetworkBufferPool(buffers, SEGMENT);
        while (true) {
            pool.createBufferPool(required, required);
        }
    }

    private static Object exclusiveBuffers(int buffers) throws IOException {
        NetworkBufferPool pool = new NetworkBufferPool(buffers, SEGMENT, Duration.ofMillis(500));
        pool.requestPooledMemorySegmentsBlocking(buffers);
        return pool.requestUnpooledMemorySegments(1);
    }

    private static Object batchShuffle(long bytes) throws Exception {
        BatchShuffleReadBufferPool pool = new BatchShuffleReadBufferPool(bytes, SEGMENT);
        return pool.requestBuffers();
    }

    private static Object pages(long managed, int pages) throws Exception {
        MemoryManager manager = MemoryManager.create(managed, SEGMENT);
        manager.allocatePages("sort", pages);
        return manager.allocatePages("hash join", pages);
    }

    private static Object reserve(long managed, long bytes) throws Exception {
        MemoryManager manager = MemoryManager.create(managed, SEGMENT);
        manager.reserveMemory("operator", bytes);
        manager.reserveMemory("operator", bytes);
        return manager;
    }

    private static Object shared(long managed, long reserved) throws Exception {
        MemoryManager manager = MemoryManager.create(managed, SEGMENT);
        manager.reserveMemory("operator", reserved);
        return manager.getSharedMemoryResourceForManagedMemory("state-rocks-managed-memory", size -> () -> {}, 1.0);
    }

    private static Object fatalExit() throws Exception {
        Thread thread = new Thread(() -> { throw new IllegalStateException("lost"); }, "flink-pekko.actor.default-dispatcher-5");
        thread.setUncaughtExceptionHandler(FatalExitExceptionHandler.INSTANCE);
        thread.start();
        thread.join();
        return null;
    }

    private static Object waitForSignal() throws Exception {
        System.out.println("waiting");
        Thread.sleep(60_000);
        return null;
    }
}

final class Loaded {}
