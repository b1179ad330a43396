package paymap.crawl.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import paymap.crawl.CityProgress;
import paymap.crawl.CityProgress.Counts;
import paymap.crawl.CityProgress.ListPosition;
import paymap.crawl.watch.Activity.Work;
import paymap.crawl.watch.Activity.Worker;
import paymap.job.RunRow;
import paymap.pace.PaceState;

/** Made-up activity. */
public final class Seen {

    public static final Instant START = Instant.parse("2026-11-30T08:00:00Z");
    public static final String SITE = "made up";

    private Seen() {}

    /** A city of which 100 rows are wanted, 15 a page. */
    public static CityProgress city(String name, int stored, int pages, int settled, Integer total) {
        return city(name, 100, stored, pages, settled, total);
    }

    static CityProgress city(String name, int wanted, int stored, int pages, int settled, Integer total) {
        return new CityProgress(
                name,
                wanted,
                new Counts(stored, stored, pages, 0, stored, 0, 0, 0),
                new ListPosition(settled, pages, 15, total, null, false),
                false,
                "");
    }

    /** A crawl of these cities by one process. */
    public static Work crawl(long run, CityProgress... cities) {
        List<CityProgress> all = List.of(cities);
        int rows = all.stream().mapToInt(CityProgress::stored).sum();
        int pages = all.stream().mapToInt(city -> city.counts().pages()).sum();
        List<String> names = all.stream().map(CityProgress::city).toList();
        return new Work(
                run(run, RunRow.Kind.CRAWL, "python", names, rows, pages),
                all,
                List.of(new Worker(41, true, List.of())),
                null);
    }

    /** An import by one process. */
    public static Work importing(long run, String keyword, int rows) {
        return new Work(
                run(run, RunRow.Kind.IMPORT, keyword, List.of("北京"), rows, 0),
                List.of(),
                List.of(new Worker(42, true, List.of())),
                null);
    }

    /** So long after the start, with a pace of that interval towards the one site. */
    public static Activity after(Duration time, Duration interval, Work... works) {
        return new Activity(START.plus(time), List.of(works), List.of(pace(interval)));
    }

    static SitePace pace(Duration interval) {
        return new SitePace(SITE, PaceState.fresh(interval, START), "");
    }

    private static RunRow run(long id, RunRow.Kind kind, String keyword, List<String> cities, int rows, int pages) {
        return new RunRow(
                id,
                kind,
                new RunRow.Work(SITE, "", keyword, cities, 100, "plan " + id, null),
                false,
                START,
                new RunRow.Standing(RunRow.State.UNDER_WAY, null, "", false),
                new RunRow.Brought(rows, rows, pages));
    }
}
