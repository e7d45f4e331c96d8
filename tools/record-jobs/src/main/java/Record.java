import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs one small job in a MiniCluster for some seconds and writes what Flink's REST API says of it.
 *
 * <p>Record file (datastream | sql) seconds
 */
public final class Record {
    private static final int SLOTS = 4;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] args) throws Exception {
        Path checkpoints = Files.createTempDirectory("record-jobs-");
        Configuration config = configured(checkpoints);
        MiniClusterConfiguration cluster =
                new MiniClusterConfiguration.Builder()
                        .setConfiguration(config)
                        .setNumTaskManagers(2)
                        .setNumSlotsPerTaskManager(SLOTS / 2)
                        .build();
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try (MiniCluster mini = new MiniCluster(cluster)) {
            mini.start();
            String rest = mini.getRestAddress().get().toString();
            StreamExecutionEnvironment job = StreamExecutionEnvironment.getExecutionEnvironment(config);
            job.enableCheckpointing(1000);
            job.setParallelism(2);
            job.setMaxParallelism(128);
            if (args[1].equals("sql")) Shops.build(job);
            else Clicks.build(job);
            JobGraph graph = job.getStreamGraph().getJobGraph();
            JobID id = mini.submitJob(graph).get().getJobID();
            Thread.sleep(Integer.parseInt(args[2]) * 1000L);
            Files.writeString(Path.of(args[0]), JSON.writeValueAsString(answers(rest + "/jobs/" + id)));
        } catch (Exception failed) {
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static Configuration configured(Path checkpoints) {
        Configuration config = new Configuration();
        config.setString("rest.bind-address", "127.0.0.1");
        config.setString("rest.address", "127.0.0.1");
        config.setString("rest.bind-port", "0");
        config.setString("taskmanager.memory.network.min", "32m");
        config.setString("taskmanager.memory.network.max", "32m");
        config.setString("taskmanager.memory.managed.size", "64m");
        config.setString("metrics.fetcher.update-interval", "500");
        config.setString("state.checkpoints.dir", checkpoints.toUri().toString());
        config.setString("execution.checkpointing.dir", checkpoints.toUri().toString());
        return config;
    }

    /** The answers of the REST API, as they are. The first one of metrics only makes the cluster fetch them. */
    private static ObjectNode answers(String base) throws Exception {
        JsonNode job = get(base);
        List<String> vertices = new ArrayList<>();
        for (JsonNode vertex : job.get("vertices")) vertices.add(vertex.get("id").asText());
        for (String vertex : vertices) get(base + "/vertices/" + vertex + "/subtasks/metrics");
        Thread.sleep(6000);
        ObjectNode all = JSON.createObjectNode();
        all.set("plan", get(base + "/plan"));
        all.set("job", get(base));
        JsonNode statistics = get(base + "/checkpoints");
        ObjectNode checkpoints = all.putObject("checkpoints");
        checkpoints.set("checkpoints", statistics);
        checkpoints.set("config", get(base + "/checkpoints/config"));
        ObjectNode details = checkpoints.putObject("details");
        for (JsonNode one : statistics.get("history")) {
            if (!one.get("status").asText().equals("COMPLETED")) continue;
            String id = one.get("id").asText();
            details.set(id, get(base + "/checkpoints/details/" + id));
            break;
        }
        ObjectNode metrics = all.putObject("metrics");
        for (String vertex : vertices) metrics.set(vertex, metrics(base + "/vertices/" + vertex + "/subtasks/metrics"));
        return all;
    }

    private static JsonNode metrics(String address) throws IOException, InterruptedException {
        List<String> asked = new ArrayList<>();
        for (JsonNode metric : get(address)) {
            String id = metric.get("id").asText();
            if (id.matches(".*(TimeMsPerSecond|num(Records|Bytes)(In|Out)(PerSecond)?)")) asked.add(id);
        }
        return get(address + "?get=" + String.join(",", asked));
    }

    private static JsonNode get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return JSON.readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
