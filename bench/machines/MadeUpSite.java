import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import paymap.crawl.Departure;
import paymap.crawl.JobSite;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.Session;
import paymap.job.Posting;

/** A site within the process, that answers at once: what is left of a crawl's time is paymap's own. */
final class MadeUpSite implements JobSite {

    static final int PAGE = 15;

    private final InstantSource clock;

    MadeUpSite(InstantSource clock) {
        this.clock = clock;
    }

    /** A page of rows that no other page has. */
    static Outcome.Fetched page(PageTask page) {
        List<Posting> rows = new ArrayList<>();
        for (int i = 0; i < PAGE; i++) {
            String id = page.keyword() + "-" + page.city() + "-" + page.page() + "-" + i;
            Posting.Details details = new Posting.Details("公司" + i, "某区", "3-5年", "本科", "2026-11-30");
            rows.add(new Posting(id, "工程师 " + id, (10 + i) + "k-" + (15 + i) + "k", 0, page.city(), details));
        }
        return new Outcome.Fetched(rows, List.of(), PAGE, 100_000, null);
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public Outcome readRobots(String at, Departure departure) {
        departure.left(clock.instant());
        return new Outcome.RobotsRead(Duration.ZERO);
    }

    @Override
    public Outcome open(String city, String keyword, String at, Departure departure) {
        departure.left(clock.instant());
        Session endless = () -> Integer.MAX_VALUE;
        return new Outcome.Opened(endless);
    }

    @Override
    public Outcome fetch(Session session, PageTask page, Departure departure) {
        departure.left(clock.instant());
        return page(page);
    }

    @Override
    public void cancel() {
        // Nothing is ever under way.
    }
}
