import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** Orders by shop in windows of 10 s that slide by 2 s; orders joined with the payments of the same seconds; large orders. */
final class Shops {
    private Shops() {}

    static void build(StreamExecutionEnvironment job) {
        StreamTableEnvironment tables = StreamTableEnvironment.create(job);
        String time = ", rt AS LOCALTIMESTAMP, WATERMARK FOR rt AS rt) WITH ('connector' = 'datagen', 'rows-per-second' = '200', ";
        String bounds = "'fields.id.min' = '1', 'fields.id.max' = '200')";
        tables.executeSql("CREATE TABLE orders (id BIGINT, shop INT, price DOUBLE" + time
                + "'fields.shop.min' = '1', 'fields.shop.max' = '20', 'fields.price.min' = '0', 'fields.price.max' = '100', "
                + bounds);
        tables.executeSql("CREATE TABLE payments (id BIGINT, way STRING" + time + "'fields.way.length' = '4', " + bounds);
        tables.executeSql("CREATE TABLE takings (shop INT, w TIMESTAMP(3), total DOUBLE) WITH ('connector' = 'blackhole')");
        tables.executeSql("CREATE TABLE paid (id BIGINT, way STRING, price DOUBLE) WITH ('connector' = 'blackhole')");
        tables.executeSql("CREATE TABLE expensive (id BIGINT, price DOUBLE) WITH ('connector' = 'blackhole')");
        StreamStatementSet all = tables.createStatementSet();
        all.addInsertSql("INSERT INTO takings SELECT shop, window_start, SUM(price) FROM TABLE("
                + "HOP(TABLE orders, DESCRIPTOR(rt), INTERVAL '2' SECOND, INTERVAL '10' SECOND)) GROUP BY shop, window_start, window_end");
        all.addInsertSql("INSERT INTO paid SELECT o.id, p.way, o.price FROM orders o JOIN payments p ON o.id = p.id "
                + "AND p.rt BETWEEN o.rt - INTERVAL '1' SECOND AND o.rt + INTERVAL '3' SECOND");
        all.addInsertSql("INSERT INTO expensive SELECT id, price FROM orders WHERE price > 90");
        all.attachAsDataStream();
    }
}
