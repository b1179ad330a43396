package paymap.cli.crawl;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Json;
import paymap.cli.console.Table;
import paymap.cli.options.ReportOptions;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.figures.PayFigures;
import paymap.job.City;
import paymap.job.JobStore.Filter;
import paymap.store.Store;
import paymap.words.Words;

/** What a crawl of several keywords came to: each of them as a crawl of its own is told, and all together. */
final class SeriesSummary implements ReportOptions.Report {

    /**
     * One keyword that was come to.
     *
     * @param told its report for people and scripts
     */
    record Part(CrawlReport report, CrawlSummary told) {}

    private final List<String> keywords;
    private final List<Part> parts;

    /**
     * @param keywords all, in the order they were to be crawled in
     * @param parts of as many of the first of them as were come to, at least one
     */
    private SeriesSummary(List<String> keywords, List<Part> parts) {
        this.keywords = List.copyOf(keywords);
        this.parts = List.copyOf(parts);
    }

    /** What is told of a crawl; of one keyword as ever. */
    static ReportOptions.Report of(
            List<CrawlPlan> plans, List<CrawlReport> reports, Store store, CrawlSummary.Asked asked) {
        List<Part> parts = reports.stream()
                .map(report -> new Part(report, told(report, store, asked)))
                .toList();
        return plans.size() == 1
                ? parts.get(0).told
                : new SeriesSummary(plans.stream().map(CrawlPlan::keyword).toList(), parts);
    }

    private static CrawlSummary told(CrawlReport report, Store store, CrawlSummary.Asked asked) {
        CrawlPlan plan = report.plan();
        List<String> chinese = plan.cities().stream().map(City::chinese).toList();
        Filter rows = new Filter(plan.site(), plan.keyword(), chinese);
        return new CrawlSummary(report, PayFigures.of(store.payGroups(rows)), store.madeUp(rows), asked);
    }

    @Override
    public int exitCode() {
        return CrawlSummary.exitCode(ending());
    }

    /** The worst of them; those that were not come to are behind one that ended the crawl. */
    private Ending ending() {
        return parts.stream()
                .map(part -> part.report.ending())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Override
    public String text(int columns) {
        String each = parts.stream()
                .filter(part -> !part.report.run().complete()) // that one was told when it was crawled
                .map(part -> part.told.text(columns))
                .filter(text -> !text.isEmpty())
                .map(text -> text + "\n")
                .collect(Collectors.joining());
        return each + Words.say("All keywords") + "\n" + total().text(columns);
    }

    private Table total() {
        Table table = new Table(
                Words.say("Run"),
                Words.say("keyword"),
                Words.say("ended"),
                Words.say("stored"),
                Words.say("new"),
                Words.say("pages"));
        for (Part part : parts) {
            CrawlReport report = part.report;
            table.row(
                    report.run().id(),
                    report.plan().keyword(),
                    words(report),
                    report.stored(),
                    report.cities().stream()
                            .mapToInt(city -> city.counts().fresh())
                            .sum(),
                    report.cities().stream()
                            .map(CityProgress::counts)
                            .mapToInt(CityProgress.Counts::pages)
                            .sum());
        }
        for (String keyword : keywords.subList(parts.size(), keywords.size())) {
            table.row("-", keyword, Words.say("not come to"), 0, 0, 0);
        }
        return table;
    }

    private static String words(CrawlReport report) {
        if (report.run().complete()) {
            return Words.say("complete before");
        }
        return switch (report.ending()) {
            case COMPLETE -> Words.say("complete");
            case PARTIAL, FAILED -> Words.say("not complete");
            case INTERRUPTED -> Words.say("interrupted");
        };
    }

    @Override
    public String advice() {
        StringBuilder lines = new StringBuilder();
        for (Part part : parts) {
            boolean complete = part.report.ending() == Ending.COMPLETE;
            String said = (part.report.run().complete() ? "" : part.told.lacks())
                    + (complete ? "" : "paymap: " + part.told.ending() + "\n");
            if (!said.isEmpty()) {
                lines.append(Table.safe(
                                Words.say("Keyword \"%s\":", part.report.plan().keyword())))
                        .append('\n')
                        .append(said);
            }
        }
        return ending() == Ending.COMPLETE
                ? lines.toString()
                : lines.append(toGoOn().told.help()).toString();
    }

    /** Whose way on is that of all: the one that ended the crawl, or the first that lacks something. */
    private Part toGoOn() {
        Part last = parts.get(parts.size() - 1);
        if (last.report.cause() != null && !last.report.cause().isOfOneKeyword()) {
            return last;
        }
        List<Part> open = parts.stream()
                .filter(part -> part.report.ending() != Ending.COMPLETE)
                .toList();
        return open.stream()
                .filter(part -> part.report.mayLackRows())
                .findFirst()
                .orElse(open.get(0));
    }

    @Override
    public String json() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("keywords", keywords);
        tree.put("ending", ending().name().toLowerCase(Locale.ROOT));
        tree.put("runs", parts.stream().map(part -> part.told.tree()).toList());
        return Json.text(tree) + "\n";
    }
}
