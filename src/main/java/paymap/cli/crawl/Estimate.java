package paymap.cli.crawl;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.crawl.engine.Crawler;
import paymap.pace.Rate;
import paymap.words.Words;

/**
 * How long a crawl may take at most.
 *
 * @param pages that can be to read, 0 or more
 * @param rate at which the site is asked, by all machines together
 */
record Estimate(long pages, Rate rate) {

    /** A wait that nobody has to be told of. */
    private static final Duration A_FEW_MINUTES = Duration.ofMinutes(5);

    private static final Duration A_DAY = Duration.ofDays(1);

    /**
     * Of what is left of the runs that would go on, else of all.
     *
     * @param mostPages of one city and keyword
     */
    static Estimate of(List<CrawlPlan> plans, Crawler.Settings settings, int mostPages, Ledger ledger) {
        long cities = plans.stream().mapToLong(plan -> plan.cities().size()).sum();
        Estimate whole = new Estimate(cities * mostPages, settings.rate());
        if (!whole.isWorthTelling() || settings.newRun()) {
            return whole;
        }
        List<Long> begun = ledger.unfinished(plans);
        return begun.isEmpty() ? whole : new Estimate(left(begun, mostPages, ledger), settings.rate());
    }

    private static long left(List<Long> runs, int mostPages, Ledger ledger) {
        return runs.stream()
                .flatMap(run -> ledger.progress(run).stream())
                .filter(city -> !city.ended())
                .mapToLong(city -> Math.max(1, mostPages - city.counts().pages()))
                .sum();
    }

    Duration time() {
        return rate.interval().multipliedBy(pages);
    }

    /** Whether a person should hear of it before. */
    boolean isWorthTelling() {
        return time().compareTo(A_FEW_MINUTES) > 0;
    }

    /** Whether it is so long that a person must want it. */
    boolean needsYes() {
        return time().compareTo(A_DAY) > 0;
    }

    /** E.g. {@code at most 6,000 pages: 8 h 20 min at 12/min, whatever the number of machines}. */
    String said() {
        return Words.say(
                "At most %s: %s at %s, whatever the number of machines.", Words.count(pages, "page"), length(), rate);
    }

    /** Why it is not begun without being wanted. */
    String refusal() {
        return Words.say(
                "this is up to %s, %s at %s, and more machines do not make it faster; --yes begins it all the same",
                Words.count(pages, "page"), length(), rate);
    }

    private String length() {
        long minutes = (time().toSeconds() + 59) / 60;
        if (needsYes()) {
            return Words.say("%s days", String.format(Locale.ROOT, "%.1f", time().toMinutes() / 1440.0));
        }
        return minutes < 60 ? Words.say("%d min", minutes) : Words.say("%d h %02d min", minutes / 60, minutes % 60);
    }
}
