package paymap.cli;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import paymap.crawl.JobSite;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.Session;
import paymap.crawl.SiteMemory;
import paymap.job.Posting;
import paymap.site.CrawlableSite.Visit;
import paymap.site.lagou.Lagou;

/**
 * What a crawl must come to: the first distinct rows of a city in the site's own order, read one page after the other,
 * and the pages that takes.
 */
public record FirstRows(List<String> rows, int pages) {

    public static FirstRows of(URI site, String city, String keyword, int wanted) {
        return of(site, city, keyword, wanted, Integer.MAX_VALUE);
    }

    public static FirstRows of(URI site, String city, String keyword, int wanted, int mostPages) {
        JobSite lagou = new Lagou().visit(new Visit(site, "test")).open(SiteMemory.NONE, InstantSource.system());
        Session session = opened(lagou, city, keyword);
        Set<String> rows = new LinkedHashSet<>();
        int page = 0;
        while (rows.size() < wanted && page < mostPages) {
            page++;
            PageTask task = new PageTask(1, city, keyword, page, 0, 1, null);
            Outcome.Fetched fetched = (Outcome.Fetched) lagou.fetch(session, task, at -> {});
            if (fetched.shown() == 0) {
                break;
            }
            for (Posting row : fetched.rows()) {
                if (rows.size() < wanted) {
                    rows.add(row.city() + "|" + row.title() + "|" + row.salary());
                }
            }
        }
        return new FirstRows(new ArrayList<>(rows), page);
    }

    private static Session opened(JobSite lagou, String city, String keyword) {
        Outcome outcome = lagou.open(city, keyword, null, at -> {});
        while (outcome instanceof Outcome.Moved moved) {
            outcome = lagou.open(city, keyword, moved.url(), at -> {});
        }
        return ((Outcome.Opened) outcome).session();
    }
}
