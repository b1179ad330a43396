package paymap.page.rows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import paymap.job.Conditions;
import paymap.job.Conditions.PayRange;
import paymap.job.JobStore.Filter;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.salary.Basis;
import paymap.store.SqliteStore;

/** A real file of made-up rows of all kinds, and questions to it; the same for the same seed. */
final class MixedRows {

    static final List<String> SITES = List.of("a", "b", "one search");

    private static final List<String> SEARCHES = List.of("python", "Python", "JAVA", "java", "É", "é", "");
    private static final List<String> CITIES = List.of("北京", "上海", "杭州", "长春", "Xanadu");
    private static final List<@Nullable String> EXPERIENCE =
            Arrays.asList("3-5年", "3-4年", "5-10年", "应届毕业生", "经验不限", "不限", "火星", "", null);
    private static final List<@Nullable String> EDUCATION =
            Arrays.asList("本科", "统招本科", "硕士及以上", "大专", "不限", "火星", "", null);
    private static final List<@Nullable String> DISTRICTS = Arrays.asList("海淀区", "海淀", "朝阳区", "浦东新区", "浦东", "", null);
    private static final List<String> PAY = List.of(
            "10k-20k",
            "10k-20k",
            "20k-30k",
            "12-18K·13薪",
            "20k以上",
            "面议",
            "",
            "200-300/天",
            "30-50/时",
            "20-40万/年",
            "15-25",
            "秘密");
    private static final List<@Nullable Integer> MONTHS = Arrays.asList(null, null, 12, 14);

    private final Random dice;

    MixedRows(long seed) {
        dice = new Random(seed);
    }

    private <T extends @Nullable Object> T any(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    /** Some of them, each once; often none. */
    private <T> List<T> some(List<T> of) {
        if (dice.nextInt(3) > 0) {
            return List.of();
        }
        List<T> mixed = new ArrayList<>(of);
        Collections.shuffle(mixed, dice);
        return mixed.subList(0, 1 + dice.nextInt(Math.min(3, of.size())));
    }

    /** Some are of no run, some of runs of two searches; times have parts of a second or none. */
    void fill(Path file, int rows) throws SQLException {
        SqliteStore.open(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            for (int run = 1; run <= SEARCHES.size() * 2; run++) {
                String search = SEARCHES.get((run - 1) / 2);
                put(
                        connection,
                        "INSERT INTO runs (id, plan, site, keyword, per_city, started) VALUES (?, 'p', ?, ?, 9, ?)",
                        run,
                        SITES.get(run % 2),
                        search,
                        "2026-11-01T08:00:00Z");
            }
            put(
                    connection,
                    "INSERT INTO runs (id, plan, site, keyword, per_city, started) VALUES (?, 'p', ?, 'go', 9, '2026')",
                    99,
                    SITES.get(2));
            for (int row = 1; row <= rows; row++) {
                put(connection, row);
            }
            connection.commit();
        }
    }

    private void put(Connection connection, int row) throws SQLException {
        String site = any(SITES);
        put(
                connection,
                "INSERT INTO jobs (id, site, city, title, salary, salary_months, openings, experience, education,"
                        + " district, first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '2026-10-01T08:00:00Z', ?)",
                row,
                site,
                any(CITIES),
                "t" + dice.nextInt(1_000) + "-" + row,
                any(PAY),
                any(MONTHS),
                1 + dice.nextInt(4),
                any(EXPERIENCE),
                any(EDUCATION),
                any(DISTRICTS),
                moment());
        if (site.equals("one search")) {
            if (dice.nextBoolean()) {
                put(connection, "INSERT INTO run_jobs VALUES (99, ?)", row);
            }
            return;
        }
        for (int i = dice.nextInt(3); i > 0; i--) {
            int run = 1 + dice.nextInt(SEARCHES.size()) * 2 - (site.equals("a") ? -1 : 0);
            put(connection, "INSERT OR IGNORE INTO run_jobs VALUES (?, ?)", run, row);
        }
    }

    static void put(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private String moment() {
        return "2026-11-0" + (1 + dice.nextInt(5)) + "T08:00:00" + any(List.of("Z", ".250Z", ".500Z"));
    }

    /** Some site's; now and then of one that is not there. */
    Filter filter() {
        String site = dice.nextInt(20) == 0 ? "unknown" : any(SITES);
        return new Filter(
                site,
                some(List.of("PYTHON", "java", "É", "", "go", "nobody")),
                some(CITIES),
                dice.nextInt(3) == 0 ? Instant.parse(moment()) : null,
                conditions());
    }

    private Conditions conditions() {
        return new Conditions(
                some(List.of(Optional.of(Experience.FROM_3_TO_5), Optional.of(Experience.ANY), Optional.empty())),
                some(List.of(Optional.of(Education.BACHELOR), Optional.of(Education.UNREADABLE), Optional.empty())),
                some(List.of("海淀", "朝阳区", "浦东新区", "")),
                List.of(),
                List.of(),
                dice.nextInt(3) > 0 ? null : range());
    }

    private PayRange range() {
        int low = 5_000 * (1 + dice.nextInt(5));
        return switch (dice.nextInt(4)) {
            case 0 -> new PayRange(low, null, Basis.MONTH);
            case 1 -> new PayRange(null, low, Basis.PACKAGE);
            case 2 -> new PayRange(100, 300, Basis.DAY);
            default -> new PayRange(low, low + 5_000, Basis.MONTH);
        };
    }

    <T> List<T> anyOf(List<T> all, int most) {
        List<T> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, dice);
        return mixed.subList(0, dice.nextInt(most + 1));
    }

    Basis basis() {
        return any(List.of(Basis.values()));
    }
}
