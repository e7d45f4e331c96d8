import java.lang.reflect.Method;
import java.time.Duration;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.functions.ReduceFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.CoMapFunction;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/**
 * Clicks → half of them → marked by broadcast rules → counted by user in windows of 2 s → enriched by half as many subtasks;
 * the same half goes to an archive over REBALANCE, and clicks are counted in their own chain besides.
 */
final class Clicks {
    private static final int USERS = 50;

    private Clicks() {}

    static void build(StreamExecutionEnvironment job) throws Exception {
        DataStream<Tuple2<Long, Long>> clicks =
                job.fromSequence(0, Long.MAX_VALUE / 2).name("clicks").map(new Click()).name("parse");
        DataStream<Tuple2<Long, Long>> wanted = clicks.filter(new Even());
        DataStream<Long> rules = job.fromSequence(0, Long.MAX_VALUE / 2).setParallelism(1).name("rules").map(new Slow()).setParallelism(1);
        SingleOutputStreamOperator<Tuple2<Long, Long>> marked =
                wanted.connect(rules.broadcast()).map(new Mark()).returns(Types.TUPLE(Types.LONG, Types.LONG));
        marked.name("apply rules")
                .keyBy(click -> click.f0, Types.LONG)
                .window(tumbling())
                .reduce(new Sum())
                .rescale()
                .map(new Same()).name("enrich").setParallelism(1)
                .print().name("results").setParallelism(1);
        wanted.rebalance().print().name("archive").setParallelism(4);
        wanted.filter(new Never()).name("odd ones, if any").print().name("alarms");
    }

    /** Its argument is a Time in older versions, a Duration in newer ones. */
    @SuppressWarnings("unchecked")
    private static WindowAssigner<Object, TimeWindow> tumbling() throws Exception {
        Class<?> assigner =
                Class.forName("org.apache.flink.streaming.api.windowing.assigners.TumblingProcessingTimeWindows");
        Object found = null;
        for (Method of : assigner.getMethods()) {
            if (!of.getName().equals("of") || of.getParameterCount() != 1) continue;
            Class<?> length = of.getParameterTypes()[0];
            if (length == Duration.class) found = of.invoke(null, Duration.ofSeconds(2));
            else if (found == null) {
                Object time = length.getMethod("milliseconds", long.class).invoke(null, 2000L);
                found = of.invoke(null, time);
            }
        }
        return (WindowAssigner<Object, TimeWindow>) found;
    }

    /** About a thousand a second and subtask. */
    static final class Click implements MapFunction<Long, Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1L;

        @Override
        public Tuple2<Long, Long> map(Long number) throws Exception {
            Thread.sleep(1);
            return Tuple2.of(number % USERS, number);
        }
    }

    static final class Slow implements MapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long map(Long number) throws Exception {
            Thread.sleep(100);
            return number;
        }
    }

    static final class Even implements FilterFunction<Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean filter(Tuple2<Long, Long> click) {
            return click.f1 % 2 == 0;
        }
    }

    static final class Never implements FilterFunction<Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean filter(Tuple2<Long, Long> click) {
            return click.f1 % 2 == 1;
        }
    }

    static final class Mark implements CoMapFunction<Tuple2<Long, Long>, Long, Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1L;

        @Override
        public Tuple2<Long, Long> map1(Tuple2<Long, Long> click) {
            return click;
        }

        @Override
        public Tuple2<Long, Long> map2(Long rule) {
            return Tuple2.of(0L, rule);
        }
    }

    static final class Sum implements ReduceFunction<Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1L;

        @Override
        public Tuple2<Long, Long> reduce(Tuple2<Long, Long> a, Tuple2<Long, Long> b) {
            return Tuple2.of(a.f0, a.f1 + b.f1);
        }
    }

    static final class Same implements MapFunction<Tuple2<Long, Long>, Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1L;

        @Override
        public Tuple2<Long, Long> map(Tuple2<Long, Long> count) {
            return count;
        }
    }
}
