package paymap.crawl.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Ledger;
import paymap.crawl.StopCause;

/** The runs of one keyword after the other in this process; of one keyword it is one run. */
final class Series {

    private final Crawler.Parts parts;
    private final List<CrawlPlan> plans;
    private final BooleanSupplier stopped;

    /** @param plans see {@link Ledger#begin(List, int, boolean)} */
    Series(Crawler.Parts parts, List<CrawlPlan> plans, BooleanSupplier stopped) {
        this.parts = parts;
        this.plans = plans;
        this.stopped = stopped;
    }

    /** A report for each run that was come to, in the order of the plans. */
    List<CrawlReport> run() throws InterruptedException {
        List<Long> runs = parts.ledger()
                .begin(plans, parts.site().pageSize(), parts.settings().newRun());
        KnownSite known = new KnownSite(plans.get(0).site(), parts);
        List<CrawlReport> reports = new ArrayList<>();
        for (int i = 0; i < plans.size() && goesOn(reports); i++) {
            Ledger.Run run = parts.ledger().enter(runs.get(i));
            if (plans.size() > 1) {
                parts.listener().keyword(plans.get(i).keyword(), i + 1, plans.size());
            }
            reports.add(
                    run.complete()
                            ? completed(run, plans.get(i))
                            : told(new Crawl(parts, plans.get(i), run, known, stopped).run()));
        }
        return reports;
    }

    /** A keyword that finds nothing must not keep the others from ever being crawled anew by the same command. */
    private CrawlReport told(CrawlReport report) {
        if (plans.size() > 1 && report.cause() == StopCause.NOTHING_LISTED) {
            parts.ledger().end(report.run().id(), true, report.why());
        }
        return report;
    }

    private static boolean goesOn(List<CrawlReport> reports) {
        StopCause last =
                reports.isEmpty() ? null : reports.get(reports.size() - 1).cause();
        return last == null || last.isOfOneKeyword();
    }

    /** Of a run to which nobody has anything to add. */
    private CrawlReport completed(Ledger.Run run, CrawlPlan plan) {
        CrawlReport.Tally none = new CrawlReport.Tally(0, 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);
        return new CrawlReport(
                run, plan, Ending.COMPLETE, null, "", parts.ledger().progress(run.id()), none);
    }
}
