package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Ran;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.Grouping;
import paymap.figures.PayFigures;
import paymap.figures.Question;
import paymap.job.JobStore.Filter;
import paymap.salary.Basis;
import paymap.salary.LikeForLike.Adjusted;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** Every figure again by an engine that is not ours, from what {@code export} writes. */
class IndependentEngineTest {

    private static final double ONE_CNY = 1;

    /** What SQL makes of the made-up texts, not of our ladders. */
    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry("经验不限", "any"),
            Map.entry("应届毕业生", "none"),
            Map.entry("1年以下", "under1"),
            Map.entry("1-3年", "1-3"),
            Map.entry("3-5年", "3-5"),
            Map.entry("3-4年经验", "3-5"),
            Map.entry("5-10年", "5-10"),
            Map.entry("10年以上", "over10"),
            Map.entry("火星", "unreadable"),
            Map.entry("不限", "any"),
            Map.entry("大专", "college"),
            Map.entry("本科", "bachelor"),
            Map.entry("统招本科", "bachelor"),
            Map.entry("硕士", "master"),
            Map.entry("博士", "doctor"));

    private static final List<String> CITIES = List.of("北京", "上海", "广州", "深圳");
    private static final List<String> DISTRICTS = List.of("甲区", "乙区", "");
    private static final List<String> YEARS =
            List.of("经验不限", "应届毕业生", "1年以下", "1-3年", "3-5年", "3-4年经验", "5-10年", "10年以上", "火星", "");
    private static final List<String> DEGREES = List.of("不限", "大专", "本科", "本科", "统招本科", "硕士", "博士", "");
    private static final List<String> PAY = List.of("15k以上", "面议", "乱写", "200-300元/天", "150元/天", "20-30万/年");

    @TempDir
    private Path folder;

    private Path madeUp() throws IOException {
        Random random = new Random(17);
        StringBuilder rows = new StringBuilder("city,title,salary,company,district,experience,education\n");
        for (int i = 0; i < 4_000; i++) {
            int years = random.nextInt(YEARS.size());
            int low = 4 + years * 2 + (int) Math.abs(random.nextGaussian() * 6);
            String range = low + "k-" + (low + 1 + random.nextInt(low)) + "k"
                    + (random.nextInt(4) == 0 ? "·" + (13 + random.nextInt(4)) + "薪" : "");
            rows.append(String.join(
                            ",",
                            any(random, CITIES),
                            "工程师" + i,
                            random.nextInt(12) == 0 ? any(random, PAY) : range,
                            "公司" + random.nextInt(30),
                            any(random, DISTRICTS),
                            YEARS.get(years),
                            any(random, DEGREES)))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("rows.csv"), rows);
    }

    private static String any(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Path imported(Path file) {
        Path database = folder.resolve("a.db");
        Ran ran = Ran.imported(database, file, "--site", "s");
        assertEquals(0, ran.exitCode(), ran.err());
        return database;
    }

    @ParameterizedTest
    @CsvSource({
        "city, MONTH",
        "city, PACKAGE",
        "city, DAY",
        "experience, MONTH",
        "education, PACKAGE",
        "district, MONTH",
        "company, MONTH",
        "'city,experience', MONTH",
        "'city,experience', PACKAGE",
        "'education,experience', MONTH"
    })
    void findsTheSameFiguresInMadeUpData(String by, Basis basis) throws Exception {
        Path database = imported(madeUp());
        Map<String, String> ours = ours(database, by, basis);
        assertFalse(ours.isEmpty());
        assertEquals(theirs(database, by, basis), ours);
    }

    @Test
    void findsTheSameFiguresInCapturedData() throws Exception {
        String captures = System.getProperty("paymap.captures", "");
        assumeTrue(!captures.isEmpty(), "the folder of captures is not given: -Dpaymap.captures");
        Path database = imported(Path.of(captures, "result-list-beijing-python-2018-03.csv"));
        for (String by : List.of("city", "experience", "education", "district", "experience,education")) {
            Map<String, String> ours = ours(database, by, Basis.MONTH);
            assertFalse(ours.isEmpty());
            assertEquals(theirs(database, by, Basis.MONTH), ours, by);
        }
    }

    @Test
    void standardisesTheSameWay() throws Exception {
        Path database = imported(madeUp());
        try (SqlStore store = SqliteStore.openToRead(database)) {
            Answer answer = Answer.likeForLike(store, Question.byCity(new Filter("s", null, List.of())));
            Map<String, Double> ours = new TreeMap<>();
            for (PayFigures city : answer.groups()) {
                Optional<Double> mean = answer.adjusted(city.group()).map(Adjusted::mean);
                ours.put(city.group().words(), (double) Math.round(mean.orElseThrow()));
            }
            assertEquals(standardised(database), ours);
        }
    }

    // ---- ours ----

    private static Map<String, String> ours(Path database, String by, Basis basis) {
        try (SqlStore store = SqliteStore.openToRead(database)) {
            Filter all = new Filter("s", null, List.of());
            Answer answer = Answer.of(store, new Question(Grouping.of(by), basis, List.of(all)));
            Map<String, String> lines = new TreeMap<>();
            for (PayFigures figures : answer.groups()) {
                lines.put(
                        name(figures.group()),
                        line(
                                figures.n(),
                                figures.openings().n(),
                                figures.rows().undisclosed(),
                                figures.rows().mean(),
                                figures.n() == 0
                                        ? List.of()
                                        : List.of(
                                                figures.quantile(0.1),
                                                figures.quantile(0.25),
                                                figures.median(),
                                                figures.quantile(0.75),
                                                figures.quantile(0.9))));
            }
            return lines;
        }
    }

    private static String name(Group group) {
        return group.members().stream()
                .map(member -> member.isUnstated() ? "-" : member.value())
                .collect(Collectors.joining("/"));
    }

    /** Rounded to whole CNY: what is a half apart by the last bit must not fail. */
    private static String line(long n, long openings, long undisclosed, Double mean, List<Double> quantiles) {
        List<String> figures = new ArrayList<>(List.of("n " + n, "of " + openings, "none " + undisclosed));
        if (mean != null) {
            figures.add(whole(mean));
            quantiles.forEach(quantile -> figures.add(whole(quantile)));
        }
        return String.join(" ", figures);
    }

    private static String whole(double value) {
        return String.valueOf(Math.round(value / ONE_CNY - 1e-6));
    }

    // ---- theirs ----

    private Connection engine(Path database) throws Exception {
        Path export = folder.resolve("export.csv");
        Ran ran = Ran.paymap("export", "--db", database.toString(), "--out", export.toString());
        assertEquals(0, ran.exitCode(), ran.err());
        Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duck.createStatement()) {
            statement.execute("CREATE TABLE steps (text VARCHAR, code VARCHAR)");
            for (Map.Entry<String, String> step : STEPS.entrySet()) {
                statement.execute("INSERT INTO steps VALUES ('" + step.getKey() + "', '" + step.getValue() + "')");
            }
            statement.execute("CREATE TABLE jobs AS SELECT * FROM read_csv('" + export
                    + "', header = true, all_varchar = true, nullstr = '')");
        }
        return duck;
    }

    private static String midpoint(Basis basis) {
        String sum = "(CAST(salary_low AS DOUBLE) + CAST(salary_high AS DOUBLE)) / 2";
        return switch (basis) {
            case MONTH -> "CASE salary_interval WHEN 'month' THEN " + sum + " WHEN 'year' THEN " + sum + " / 12 END";
            case PACKAGE ->
                "CASE salary_interval WHEN 'month' THEN " + sum
                        + " * coalesce(CAST(salary_months AS DOUBLE), 12) / 12 WHEN 'year' THEN " + sum + " / 12 END";
            case WEEK, DAY, HOUR -> "CASE salary_interval WHEN '" + basis.code() + "' THEN " + sum + " END";
        };
    }

    private static String column(Dimension dimension) {
        return switch (dimension) {
            case EXPERIENCE -> "(SELECT code FROM steps WHERE text = experience)";
            case EDUCATION -> "(SELECT code FROM steps WHERE text = education)";
            case CITY, DISTRICT, KEYWORD, SITE, COMPANY -> dimension.code();
        };
    }

    private Map<String, String> theirs(Path database, String by, Basis basis) throws Exception {
        String key = Grouping.of(by).dimensions().stream()
                .map(dimension -> "coalesce(" + column(dimension) + ", '-')")
                .collect(Collectors.joining(" || '/' || "));
        String query = "SELECT " + key + " AS key, count(mid) AS n,"
                + " coalesce(sum(CAST(openings AS BIGINT)) FILTER (mid IS NOT NULL), 0) AS openings,"
                + " count(*) FILTER (salary IS NULL OR salary = '面议') AS undisclosed, avg(mid) AS mean,"
                + " quantile_cont(mid, [0.1, 0.25, 0.5, 0.75, 0.9]) AS quantiles FROM (SELECT *, " + midpoint(basis)
                + " AS mid FROM jobs) GROUP BY key";
        Map<String, String> lines = new TreeMap<>();
        try (Connection duck = engine(database);
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                Double mean = rows.getObject("mean") == null ? null : rows.getDouble("mean");
                lines.put(
                        rows.getString("key"),
                        line(
                                rows.getLong("n"),
                                rows.getLong("openings"),
                                rows.getLong("undisclosed"),
                                mean,
                                mean == null ? List.of() : quantiles(rows)));
            }
        }
        return lines;
    }

    private static List<Double> quantiles(ResultSet rows) throws SQLException {
        List<Double> quantiles = new ArrayList<>();
        for (Object quantile : (Object[]) rows.getArray("quantiles").getArray()) {
            quantiles.add((Double) quantile);
        }
        return quantiles;
    }

    private Map<String, Double> standardised(Path database) throws Exception {
        String cells = "SELECT city, coalesce(" + column(Dimension.EXPERIENCE) + ", '') AS e, coalesce("
                + column(Dimension.EDUCATION) + ", '') AS d, count(mid) AS n, avg(mid) AS mean FROM (SELECT *, "
                + midpoint(Basis.MONTH) + " AS mid FROM jobs) GROUP BY ALL HAVING count(mid) >= 5";
        String query = "WITH cells AS (" + cells + "), common AS (SELECT e, d, sum(n) AS w FROM cells GROUP BY e, d"
                + " HAVING count(*) = " + CITIES.size() + ") SELECT city, sum(mean * w) / sum(w) AS mean"
                + " FROM cells JOIN common USING (e, d) GROUP BY city";
        Map<String, Double> means = new TreeMap<>();
        try (Connection duck = engine(database);
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                means.put(rows.getString("city"), (double) Math.round(rows.getDouble("mean")));
            }
        }
        return means;
    }
}
