import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.restartstrategy.RestartStrategies;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.RichSinkFunction;
import org.apache.flink.streaming.api.functions.source.RichParallelSourceFunction;
import org.apache.flink.util.Collector;

/**
 * Runs one small job in a MiniCluster and prints what Flink's REST API says of its checkpoints.
 *
 * <p>Record key=value … : rate (records per second and source), seconds, interval, taskManagers, plus what goes wrong: sinkMicros, syncMs,
 * uploadBytesPerSecond, valueBytes, hotBytes (of the one key 0), keys, legacy, fails, mostBytes (of a file), pauseEvery and liveObjects (every so many
 * checkpoints the garbage of a heap with so many objects is collected); names with a dot are Flink's own options.
 */
public final class Record {
    static final int PARALLELISM = 4;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] args) throws Exception {
        Map<String, Integer> knobs = new TreeMap<>();
        Configuration config = new Configuration();
        for (String arg : args) {
            String[] parts = arg.split("=", 2);
            if (parts[0].contains(".")) config.setString(parts[0], parts[1]);
            else knobs.put(parts[0], Integer.valueOf(parts[1]));
        }
        config.setString("rest.bind-address", "127.0.0.1");
        config.setString("rest.address", "127.0.0.1");
        config.setString("rest.bind-port", "0");
        config.setString("taskmanager.memory.network.min", "32m");
        config.setString("taskmanager.memory.network.max", "32m");
        config.setString("taskmanager.memory.managed.size", "16m");
        int processes = knobs.getOrDefault("taskManagers", 2);
        MiniClusterConfiguration cluster =
                new MiniClusterConfiguration.Builder()
                        .setConfiguration(config)
                        .setNumTaskManagers(processes)
                        .setNumSlotsPerTaskManager(PARALLELISM / processes)
                        .build();
        Path directory = Files.createTempDirectory("record-checkpoints-");
        try (MiniCluster mini = new MiniCluster(cluster)) {
            mini.start();
            URI rest = mini.getRestAddress().get();
            StreamExecutionEnvironment job = StreamExecutionEnvironment.getExecutionEnvironment(config);
            build(job, knobs, directory);
            JobID id = mini.submitJob(job.getStreamGraph().getJobGraph()).get().getJobID();
            Thread.sleep(knobs.getOrDefault("seconds", 12) * 1000L);
            System.out.println(JSON.writeValueAsString(statistics(rest + "/jobs/" + id)));
            System.out.flush();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void build(StreamExecutionEnvironment job, Map<String, Integer> knobs, Path directory) {
        job.setParallelism(PARALLELISM);
        job.setMaxParallelism(128);
        job.setRestartStrategy(RestartStrategies.noRestart());
        job.enableCheckpointing(knobs.getOrDefault("interval", 1000));
        job.getCheckpointConfig().setTolerableCheckpointFailureNumber(1000);
        int most = knobs.getOrDefault("mostBytes", Integer.MAX_VALUE);
        int upload = knobs.getOrDefault("uploadBytesPerSecond", Integer.MAX_VALUE);
        job.getCheckpointConfig().setCheckpointStorage(
                new SlowStorage(new org.apache.flink.core.fs.Path(directory.toUri()), upload, most));
        numbers(job, knobs)
                .keyBy(number -> number)
                .process(new Keep(knobs)).name("keep")
                .rebalance()
                .addSink(new Sink(knobs)).name("sink");
    }

    /** From a source of today, or with {@code legacy} from one that holds the checkpoint lock while it emits. */
    private static DataStream<Long> numbers(StreamExecutionEnvironment job, Map<String, Integer> knobs) {
        if (knobs.containsKey("legacy")) return job.addSource(new Numbers(knobs)).name("numbers");
        int keys = knobs.getOrDefault("keys", 1000);
        DataGeneratorSource<Long> source =
                new DataGeneratorSource<>(
                        at -> at * 31 % keys,
                        Long.MAX_VALUE,
                        RateLimiterStrategy.perSecond(knobs.getOrDefault("rate", 200) * PARALLELISM),
                        Types.LONG);
        return job.fromSource(source, WatermarkStrategy.noWatermarks(), "numbers");
    }

    /** The answers of the REST API, as they are; vertices tell which TaskManager runs a subtask. */
    private static ObjectNode statistics(String base) throws IOException, InterruptedException {
        ObjectNode all = JSON.createObjectNode();
        JsonNode checkpoints = get(base + "/checkpoints");
        all.set("checkpoints", checkpoints);
        List<String> vertices = new ArrayList<>();
        ObjectNode placed = all.putObject("vertices");
        JsonNode job = get(base);
        all.set("job", job);
        for (JsonNode vertex : job.get("vertices")) vertices.add(vertex.get("id").asText());
        for (String vertex : vertices) placed.set(vertex, get(base + "/vertices/" + vertex));
        ObjectNode details = all.putObject("details");
        ObjectNode subtasks = all.putObject("subtasks");
        for (JsonNode checkpoint : checkpoints.get("history")) {
            String id = checkpoint.get("id").asText();
            details.set(id, get(base + "/checkpoints/details/" + id));
            ObjectNode of = subtasks.putObject(id);
            for (String vertex : vertices) {
                of.set(vertex, get(base + "/checkpoints/details/" + id + "/subtasks/" + vertex));
            }
        }
        return all;
    }

    private static JsonNode get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return JSON.readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** Numbers at a steady rate, of which some are always the same. */
    static final class Numbers extends RichParallelSourceFunction<Long> {
        private static final long serialVersionUID = 1L;
        private final int rate;
        private final int keys;
        private volatile boolean running = true;

        Numbers(Map<String, Integer> knobs) {
            rate = knobs.getOrDefault("rate", 200);
            keys = knobs.getOrDefault("keys", 1000);
        }

        @Override
        public void run(SourceContext<Long> context) throws Exception {
            long began = System.nanoTime();
            for (long at = 0; running; at++) {
                synchronized (context.getCheckpointLock()) {
                    context.collect(at * 31 % keys);
                }
                long due = began + at * 1_000_000_000L / rate;
                long early = (due - System.nanoTime()) / 1_000_000;
                if (early > 0) Thread.sleep(early);
            }
        }

        @Override
        public void cancel() {
            running = false;
        }
    }

    /** Keeps a value for each key, and more for the hot one. */
    static final class Keep extends KeyedProcessFunction<Long, Long, Long> implements CheckpointedFunction {
        private static final long serialVersionUID = 1L;
        private final int valueBytes;
        private final int hotBytes;
        private final int syncMs;
        private final int pauseEvery;
        private final boolean fails;
        private final int liveObjects;
        private transient ValueState<byte[]> value;

        Keep(Map<String, Integer> knobs) {
            valueBytes = knobs.getOrDefault("valueBytes", 100);
            hotBytes = knobs.getOrDefault("hotBytes", 0);
            syncMs = knobs.getOrDefault("syncMs", 0);
            pauseEvery = knobs.getOrDefault("pauseEvery", 0);
            liveObjects = knobs.getOrDefault("liveObjects", 0);
            fails = knobs.containsKey("fails");
        }

        @Override
        public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
            if (value.value() == null) value.update(new byte[number == 0 && hotBytes > 0 ? hotBytes : valueBytes]);
            out.collect(number);
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
            if (fails && subtask == 1) throw new IOException("no space left on the local disk");
            if (syncMs > 0) Thread.sleep(syncMs);
            if (pauseEvery > 0 && subtask == 0 && context.getCheckpointId() % pauseEvery == 0) Pause.soon(liveObjects);
        }

        @Override
        public void initializeState(FunctionInitializationContext context) {
            value = context.getKeyedStateStore().getState(new ValueStateDescriptor<>("value", byte[].class));
        }
    }

    static final class Sink extends RichSinkFunction<Long> {
        private static final long serialVersionUID = 1L;
        private final int micros;

        Sink(Map<String, Integer> knobs) {
            micros = knobs.getOrDefault("sinkMicros", 0);
        }

        @Override
        public void invoke(Long number, Context context) throws Exception {
            if (micros > 0) Thread.sleep(micros / 1000, micros % 1000 * 1000);
        }
    }
}
