import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How many TaskManager memory models Flink's own classes make per second: the sizes, the JVM arguments and the dynamic options as
 * text. The argument is a file of JSON Lines, each a flat map of options. Each line on standard input is a number of milliseconds
 * to run for; the answer is a line with the models per second of processor time of this process, garbage collection included.
 * Every round runs in the same JVM, so a first one warms it up.
 */
public final class FlinkMemoryRate {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Keeps the compiler from leaving work out. */
    private static long characters;

    public static void main(String[] args) throws Exception {
        List<Configuration> configurations = configurations(Path.of(args[0]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(rate(configurations, Long.parseLong(line.trim()) * 1_000_000));
        }
        System.err.println(characters + " characters");
    }

    private static List<Configuration> configurations(Path file) throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<Configuration> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Configuration configuration = new Configuration();
            json.readTree(line)
                    .fields()
                    .forEachRemaining(option -> configuration.setString(option.getKey(), option.getValue().asText()));
            model(configuration);
            all.add(configuration);
        }
        return all;
    }

    private static double rate(List<Configuration> configurations, long nanos) {
        long before = SYSTEM.getProcessCpuTime();
        long models = 0;
        long used = 0;
        while (used < nanos) {
            for (Configuration configuration : configurations) {
                characters += model(configuration);
            }
            models += configurations.size();
            used = SYSTEM.getProcessCpuTime() - before;
        }
        return models * 1e9 / used;
    }

    private static int model(Configuration configuration) {
        TaskExecutorProcessSpec process = TaskExecutorProcessUtils.processSpecFromConfig(configuration);
        String arguments = ProcessMemoryUtils.generateJvmParametersStr(process);
        String options = TaskExecutorProcessUtils.generateDynamicConfigsStr(process);
        return arguments.length() + options.length();
    }
}
