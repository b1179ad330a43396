package paymap.crawl.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.crawl.watch.Activity.Work;
import paymap.pace.PaceState;

/**
 * How fast runs really go, learnt by looking again and again: a store keeps where they are, not how they came there. Not
 * for several threads at once.
 */
public final class Rhythm {

    /** What is measured is from the last one or two of these; chosen, not measured. */
    private static final Duration SPAN = Duration.ofSeconds(30);

    /** With fewer pages seen, the interval alone says more. */
    private static final int ENOUGH_PAGES = 3;

    private record Mark(Instant at, int pages, int rows) {
        static Mark of(Work work, Instant at) {
            return new Mark(
                    at, work.run().brought().pages(), work.run().brought().rows());
        }
    }

    private record Marks(Mark from, Mark next) {
        Marks at(Mark now) {
            return Duration.between(next.at, now.at).compareTo(SPAN) < 0 ? this : new Marks(next, now);
        }
    }

    private final Map<Long, Marks> marks = new HashMap<>();
    private Activity last = new Activity(Instant.EPOCH, List.of(), List.of());

    /** Takes in what was seen now; to be called with each look before anything is asked about it. */
    public void see(Activity activity) {
        last = activity;
        Set<Long> runs = activity.works().stream().map(work -> work.run().id()).collect(Collectors.toSet());
        marks.keySet().retainAll(runs);
        for (Work work : activity.works()) {
            Mark now = Mark.of(work, activity.at());
            marks.merge(work.run().id(), new Marks(now, now), (known, fresh) -> known.at(now));
        }
    }

    /** Rows a second of a run that was seen last; null = nothing moved yet. */
    public @Nullable Double rowsASecond(Work work) {
        Mark from = from(work);
        Mark now = Mark.of(work, last.at());
        double seconds = Duration.between(from.at, now.at).toMillis() / 1000.0;
        return seconds <= 0 || now.rows <= from.rows ? null : (now.rows - from.rows) / seconds;
    }

    /** About how long a crawl that was seen last still takes, waits included; null = not known, as of any import. */
    public @Nullable Duration timeLeft(Work work) {
        Long own = work.isCrawl() ? Remaining.pages(work.cities()) : null;
        SitePace pace = last.paceOf(work.site()).orElse(null);
        if (own == null || pace == null) {
            return null;
        }
        List<Work> sharing = last.works().stream()
                .filter(other -> other.isCrawl() && other.site().equals(work.site()))
                .toList();
        long all = 0;
        for (Work other : sharing) {
            Long pages = Remaining.pages(other.cities());
            all = pages == null ? Long.MAX_VALUE / 2 : all + pages;
        }
        PaceState state = pace.state();
        Duration wait = Remaining.wait(last.at(), state.blockedUntil());
        return Remaining.time(own, all, sharing.size(), aPage(sharing, state.interval()), wait);
    }

    /** Between two pages of all crawls of a site: never shorter than the interval, and as it was where that is longer. */
    private Duration aPage(List<Work> sharing, Duration interval) {
        int pages = 0;
        Instant since = last.at();
        for (Work work : sharing) {
            Mark from = from(work);
            pages += work.run().brought().pages() - from.pages;
            since = from.at.isBefore(since) ? from.at : since;
        }
        if (pages < ENOUGH_PAGES) {
            return interval;
        }
        Duration measured = Duration.between(since, last.at()).dividedBy(pages);
        return measured.compareTo(interval) > 0 ? measured : interval;
    }

    private Mark from(Work work) {
        Marks known = marks.get(work.run().id());
        return known == null ? Mark.of(work, last.at()) : known.from;
    }
}
