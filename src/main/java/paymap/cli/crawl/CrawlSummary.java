package paymap.cli.crawl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Exit;
import paymap.cli.console.Json;
import paymap.cli.console.Table;
import paymap.cli.options.ContinueCommand;
import paymap.cli.options.ReportOptions;
import paymap.cli.options.Sandbox;
import paymap.cli.rows.PayTable;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.StopCause;
import paymap.export.FigureTree;
import paymap.figures.PayFigures;
import paymap.figures.Question;
import paymap.job.MadeUpData;
import paymap.salary.Basis;
import paymap.words.Words;

/** What a crawl came to, told to people and to scripts. */
final class CrawlSummary implements ReportOptions.Report {

    /**
     * What is told of a city.
     *
     * @param head for people
     * @param key for scripts
     */
    private record Figure(Supplier<String> head, String key, Function<CityProgress, @Nullable Object> of) {

        /** A figure of what is not wanted says nothing to people. */
        boolean suits(CrawlPlan plan) {
            return !(plan.isWhole() ? OF_A_NUMBER : OF_A_WHOLE).contains(key);
        }
    }

    private static final String PAGES = "pages";
    private static final Set<String> OF_A_NUMBER = Set.of("wanted", "past_the_last", "missing");
    private static final Set<String> OF_A_WHOLE = Set.of("read_to_end");

    private static final List<Figure> FIGURES = List.of(
            new Figure(() -> Words.say("City"), "city", CityProgress::city),
            new Figure(() -> Words.say("wanted"), "wanted", city -> city.isWhole() ? null : city.wanted()),
            new Figure(() -> Words.say("stored"), "stored", CityProgress::stored),
            new Figure(() -> Words.say("new"), "new", city -> city.counts().fresh()),
            new Figure(() -> Words.say("pages"), PAGES, city -> city.counts().pages()),
            new Figure(
                    () -> Words.say("rows seen"), "seen", city -> city.counts().seen()),
            new Figure(
                    () -> Words.say("repeated"),
                    "repeated",
                    city -> city.counts().repeated()),
            new Figure(
                    () -> Words.say("not readable"),
                    "not_readable",
                    city -> city.counts().unreadable()),
            new Figure(
                    () -> Words.say("over the limit"),
                    "past_the_last",
                    city -> city.counts().surplus()),
            new Figure(() -> Words.say("missing"), "missing", CrawlSummary::missing),
            new Figure(
                    () -> Words.say("to its end"),
                    "read_to_end",
                    city -> city.list().toEnd()));

    private final CrawlReport report;
    private final List<PayFigures> pay;
    private final boolean madeUp;
    private final Asked asked;

    /**
     * What was asked for, as far as the report tells of it.
     *
     * @param again the command that continues the crawl
     * @param importing the command that takes in pages of a browser beside its rows
     * @param kept rows collected so far, of all keywords
     * @param withCookies whether it begins with the cookies of a browser
     * @param robotsIgnored whether robots.txt was not obeyed
     */
    record Asked(String again, String importing, int kept, boolean withCookies, boolean robotsIgnored) {}

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
        return exitCode(report.ending());
    }

    static int exitCode(Ending ending) {
        return switch (ending) {
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
        String site = MadeUpData.named(report.plan().site(), madeUp);
        String figures = pay.isEmpty()
                ? ""
                : "\n" + Words.say("Average pay by city, %s", site) + "\n"
                        + Table.prose(
                                Words.say("(%s)", Question.unit(Basis.MONTH).said()), columns)
                        + PayTable.text(pay, columns);
        return Table.prose(Table.safe(title(site)), columns)
                + cities().text(columns)
                + Table.prose(tally(), columns)
                + figures;
    }

    private String title(String site) {
        long run = report.run().id();
        String keyword = report.plan().keyword();
        if (report.run().joined()) {
            return Words.say("Run %d (joined a crawl under way): \"%s\" from %s", run, keyword, site);
        }
        return report.run().continued()
                ? Words.say("Run %d (continued): \"%s\" from %s", run, keyword, site)
                : Words.say("Run %d: \"%s\" from %s", run, keyword, site);
    }

    @Override
    public String advice() {
        if (report.ending() == Ending.COMPLETE) {
            return lacks();
        }
        return lacks() + "paymap: " + ending() + "\n" + help();
    }

    /** Why it is not complete, as a sentence. */
    String ending() {
        return report.ending() == Ending.FAILED
                ? Words.say("could not go on: %s.", report.why())
                : Words.say("not complete: %s.", report.why());
    }

    /** What is missing of each city. */
    String lacks() {
        return Lacks.of(report.cities());
    }

    @Override
    public String json() {
        return Json.text(tree()) + "\n";
    }

    Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("run", report.run().id());
        tree.put("continued", report.run().continued());
        tree.put("joined", report.run().joined());
        tree.put("site", report.plan().site());
        tree.put("made_up", madeUp);
        tree.put("keyword", report.plan().keyword());
        tree.put("whole", report.plan().isWhole());
        tree.put("ending", report.ending().name().toLowerCase(Locale.ROOT));
        tree.put("why", report.why());
        tree.put("robots", asked.robotsIgnored() ? "ignored" : "obeyed");
        tree.put("cities", report.cities().stream().map(CrawlSummary::branch).toList());
        tree.put("tally", tallyBranch());
        tree.put("unit", Question.unit(Basis.MONTH).english());
        tree.put("pay", FigureTree.cities(pay));
        return tree;
    }

    /** How to go on. */
    String help() {
        StopCause cause = report.cause();
        if (cause == null) {
            return goOn();
        }
        return switch (cause) {
            case HUMAN_NEEDED, LOGIN_WALL_WAIT -> waysOn(cause == StopCause.LOGIN_WALL_WAIT);
            case PROTOCOL_UNSUPPORTED -> Words.say("--era auto tries all eras that paymap knows.") + "\n";
            case UNREACHABLE ->
                Words.say(
                                "Check the address and the network; %s tries everything without either.",
                                ContinueCommand.SITE + " " + Sandbox.TYPED)
                        + "\n";
            case ROBOTS ->
                Words.say(
                                "The site does not want this. --robots ignore is your own decision, and is told in the report.")
                        + "\n";
            case BANNED, WAIT_TOO_LONG, FRUITLESS, PAGES_LOST, NOTHING_LISTED, INTERRUPTED -> goOn();
        };
    }

    private String goOn() {
        return !report.mayLackRows()
                ? Words.say(
                                "All rows wanted were found on other pages; %s would read all pages again.",
                                ContinueCommand.NEW_RUN)
                        + "\n"
                : Words.say("What was found is kept. To continue:") + "\n  " + asked.again() + "\n";
    }

    private String kept() {
        int stored = asked.kept();
        if (stored == 0) {
            return Words.say("No rows were collected so far.");
        }
        String rows = Words.count(stored, "row");
        return stored == 1
                ? Words.say("The %s collected so far is kept.", rows)
                : Words.say("The %s collected so far are kept.", rows);
    }

    /** @param later whether the site is to be left alone for a time first */
    private String waysOn(boolean later) {
        String open = later
                ? Words.say("Open the site in your browser; after that time there are two ways on:")
                : Words.say("Open the site in your browser; then there are two ways on:");
        String session = asked.withCookies()
                ? way(Words.say("with a fresh export of your browser's cookies in the same file:"), asked.again())
                : way(
                        Words.say("with the session of your own browser, its cookies exported as cookies.txt:"),
                        asked.again() + " " + ContinueCommand.COOKIES + " cookies.txt");
        return Words.say("%s %s", kept(), open) + "\n" + session
                + way(Words.say("or with result pages that your browser saved:"), asked.importing());
    }

    private static String way(String what, String command) {
        return "  " + what + "\n    " + command + "\n";
    }

    private Table cities() {
        List<Figure> figures =
                FIGURES.stream().filter(figure -> figure.suits(report.plan())).toList();
        Table table =
                new Table(figures.stream().map(figure -> figure.head.get()).toArray(String[]::new));
        for (CityProgress city : report.cities()) {
            table.row(figures.stream().map(figure -> shown(figure, city)).toArray());
        }
        return table;
    }

    /** Nobody knows how many rows are on pages that were not read. */
    private static @Nullable Object missing(CityProgress city) {
        return city.isWhole() && city.mayLackRows() ? null : city.missing();
    }

    private static Object shown(Figure figure, CityProgress city) {
        Object value = String.valueOf(figure.of.apply(city));
        if (figure.key.equals("read_to_end")) {
            return city.list().toEnd() ? Words.say("yes") : Words.say("no");
        }
        int lost = city.counts().lost();
        return figure.key.equals(PAGES) && lost > 0 ? Words.say("%s (%d lost)", value, lost) : value;
    }

    private String tally() {
        CrawlReport.Tally tally = report.tally();
        List<String> parts = new ArrayList<>();
        parts.add(Words.count(tally.requests(), "request"));
        parts.add(Words.count(tally.pages(), "page"));
        parts.add(Words.count(tally.sessions(), "session"));
        String refusals = Words.count(tally.refusals(), "refusal");
        String blocks = Words.count(tally.incidents(), "block");
        parts.add(tally.refusals() > 0 ? Words.say("%s in %s", refusals, blocks) : refusals);
        parts.add(Words.count(tally.broken(), "broken answer"));
        parts.add(Words.say("%s waiting", seconds(tally.waited())));
        parts.add(Words.say("%s in all", seconds(tally.elapsed())));
        String line = Words.list(parts);
        if (report.run().joined()) {
            line = Words.say("%s, by this process; the table tells of all", line);
        }
        return asked.robotsIgnored() ? Words.say("%s; robots.txt was ignored.", line) : Words.say("%s.", line);
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

    private static Map<String, @Nullable Object> branch(CityProgress city) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        FIGURES.forEach(figure -> branch.put(figure.key, figure.of.apply(city)));
        branch.put("pages_lost", city.counts().lost());
        branch.put("why", city.why());
        return branch;
    }

    private static String seconds(Duration duration) {
        return Words.say("%.1f s", duration.toMillis() / 1000.0);
    }
}
