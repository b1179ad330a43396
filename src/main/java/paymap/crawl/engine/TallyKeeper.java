package paymap.crawl.engine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CrawlReport;

/** Counts what one process does, for the report. */
final class TallyKeeper {

    private final Instant start;
    private int requests;
    private int pages;
    private int sessions;
    private int refusals;
    private int incidents;
    private int broken;
    private Duration waited = Duration.ZERO;
    private @Nullable Instant pausedAt;

    TallyKeeper(Instant start) {
        this.start = start;
    }

    void sent() {
        requests++;
    }

    int requests() {
        return requests;
    }

    void page() {
        pages++;
    }

    void opened() {
        sessions++;
    }

    void trouble(boolean refusal, boolean newIncident) {
        refusals += refusal ? 1 : 0;
        incidents += newIncident ? 1 : 0;
        broken += refusal ? 0 : 1;
    }

    void paused(Instant now) {
        if (pausedAt == null) {
            pausedAt = now;
        }
    }

    void resumed(Instant now) {
        if (pausedAt != null) {
            waited = waited.plus(Duration.between(pausedAt, now));
            pausedAt = null;
        }
    }

    CrawlReport.Tally until(Instant now) {
        return new CrawlReport.Tally(
                requests, pages, sessions, refusals, incidents, broken, waited, Duration.between(start, now));
    }
}
