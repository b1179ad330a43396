package paymap.crawl.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CityProgress;
import paymap.crawl.watch.Activity.Held;
import paymap.crawl.watch.Activity.Work;
import paymap.crawl.watch.Activity.Worker;
import paymap.words.Words;

/** What is under way, in words: the same in a terminal and on a page. Times of day are of the place where people are. */
public final class Telling {

    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Duration TODAY = Duration.ofHours(20);
    private static final int HELD_NAMED = 4;
    private static final int CITIES_NAMED = 50;

    private Telling() {}

    /** Which run it is. */
    public static String title(Work work) {
        String site = work.site();
        String keyword = work.run().work().keyword();
        if (!work.isCrawl()) {
            return keyword.isEmpty()
                    ? Words.say("Run %d: import, rows of %s", work.run().id(), site)
                    : Words.say("Run %d: import, \"%s\" from %s", work.run().id(), keyword, site);
        }
        return Words.say("Run %d: \"%s\" from %s", work.run().id(), keyword, site);
    }

    /** How far the cities of a crawl are: each by itself, or all together where they are very many. */
    public static String cities(List<CityProgress> cities) {
        if (cities.size() <= CITIES_NAMED) {
            return Words.list(cities.stream().map(Telling::city).toList());
        }
        long ended = cities.stream().filter(CityProgress::ended).count();
        int rows = cities.stream().mapToInt(CityProgress::stored).sum();
        int pages = cities.stream().mapToInt(city -> city.counts().pages()).sum();
        return Words.say(
                "%d of %d cities are done, %s, %s",
                ended, cities.size(), Words.count(rows, "row"), Words.count(pages, "page"));
    }

    /** How far a city is. */
    public static String city(CityProgress city) {
        int pages = city.counts().pages();
        return city.isWhole()
                ? Words.say("%s %d p%d/%d", city.city(), city.stored(), pages, city.pagesKnown())
                : Words.say("%s %d/%d p%d", city.city(), city.stored(), city.wanted(), pages);
    }

    /** The rows that an import has brought so far. */
    public static String rows(Work work, @Nullable Double rowsASecond) {
        String rows = Words.count(work.run().brought().rows(), "row");
        return rowsASecond == null ? rows : Words.say("%s, %,.0f a second", rows, rowsASecond);
    }

    /** Who a process is, and what it holds. */
    public static String worker(Worker worker) {
        String name =
                worker.here() ? Words.say("process %d", worker.pid()) : Words.say("process %d elsewhere", worker.pid());
        if (worker.holds().isEmpty()) {
            return name;
        }
        List<String> pages = new ArrayList<>(
                worker.holds().stream().limit(HELD_NAMED).map(Telling::held).toList());
        int more = worker.holds().size() - pages.size();
        if (more > 0) {
            pages.add(Words.say("%d more", more));
        }
        return Words.say("%s holds %s", name, Words.list(pages));
    }

    private static String held(Held page) {
        return page.failed() == 0
                ? Words.say("%s p%d", page.city(), page.page())
                : Words.say("%s p%d (attempt %d)", page.city(), page.page(), page.failed() + 1);
    }

    /** How fast a site may be asked now, and whether refusals made that slower. */
    public static String pace(SitePace pace) {
        String rate = pace.rate().unlimited() ? Words.say("no limit") : Words.say("at most %s", pace.rate());
        int counted = pace.state().incidents().penalty();
        return counted == 0 ? rate : Words.say("%s, as after %s", rate, Words.count(counted, "refusal"));
    }

    /** Until when a site is left alone, and why; null = it may be asked. */
    public static @Nullable String blocked(SitePace pace, Instant at) {
        if (!pace.isBlocked(at)) {
            return null;
        }
        String until = time(pace.state().blockedUntil(), at);
        return pace.reason().isEmpty()
                ? Words.say("left alone until %s", until)
                : Words.say("left alone until %s: %s", until, pace.reason());
    }

    /** When a page that failed is tried again; null = none waits. */
    public static @Nullable String retry(Work work, Instant at) {
        Instant retryAt = work.retryAt();
        return retryAt == null ? null : Words.say("a page that failed is tried again at %s", time(retryAt, at));
    }

    /** An estimate, so no more exact than to 5 s. */
    public static String left(Duration left) {
        long seconds = (left.toSeconds() + 4) / 5 * 5;
        if (seconds < 100) {
            return Words.say("about %d s left", seconds);
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 100
                ? Words.say("about %d min left", minutes)
                : Words.say("about %d h %02d min left", minutes / 60, minutes % 60);
    }

    /** A moment near another one as a time of day, else with its day. */
    public static String time(Instant moment, Instant now) {
        boolean near = Duration.between(now, moment).abs().compareTo(TODAY) < 0;
        return (near ? DAY_TIME : DAY).format(moment.atZone(ZoneId.systemDefault()));
    }
}
