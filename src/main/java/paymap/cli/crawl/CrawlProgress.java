package paymap.cli.crawl;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import paymap.cli.console.LocalTime;
import paymap.cli.console.ProgressLine;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.ContinueCommand;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlListener;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.pace.Rate;

/** Tells on standard error how a crawl goes: a bar on a terminal, else a plain line every five seconds. */
final class CrawlProgress implements CrawlListener, AutoCloseable {

    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Terminal terminal;
    private final CrawlPlan plan;
    private final boolean verbose;
    private final ProgressLine line;

    CrawlProgress(Terminal terminal, CrawlPlan plan, boolean verbose) {
        this.terminal = terminal;
        this.plan = plan;
        this.verbose = verbose;
        this.line = new ProgressLine(terminal, System.nanoTime());
    }

    @Override
    public void begun(Ledger.Run run) {
        if (run.joined()) {
            terminal.err().println("Joining run " + run.id() + ", which another process crawls now.");
        } else if (run.continued()) {
            terminal.err()
                    .println("Continuing run " + run.id() + ", begun " + LocalTime.of(run.started()) + "; "
                            + ContinueCommand.NEW_RUN + " would begin anew.");
        }
    }

    @Override
    public void status(Status status) {
        line.show(
                System.nanoTime(), () -> line.isLive() ? brief(status) : cities(status.cities()) + "; " + pace(status));
    }

    @Override
    public void decided(String decision) {
        if (verbose) {
            line.clear();
            terminal.err().println(Table.safe(decision));
        }
    }

    @Override
    public void close() {
        end();
    }

    /** Takes the line away, so that the report stands alone. */
    void end() {
        line.clear();
    }

    private static String cities(List<CityProgress> cities) {
        return cities.stream()
                .map(city -> city.city() + " " + city.stored() + "/" + city.wanted() + " p"
                        + city.counts().pages())
                .collect(Collectors.joining(", "));
    }

    /** What fits into a line. */
    private String brief(Status status) {
        int stored = status.cities().stream().mapToInt(CityProgress::stored).sum();
        String bar =
                ProgressLine.bar(stored, (long) plan.perCity() * plan.cities().size());
        if (status.waiting() != null) {
            return bar + "  " + words(status.waiting());
        }
        String rows = status.cities().stream()
                .map(city -> city.city() + " " + city.stored())
                .collect(Collectors.joining(", "));
        Rate limit = new Rate(status.interval());
        return bar + "  " + (limit.unlimited() ? rows : rows + "; " + limit);
    }

    private static String pace(Status status) {
        Rate limit = new Rate(status.interval());
        String rate = status.requests() + " requests" + (limit.unlimited() ? "" : ", at most " + limit);
        return status.waiting() == null ? rate : rate + "; " + words(status.waiting());
    }

    private static String words(CrawlListener.Wait wait) {
        Duration lasts = wait.lasts();
        String time = lasts.toSeconds() < 100 ? lasts.toSeconds() + " s" : (lasts.toSeconds() + 30) / 60 + " min";
        String until = wait.until() == null
                ? ""
                : ", until " + DAY_TIME.withZone(ZoneId.systemDefault()).format(wait.until());
        return switch (wait.reason()) {
            case REFUSED -> "waiting " + time + until + ", because of " + wait.about();
            case RETRY -> "waiting " + time + until + ", to try again after " + wait.about();
            case PACE -> "waiting " + time + until + ", for the next request";
            case ANSWER -> "waiting for an answer to " + wait.about() + ", for " + time + " by now";
        };
    }
}
