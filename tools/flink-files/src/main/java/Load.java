import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * Has Flink load files of the name that is the argument: one in each line of the input, in Base64. Prints for each, in a line of
 * JSON, the flat map that came of it, or the exception. Works on any version that has GlobalConfiguration.
 */
public final class Load {

    public static void main(String[] args) throws Exception {
        BufferedReader texts = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
        Path folder = Files.createTempDirectory("conf");
        Path file = folder.resolve(args[0]);
        for (String text = texts.readLine(); text != null; text = texts.readLine()) {
            Files.write(file, Base64.getDecoder().decode(text));
            answers.println(answer(folder));
        }
        answers.flush();
        Files.delete(file);
        Files.delete(folder);
    }

    private static String answer(Path folder) {
        try {
            Map<String, String> loaded = GlobalConfiguration.loadConfiguration(folder.toString()).toMap();
            StringJoiner result = new StringJoiner(",", "{", "}");
            new TreeMap<>(loaded).forEach((key, value) -> result.add(json(key) + ":" + json(value)));
            return "{\"ok\":true,\"result\":" + result + "}";
        } catch (Throwable thrown) {
            Throwable innermost = thrown;
            while (innermost.getCause() != null) {
                innermost = innermost.getCause();
            }
            String cause = innermost == thrown ? null : innermost.getClass().getSimpleName();
            return "{\"ok\":false,\"error\":" + json(thrown.getClass().getSimpleName())
                    + ",\"cause\":" + json(cause) + ",\"message\":" + json(innermost.getMessage()) + "}";
        }
    }

    private static String json(String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            boolean bare = character >= ' ' && character <= '~' && character != '"' && character != '\\';
            quoted.append(bare ? String.valueOf(character) : String.format("\\u%04x", (int) character));
        }
        return quoted.append('"').toString();
    }
}
