package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Ran;
import tools.jackson.databind.JsonNode;

/** What an analyst computes from the files of a partitioned export is what {@code stats} says. */
class PartitionedFiguresTest {

    private static final int ROWS = 20_000;
    private static final double ONE_CNY = 1;
    private static final List<String> FIGURES = List.of("mean", "p10", "p25", "median", "p75", "p90");

    private static final String QUESTION = """
            SELECT site, city, count(monthly_mid) AS n, sum(openings) FILTER (monthly_mid IS NOT NULL) AS openings,
                avg(monthly_mid), quantile_cont(monthly_mid, 0.1), quantile_cont(monthly_mid, 0.25),
                quantile_cont(monthly_mid, 0.5), quantile_cont(monthly_mid, 0.75), quantile_cont(monthly_mid, 0.9)
            FROM read_parquet('%s/**/*.parquet', hive_partitioning = true) GROUP BY site, city""";

    @TempDir
    Path folder;

    @Test
    void anEngineThatIsNotOursComputesThemFromTheFiles() throws Exception {
        String database = folder.resolve("a.db").toString();
        Ran imported = Ran.imported(Path.of(database), madeUp());
        assertEquals(0, imported.exitCode(), imported.err());
        Path files = folder.resolve("files");
        Ran export = Ran.paymap(
                "export", "--db", database, "--all-sites", "--partition-by", "site,month", "--out", files.toString());
        assertEquals(0, export.exitCode(), export.err());
        assertTrue(export.err().contains(", files: 24"), export.err());

        JsonNode ours = Ran.paymap("stats", "--db", database, "--all-keywords", "--by", "site,city", "--json")
                .json()
                .path("groups");

        assertEquals(6, ours.size());
        int met = 0;
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet theirs = statement.executeQuery(QUESTION.formatted(files))) {
            for (; theirs.next(); met++) {
                requireSame(group(ours, theirs.getString(1), theirs.getString(2)), theirs);
            }
        }
        assertEquals(6, met);
    }

    private static void requireSame(JsonNode group, ResultSet theirs) throws Exception {
        assertEquals(theirs.getLong("n"), group.path("n").asLong());
        assertEquals(theirs.getLong("openings"), group.path("openings").asLong());
        for (int i = 0; i < FIGURES.size(); i++) {
            assertEquals(
                    theirs.getDouble(5 + i), group.path(FIGURES.get(i)).asDouble(), ONE_CNY, FIGURES.get(i) + group);
        }
    }

    private static JsonNode group(JsonNode groups, String site, String city) {
        for (JsonNode group : groups) {
            if (group.path("site").asString().equals(site)
                    && group.path("city").asString().equals(city)) {
                return group;
            }
        }
        throw new AssertionError("paymap has no group of " + site + ", " + city);
    }

    /** Two sites, a year of months, pay of every kind. */
    private Path madeUp() throws IOException {
        Random random = new Random(30);
        List<String> odd = List.of("15k以上", "面议", "200-300元/天", "20-30万/年", "乱写");
        StringBuilder rows = new StringBuilder("site,city,title,salary,salary_low,openings,first_seen,last_seen\n");
        for (int i = 0; i < ROWS; i++) {
            int low = 4 + (int) Math.abs(random.nextGaussian() * 12);
            String pay = random.nextInt(10) == 0
                    ? odd.get(random.nextInt(odd.size()))
                    : low + "k-" + (low + 1 + random.nextInt(low)) + "k" + (random.nextInt(4) == 0 ? "·14薪" : "");
            String month = "2025-%02d".formatted(1 + random.nextInt(12));
            rows.append("%s,%s,岗%d,%s,,%d,%s-03T00:00:00Z,2026-01-01T00:00:00Z%n"
                    .formatted(
                            random.nextInt(3) == 0 ? "甲" : "b:1",
                            List.of("北京", "上海", "成都").get(random.nextInt(3)),
                            i,
                            pay,
                            1 + random.nextInt(4),
                            month));
        }
        return Files.writeString(folder.resolve("rows.csv"), rows);
    }
}
