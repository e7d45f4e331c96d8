import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;

/**
 * Has Flink load files of the name that is the argument and size a TaskManager by each: one in each line of the input, in Base64.
 * Prints for each the total process memory in bytes, or the exception.
 */
public final class Start {

    public static void main(String[] args) throws Exception {
        BufferedReader texts = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        Path folder = Files.createTempDirectory("conf");
        Path file = folder.resolve(args[0]);
        for (String text = texts.readLine(); text != null; text = texts.readLine()) {
            Files.write(file, Base64.getDecoder().decode(text));
            System.out.println(answer(folder));
        }
        Files.delete(file);
        Files.delete(folder);
    }

    private static String answer(Path folder) {
        try {
            Configuration loaded = GlobalConfiguration.loadConfiguration(folder.toString());
            return "\"" + TaskExecutorProcessUtils.processSpecFromConfig(loaded)
                    .getTotalProcessMemorySize().getBytes() + "\"";
        } catch (Throwable thrown) {
            return "\"" + thrown.getClass().getSimpleName() + "\"";
        }
    }
}
