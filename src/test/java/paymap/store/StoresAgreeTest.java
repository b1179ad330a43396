package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.job.City;
import paymap.job.Conditions;
import paymap.job.Conditions.PayRange;
import paymap.job.Forget;
import paymap.job.ImportSink;
import paymap.job.ImportSink.History;
import paymap.job.JobRow;
import paymap.job.JobStore.Column;
import paymap.job.JobStore.Filter;
import paymap.job.Posting;
import paymap.job.StoreException;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.pace.PaceState;
import paymap.salary.Basis;
import paymap.salary.SalaryParser;
import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.PostgresDatabase;
import paymap.store.postgres.PostgresDatabase.Absence;
import paymap.store.postgres.TestServer;
import paymap.store.sql.StoreClock;

/** The same work on an SQLite file and on a PostgreSQL server: every answer is the same, row for row and in the same order. */
class StoresAgreeTest {

    private static final List<String> SITES = List.of("made up", "boss");
    private static final List<String> KEYWORDS = List.of("python", "Python", "JAVA", "数据分析", "Ä");
    private static final List<String> CITIES = List.of("北京", "上海", "广州", "苏州");
    private static final List<String> TITLES =
            List.of("Python 工程师", "python", "a", "B", "Ä-Dienst", "数据", "😀 dev", "x%_y", "it's", "高级 Java");
    private static final List<String> PAY = List.of(
            "15k-25k", "20k-40k·14薪", "面议", "", "150-200/天", "30万-50万/年", "20k以上", "what?", "9千-1.2万", "25-30元/时");
    private static final List<String> EXPERIENCE = List.of("1-3年", "经验不限", "5-10年", "", "3-5年");
    private static final List<String> EDUCATION = List.of("本科", "硕士", "学历不限", "", "大专");
    private static final List<String> DISTRICTS = List.of("海淀区", "朝阳", "浦东新区", "");
    private static final List<String> COMPANIES = List.of("Acme 有限公司", "acme", "某厂", "");

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T08:00:00.123Z");
    private SqlStore file;
    private SqlStore server;

    @BeforeEach
    void open() {
        file = SqliteStore.open(folder.resolve("x.db"), () -> now, "one/1@1");
        PostgresAddress address = TestServer.database();
        Absence absence = new Absence(Duration.ofSeconds(20), () -> {});
        server = new SqlStore(PostgresDatabase.open(address, absence), StoreClock.of(() -> now), "one/1@1");
    }

    @AfterEach
    void close() {
        file.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyAnswerIsTheSame(long seed) {
        for (SqlStore store : List.of(file, server)) {
            Random random = new Random(seed);
            now = Instant.parse("2026-11-23T08:00:00.123Z");
            for (int step = 0; step < 6; step++) {
                if (random.nextInt(3) == 0) {
                    imported(store, random, step);
                } else {
                    crawled(store, random, step);
                }
                now = now.plus(Duration.ofHours(random.nextInt(60)));
            }
        }

        compare(new Random(seed));
        Forget run = new Forget(List.of(2L), null, null, List.of());
        assertEquals(said(() -> file.forgettable(run)), said(() -> server.forgettable(run)));
        assertEquals(said(() -> file.forget(run)), said(() -> server.forget(run)));
        compare(new Random(seed + 1));
    }

    /** PostgreSQL has no U+0000, and UTF-8 no half of a pair. */
    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0000", "a\u0001b", "a\uD800b", "\uDC00\uD800"})
    void textThatNoDatabaseCanHoldIsTheSameInBoth(String text) {
        for (SqlStore store : List.of(file, server)) {
            ImportSink sink = store.importSink("x" + text);
            sink.put(List.of(new ImportSink.Entry(
                    "made up",
                    text,
                    posting("1" + text, "t" + text, "1k-2k", new Random(1)),
                    SalaryParser.parse("1k-2k", 0),
                    false)));
            sink.end(true, text);
            store.memory("made up").write("era", text);
            Ledger ledger = store.ledger();
            CrawlPlan plan = new CrawlPlan("boss", "x" + text, City.listOf("bj"), 25, "s");
            long run = ledger.begin(plan, 15, false).id();
            ledger.enqueuePages(run, "北京", 1);
            PageTask page = ledger.lease(run).orElseThrow();
            List<Posting> rows = List.of(posting(text, "t" + text, "1k-2k", new Random(2)));
            ledger.done(page, new Outcome.Fetched(rows, List.of(), 15, 1, text));
            ledger.end(run, false, text);
        }
        assertEquals(rows(file, filter("made up")), rows(server, filter("made up")));
        assertEquals(rows(file, filter("boss")), rows(server, filter("boss")));
        assertEquals(file.runs(), server.runs());
        assertEquals(file.keywords("made up"), server.keywords("made up"));
        assertEquals(1, rows(server, filter("boss")).size());
        assertFalse((server.runs().toString() + rows(file, filter("made up"))).contains("\u0000"));
    }

    private void compare(Random random) {
        assertEquals(file.sites(), server.sites());
        assertEquals(file.latestSite(), server.latestSite());
        assertEquals(file.runs(), server.runs());
        assertFalse(file.runs().isEmpty());
        for (int i = 0; i < 40; i++) {
            Filter filter = filter(random);
            assertEquals(file.keywords(filter.site()), server.keywords(filter.site()));
            List<Column> by = List.of(Column.values()).stream()
                    .filter(column -> random.nextInt(3) == 0)
                    .toList();
            assertEquals(
                    sorted(all(reader -> file.payGroups(filter, by, line -> reader.accept(line.toString())))),
                    sorted(all(reader -> server.payGroups(filter, by, line -> reader.accept(line.toString())))),
                    () -> filter + " by " + by);
            assertEquals(rows(file, filter), rows(server, filter), filter::toString);
            assertEquals(file.madeUp(filter), server.madeUp(filter));
            assertEquals(file.collected(filter), server.collected(filter));
            assertEquals(file.payByRun(filter), server.payByRun(filter));
            assertEquals(file.titlesOnlyIn(1, 3, filter, 2), server.titlesOnlyIn(1, 3, filter, 2));
            assertEquals(
                    sorted(all(reader -> file.rowsOfRuns(1, 3, filter, job -> reader.accept(job.toString())))),
                    sorted(all(reader -> server.rowsOfRuns(1, 3, filter, job -> reader.accept(job.toString())))));
            Instant since = now.minus(Duration.ofHours(random.nextInt(200)));
            assertEquals(
                    StoresAgreeTest.<JobRow>all(reader -> file.newRows(filter, since, reader)),
                    StoresAgreeTest.<JobRow>all(reader -> server.newRows(filter, since, reader)));
            assertEquals(
                    file.sights(filter.site(), "PYTHON", filter.cities()),
                    server.sights(filter.site(), "PYTHON", filter.cities()));
        }
    }

    private static <T> List<T> all(Consumer<Consumer<T>> asked) {
        List<T> found = new ArrayList<>();
        asked.accept(found::add);
        return found;
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static List<JobRow> rows(SqlStore store, Filter filter) {
        return all(reader -> store.rows(List.of(filter), reader));
    }

    private static String said(Supplier<?> asked) {
        try {
            return asked.get().toString();
        } catch (StoreException e) {
            return e.getMessage();
        }
    }

    private static Filter filter(String site) {
        return new Filter(site, null, List.of());
    }

    private Filter filter(Random random) {
        Conditions conditions = new Conditions(
                some(random, List.of(Optional.of(Experience.values()[1]), Optional.<Experience>empty())),
                some(random, List.of(Optional.of(Education.values()[2]), Optional.<Education>empty())),
                some(random, List.of("海淀", "浦东")),
                some(random, List.of("ACME")),
                some(random, List.of("PYTHON")),
                random.nextInt(4) == 0 ? new PayRange(15_000, 30_000, Basis.MONTH) : null);
        return new Filter(
                any(random, SITES),
                some(random, List.of("PYTHON", "ä", "数据分析")),
                some(random, CITIES),
                random.nextInt(3) == 0 ? now.minus(Duration.ofHours(random.nextInt(100))) : null,
                conditions);
    }

    private void crawled(SqlStore store, Random random, int step) {
        Ledger ledger = store.ledger();
        CrawlPlan plan = new CrawlPlan(
                any(random, SITES),
                any(random, KEYWORDS),
                City.listOf("bj,sh"),
                random.nextInt(2) * 25,
                "s" + step % 2);
        long run = ledger.begin(plan, 15, random.nextBoolean()).id();
        ledger.enqueuePages(run, "北京", 3);
        ledger.enqueuePages(run, "上海", 2);
        List<PageTask> pages = new ArrayList<>();
        ledger.lease(run).ifPresent(pages::add);
        ledger.lease(run).ifPresent(pages::add);
        ledger.lease(run).ifPresent(pages::add);
        ledger.renew(run);
        Collections.reverse(pages);
        for (PageTask page : pages) {
            switch (random.nextInt(6)) {
                case 0 -> ledger.release(page, Duration.ofSeconds(5), true);
                case 1 -> ledger.abandon(page, "no rows", random.nextBoolean());
                default -> {
                    List<Posting> rows = new ArrayList<>();
                    for (int i = random.nextInt(12); i >= 0; i--) {
                        rows.add(posting(
                                Integer.toString(random.nextInt(60)), any(random, TITLES), any(random, PAY), random));
                    }
                    ledger.done(page, new Outcome.Fetched(rows, List.of(), 15, random.nextInt(50), "t"));
                }
            }
        }
        ledger.pace(plan.site(), (before, at) -> before == null ? PaceState.fresh(Duration.ofSeconds(1), at) : before);
        store.memory(plan.site()).write("era", "v" + step);
        ledger.end(run, random.nextBoolean(), "");
    }

    private void imported(SqlStore store, Random random, int step) {
        ImportSink sink = store.importSink("f" + step % 2);
        for (int batch = 0; batch < 3; batch++) {
            List<ImportSink.Entry> rows = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Posting row =
                        posting(Integer.toString(random.nextInt(60)), any(random, TITLES), any(random, PAY), random);
                History history = random.nextInt(3) > 0
                        ? null
                        : new History(
                                1 + random.nextInt(3),
                                now.minus(Duration.ofDays(9)),
                                now.minus(Duration.ofDays(random.nextInt(9))),
                                random.nextBoolean()
                                        ? List.of()
                                        : List.of(new History.Opening("h" + i, now.minus(Duration.ofDays(9)), now)),
                                random.nextBoolean() ? List.of() : List.of("java", "数据分析"));
                rows.add(new ImportSink.Entry(
                        any(random, SITES),
                        any(random, KEYWORDS),
                        row,
                        SalaryParser.parse(row.salary(), row.salaryMonths()),
                        random.nextInt(4) == 0,
                        history));
            }
            sink.put(rows);
            now = now.plusSeconds(1);
        }
        sink.end(random.nextBoolean(), "");
    }

    private static Posting posting(String id, String title, String salary, Random random) {
        return new Posting(
                id,
                title,
                salary,
                random.nextInt(2) * 13,
                any(random, CITIES),
                new Posting.Details(
                        nothing(any(random, COMPANIES)),
                        nothing(any(random, DISTRICTS)),
                        nothing(any(random, EXPERIENCE)),
                        nothing(any(random, EDUCATION)),
                        random.nextBoolean() ? null : "2026-11-0" + (1 + random.nextInt(9))));
    }

    private static @Nullable String nothing(String text) {
        return text.isEmpty() ? null : text;
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> List<T> some(Random random, List<T> values) {
        return random.nextInt(3) > 0
                ? List.of()
                : values.stream().filter(value -> random.nextBoolean()).toList();
    }
}
