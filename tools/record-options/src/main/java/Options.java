import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;

/**
 * Says what Flink reads of a configuration: a line for each line of the input, which names an option by its class and key (class#key)
 * and the entries of a configuration in Base64, separated by tabs. With `enums` it says the class of each option's enum instead,
 * with `flat` it reads as after a flink-conf.yaml was loaded.
 */
public final class Options {
    public static void main(String[] args) throws Exception {
        String mode = args.length == 0 ? "" : args[0];
        if (mode.equals("flat")) flat();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        StringBuilder out = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t", -1);
            try {
                ConfigOption<?> option = option(parts[0]);
                out.append(mode.equals("enums") ? text(classOf(option).getName()) : read(option, parts));
            } catch (ReflectiveOperationException | LinkageError gone) {
                out.append("null");
            }
            out.append('\n');
        }
        System.out.write(out.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private static ConfigOption<?> option(String place) throws ReflectiveOperationException {
        String[] names = place.split("#");
        for (Field field : Class.forName(names[0]).getDeclaredFields()) {
            if (field.getType() != ConfigOption.class || !Modifier.isStatic(field.getModifiers())) continue;
            field.setAccessible(true);
            ConfigOption<?> option = (ConfigOption<?>) field.get(null);
            if (option.key().equals(names[1])) return option;
        }
        throw new NoSuchFieldException(place);
    }

    private static Class<?> classOf(ConfigOption<?> option) throws ReflectiveOperationException {
        Method method = ConfigOption.class.getDeclaredMethod("getClazz");
        method.setAccessible(true);
        return (Class<?>) method.invoke(option);
    }

    private static void flat() throws ReflectiveOperationException {
        Field field =
                Class.forName("org.apache.flink.configuration.GlobalConfiguration")
                        .getDeclaredField("standardYaml");
        field.setAccessible(true);
        field.set(null, false);
    }

    private static String read(ConfigOption<?> option, String[] parts) {
        Configuration configuration = new Configuration();
        for (int at = 1; at + 1 < parts.length; at += 2) {
            configuration.setString(decoded(parts[at]), decoded(parts[at + 1]));
        }
        try {
            Optional<?> value = configuration.getOptional(option);
            return value.isPresent() ? "{\"value\":" + json(value.get()) + "}" : "{\"value\":null}";
        } catch (RuntimeException failure) {
            Throwable cause = failure.getCause();
            return "{\"exception\":" + text(failure.getClass().getSimpleName())
                    + ",\"message\":" + text(failure.getMessage())
                    + (cause == null
                            ? ""
                            : ",\"cause\":" + text(cause.getClass().getSimpleName())
                                    + ",\"causeMessage\":" + text(cause.getMessage()))
                    + "}";
        }
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /** Numbers of 64 bits, sizes and durations as texts of digits, so that nothing is lost. */
    private static String json(Object value) {
        if (value instanceof Duration) {
            Duration duration = (Duration) value;
            return text(
                    java.math.BigInteger.valueOf(duration.getSeconds())
                            .multiply(java.math.BigInteger.valueOf(1_000_000_000L))
                            .add(java.math.BigInteger.valueOf(duration.getNano()))
                            .toString());
        }
        if (value instanceof MemorySize) return text(Long.toString(((MemorySize) value).getBytes()));
        if (value instanceof List) {
            List<String> items = new ArrayList<>();
            for (Object item : (List<?>) value) items.add(json(item));
            return "[" + String.join(",", items) + "]";
        }
        if (value instanceof Map) {
            TreeMap<String, String> entries = new TreeMap<>();
            ((Map<?, ?>) value).forEach((key, entry) -> entries.put(key.toString(), json(entry)));
            List<String> items = new ArrayList<>();
            entries.forEach((key, entry) -> items.add(text(key) + ":" + entry));
            return "{" + String.join(",", items) + "}";
        }
        if (value instanceof Integer || value instanceof Boolean) return value.toString();
        if (value instanceof Float) return text(Double.toString(((Float) value).doubleValue()));
        return text(value.toString());
    }

    private static String text(String value) {
        if (value == null) return "null";
        StringBuilder out = new StringBuilder("\"");
        for (char sign : value.toCharArray()) {
            if (sign == '"' || sign == '\\') out.append('\\').append(sign);
            else if (sign < 0x20 || sign > 0x7e) out.append(String.format("\\u%04x", (int) sign));
            else out.append(sign);
        }
        return out.append('"').toString();
    }
}
