package paymap.cli.crawl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Exit;
import paymap.cli.console.Json;
import paymap.cli.console.Table;
import paymap.cli.options.ContinueCommand;
import paymap.cli.options.ReportOptions;
import paymap.cli.options.Sandbox;
import paymap.cli.rows.PayTable;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.StopCause;
import paymap.job.MadeUpData;
import paymap.job.PayFigures;

/** What a crawl came to, told to people and to scripts. */
final class CrawlSummary implements ReportOptions.Report {

    /**
     * What is told of a city.
     *
     * @param head for people
     * @param key for scripts
     */
    private record Figure(String head, String key, Function<CityProgress, Object> of) {}

    private static final String PAGES = "pages";

    private static final List<Figure> FIGURES = List.of(
            new Figure("City", "city", CityProgress::city),
            new Figure("wanted", "wanted", CityProgress::wanted),
            new Figure("stored", "stored", CityProgress::stored),
            new Figure("new", "new", city -> city.counts().fresh()),
            new Figure("pages", PAGES, city -> city.counts().pages()),
            new Figure("rows seen", "seen", city -> city.counts().seen()),
            new Figure("repeated", "repeated", city -> city.counts().repeated()),
            new Figure("not readable", "not_readable", city -> city.counts().unreadable()),
            new Figure("over the limit", "past_the_last", city -> city.counts().surplus()),
            new Figure("missing", "missing", CityProgress::missing));

    private final CrawlReport report;
    private final List<PayFigures> pay;
    private final boolean madeUp;
    private final Asked asked;

    /**
     * What was asked for, as far as the report tells of it.
     *
     * @param again the command that continues the crawl
     * @param importing the command that takes in pages of a browser beside its rows
     * @param withCookies whether it begins with the cookies of a browser
     * @param robotsIgnored whether robots.txt was not obeyed
     */
    record Asked(String again, String importing, boolean withCookies, boolean robotsIgnored) {}

    /**
     * @param pay of all rows of its site, keyword and cities; empty = there are none
     * @param madeUp whether any of them is made up
     */
    CrawlSummary(CrawlReport report, List<PayFigures> pay, boolean madeUp, Asked asked) {
        this.report = report;
        this.pay = List.copyOf(pay);
        this.madeUp = madeUp;
        this.asked = asked;
    }

    @Override
    public int exitCode() {
        return switch (report.ending()) {
            case COMPLETE -> Exit.COMPLETE;
            case PARTIAL -> Exit.PARTIAL;
            case FAILED -> Exit.FAILED;
            case INTERRUPTED -> Exit.INTERRUPTED;
        };
    }

    @Override
    public String text(int columns) {
        if (report.ending() == Ending.FAILED) {
            return ""; // nothing was found, and standard error says why
        }
        String how = report.run().joined()
                ? " (joined a crawl under way)"
                : report.run().continued() ? " (continued)" : "";
        String site = MadeUpData.named(report.plan().site(), madeUp);
        String title = "Run " + report.run().id() + how + ": \"" + report.plan().keyword() + "\" from " + site;
        String figures = pay.isEmpty()
                ? ""
                : "\nAverage pay by city, " + site + "\n(" + PayFigures.unit() + ")\n" + PayTable.text(pay, columns);
        return Table.prose(Table.safe(title), columns)
                + cities().text(columns)
                + Table.prose(tally(), columns)
                + figures;
    }

    @Override
    public String advice() {
        StringBuilder lines = new StringBuilder();
        for (CityProgress city : report.cities()) {
            if (city.counts().lost() > 0) {
                lines.append(city.city())
                        .append(": ")
                        .append(count(city.counts().lost(), "page"))
                        .append(" could not be read.\n");
            }
            if (!city.why().isEmpty() && city.missing() > 0) {
                lines.append(city.city())
                        .append(": ")
                        .append(city.missing())
                        .append(" of ")
                        .append(city.wanted())
                        .append(" rows missing; ")
                        .append(city.why())
                        .append(".\n");
            }
        }
        if (report.ending() == Ending.COMPLETE) {
            return lines.toString();
        }
        lines.append("paymap: ").append(report.ending() == Ending.FAILED ? "could not go on: " : "not complete: ");
        lines.append(report.why()).append(".\n").append(help());
        return lines.toString();
    }

    @Override
    public String json() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("run", report.run().id());
        tree.put("continued", report.run().continued());
        tree.put("joined", report.run().joined());
        tree.put("site", report.plan().site());
        tree.put("made_up", madeUp);
        tree.put("keyword", report.plan().keyword());
        tree.put("ending", report.ending().name().toLowerCase(Locale.ROOT));
        tree.put("why", report.why());
        tree.put("robots", asked.robotsIgnored() ? "ignored" : "obeyed");
        tree.put("cities", report.cities().stream().map(CrawlSummary::branch).toList());
        tree.put("tally", tallyBranch());
        tree.put("unit", PayFigures.UNIT);
        tree.put("pay", PayTable.tree(pay));
        return Json.text(tree) + "\n";
    }

    private String help() {
        StopCause cause = report.cause();
        if (cause == null) {
            return goOn();
        }
        return switch (cause) {
            case HUMAN_NEEDED, LOGIN_WALL_WAIT -> kept() + waysOn(cause == StopCause.LOGIN_WALL_WAIT);
            case PROTOCOL_UNSUPPORTED -> "--era auto tries all eras that paymap knows.\n";
            case UNREACHABLE ->
                "Check the address and the network; " + ContinueCommand.SITE + " " + Sandbox.TYPED
                        + " tries everything without either.\n";
            case ROBOTS ->
                "The site does not want this. --robots ignore is your own decision, and is told in the" + " report.\n";
            case BANNED, WAIT_TOO_LONG, FRUITLESS, PAGES_LOST, NOTHING_LISTED, INTERRUPTED -> goOn();
        };
    }

    private String goOn() {
        return report.missing() == 0
                ? "All rows wanted were found on other pages; " + ContinueCommand.NEW_RUN
                        + " would read all pages again.\n"
                : "What was found is kept. To continue:\n  " + asked.again() + "\n";
    }

    private String kept() {
        int stored = report.stored();
        return stored == 0
                ? "No rows were collected so far. "
                : "The " + count(stored, "row") + " collected so far " + (stored == 1 ? "is" : "are") + " kept. ";
    }

    /** @param later whether the site is to be left alone for a time first */
    private String waysOn(boolean later) {
        String session = asked.withCookies()
                ? "  with a fresh export of your browser's cookies in the same file:\n    " + asked.again()
                : "  with the session of your own browser, its cookies exported as cookies.txt:\n    " + asked.again()
                        + " " + ContinueCommand.COOKIES + " cookies.txt";
        String when = later ? "after that time" : "then";
        return "Open the site in your browser; " + when + " there are two ways on:\n" + session
                + "\n  or with result pages that your browser saved:\n    " + asked.importing() + "\n";
    }

    private Table cities() {
        Table table = new Table(FIGURES.stream().map(Figure::head).toArray(String[]::new));
        for (CityProgress city : report.cities()) {
            table.row(FIGURES.stream().map(figure -> shown(figure, city)).toArray());
        }
        return table;
    }

    private static Object shown(Figure figure, CityProgress city) {
        boolean lost = figure.key.equals(PAGES) && city.counts().lost() > 0;
        return figure.of.apply(city) + (lost ? " (" + city.counts().lost() + " lost)" : "");
    }

    private String tally() {
        CrawlReport.Tally tally = report.tally();
        List<String> parts = new ArrayList<>();
        parts.add(count(tally.requests(), "request"));
        parts.add(count(tally.pages(), "page"));
        parts.add(count(tally.sessions(), "session"));
        parts.add(count(tally.refusals(), "refusal")
                + (tally.refusals() > 0 ? " in " + count(tally.incidents(), "block") : ""));
        parts.add(count(tally.broken(), "broken answer"));
        parts.add(seconds(tally.waited()) + " waiting");
        parts.add(seconds(tally.elapsed()) + " in all");
        return parts.stream().collect(Collectors.joining(", "))
                + (report.run().joined() ? ", by this process; the table tells of all" : "")
                + (asked.robotsIgnored() ? "; robots.txt was ignored" : "")
                + ".";
    }

    private Map<String, Object> tallyBranch() {
        CrawlReport.Tally tally = report.tally();
        Map<String, Object> branch = new LinkedHashMap<>();
        branch.put("requests", tally.requests());
        branch.put("pages", tally.pages());
        branch.put("sessions", tally.sessions());
        branch.put("refusals", tally.refusals());
        branch.put("blocks", tally.incidents());
        branch.put("broken", tally.broken());
        branch.put("waited_ms", tally.waited().toMillis());
        branch.put("elapsed_ms", tally.elapsed().toMillis());
        return branch;
    }

    private static Map<String, Object> branch(CityProgress city) {
        Map<String, Object> branch = new LinkedHashMap<>();
        FIGURES.forEach(figure -> branch.put(figure.key, figure.of.apply(city)));
        branch.put("pages_lost", city.counts().lost());
        branch.put("why", city.why());
        return branch;
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
