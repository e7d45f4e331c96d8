import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.apache.flink.configuration.Configuration;

/**
 * Asks Flink for the memory of a process: `taskmanager` or `jobmanager`, then options as `key=value`. Prints the JVM arguments, or
 * the stack trace with which Flink refuses. Works on any version from 1.10.
 */
public final class Process {

    private static final String TASK_MANAGER = "org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils";
    private static final String JOB_MANAGER = "org.apache.flink.runtime.jobmanager.JobManagerProcessUtils";
    private static final String MEMORY = "org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils";

    public static void main(String[] args) throws Exception {
        Configuration options = new Configuration();
        for (int at = 1; at < args.length; at++) {
            int equals = args[at].indexOf('=');
            options.setString(args[at].substring(0, equals), args[at].substring(equals + 1));
        }
        try {
            System.out.println(args[0].equals("jobmanager") ? jobManager(options) : taskManager(options));
        } catch (InvocationTargetException refused) {
            refused.getCause().printStackTrace(System.out);
            System.exit(1);
        }
    }

    private static Object taskManager(Configuration options) throws Exception {
        Object process = method(TASK_MANAGER, "processSpecFromConfig", 1).invoke(null, options);
        Method arguments;
        try {
            arguments = method(MEMORY, "generateJvmParametersStr", 1);
        } catch (ClassNotFoundException before111) {
            arguments = method(TASK_MANAGER, "generateJvmParametersStr", 1);
        }
        return arguments.invoke(null, process);
    }

    private static Object jobManager(Configuration options) throws Exception {
        Object process = method(JOB_MANAGER, "processSpecFromConfig", 1).invoke(null, options);
        return method(JOB_MANAGER, "generateJvmParametersStr", 2).invoke(null, process, options);
    }

    private static Method method(String type, String name, int parameters) throws Exception {
        for (Method method : Class.forName(type).getDeclaredMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == parameters) {
                method.setAccessible(true);
                return method;
            }
        }
        throw new NoSuchMethodException(type + "." + name);
    }
}
