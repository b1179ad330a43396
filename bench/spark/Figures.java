import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.StringJoiner;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Figures from the files of a partitioned export, by another engine: {@code Figures duckdb|spark DIR OUT}. OUT gets
 * a line a group; standard output the seconds of each question, the engine's own start not counted.
 */
public final class Figures {

    private static final List<String> BY = List.of("city", "city, district");

    public static void main(String[] args) throws Exception {
        try (PrintStream out = new PrintStream(args[2], StandardCharsets.UTF_8)) {
            if (args[0].equals("duckdb")) {
                duckdb(args[1], out);
            } else {
                spark(args[1], out);
            }
        }
    }

    private static void duckdb(String folder, PrintStream out) throws Exception {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            String files = "read_parquet('" + folder + "/**/*.parquet', hive_partitioning = true)";
            for (String by : BY) {
                long start = System.nanoTime();
                String sql = question(by, files, "quantile_cont(monthly_mid, [0.1, 0.25, 0.5, 0.75, 0.9])");
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        StringJoiner line = new StringJoiner("\t").add(by);
                        for (int i = 1; i <= 5; i++) {
                            line.add(rows.getString(i));
                        }
                        for (Object quantile : (Object[]) rows.getArray(6).getArray()) {
                            line.add(String.valueOf(quantile));
                        }
                        out.println(line);
                    }
                }
                told("duckdb", by, start);
            }
            long start = System.nanoTime();
            try (ResultSet rows = statement.executeQuery(month(files))) {
                rows.next();
                told("duckdb", "one month of one site, " + rows.getLong(1) + " rows", start);
            }
        }
    }

    private static void spark(String folder, PrintStream out) {
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "4")
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        spark.read().parquet(folder).createOrReplaceTempView("jobs");
        for (String by : BY) {
            long start = System.nanoTime();
            String sql = question(by, "jobs", "percentile(monthly_mid, array(0.1, 0.25, 0.5, 0.75, 0.9))");
            for (Row row : spark.sql(sql).collectAsList()) {
                StringJoiner line = new StringJoiner("\t").add(by);
                for (int i = 0; i < 5; i++) {
                    line.add(String.valueOf(row.get(i)));
                }
                for (Object quantile : row.getList(5)) {
                    line.add(String.valueOf(quantile));
                }
                out.println(line);
            }
            told("spark", by, start);
        }
        long start = System.nanoTime();
        long rows = spark.sql(month("jobs")).first().getLong(0);
        told("spark", "one month of one site, " + rows + " rows", start);
        spark.stop();
    }

    private static String question(String by, String from, String quantiles) {
        return "SELECT site, concat_ws('/', " + by + ") AS key, count(monthly_mid), sum(CASE WHEN monthly_mid IS NOT NULL THEN openings ELSE 0 END),"
                + " avg(monthly_mid), " + quantiles + " FROM " + from + " GROUP BY site, " + by;
    }

    private static String month(String from) {
        return "SELECT count(*), avg(monthly_mid) FROM " + from + " WHERE site = 'bench a' AND month = '2026-06'";
    }

    private static void told(String engine, String what, long start) {
        System.out.printf("%s\t%s\t%.2f%n", engine, what, (System.nanoTime() - start) / 1e9);
    }
}
