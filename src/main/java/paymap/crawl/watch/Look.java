package paymap.crawl.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.crawl.watch.Activity.Work;

/**
 * What one look shows of a run, in words.
 *
 * @param run its number
 * @param title which run it is
 * @param share how much is done; null = nobody knows, as of an import
 * @param said how far its parts are, who works on it, how fast it may go and why it waits, each as a line
 * @param left the time left; empty = not known. Apart, as it alone is no change
 */
public record Look(long run, String title, @Nullable Share share, List<String> said, String left) {

    /** Of all that is under way, after {@link Rhythm#see}. */
    public static List<Look> at(Activity activity, Rhythm rhythm) {
        return activity.works().stream().map(work -> of(work, activity, rhythm)).toList();
    }

    private static Look of(Work work, Activity activity, Rhythm rhythm) {
        List<String> said = new ArrayList<>();
        said.add(work.isCrawl() ? cities(work) : Telling.rows(work, rhythm.rowsASecond(work)));
        work.workers().forEach(worker -> said.add(Telling.worker(worker)));
        if (work.isCrawl()) {
            activity.paceOf(work.site()).ifPresent(pace -> said.addAll(pace(pace, activity.at())));
            add(said, Telling.retry(work, activity.at()));
        }
        Duration left = rhythm.timeLeft(work);
        return new Look(
                work.run().id(),
                Telling.title(work),
                work.isCrawl() ? Share.of(work.cities()) : null,
                said,
                left == null ? "" : Telling.left(left));
    }

    private static String cities(Work work) {
        return Telling.cities(work.cities());
    }

    private static List<String> pace(SitePace pace, Instant at) {
        List<String> said = new ArrayList<>(List.of(Telling.pace(pace)));
        add(said, Telling.blocked(pace, at));
        return said;
    }

    private static void add(List<String> said, @Nullable String line) {
        if (line != null) {
            said.add(line);
        }
    }

    /** Whether something else than the time left differs. */
    public boolean isNewsTo(@Nullable Look before) {
        return before == null || !said.equals(before.said);
    }
}
