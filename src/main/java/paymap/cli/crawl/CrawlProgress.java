package paymap.cli.crawl;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlListener;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.pace.Rate;

/** Tells on standard error how a crawl goes: a bar on a terminal, else a plain line every few seconds. */
final class CrawlProgress implements CrawlListener, AutoCloseable {

    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Terminal terminal;
    private final CrawlPlan plan;
    private final InstantSource clock;
    private final boolean verbose;
    private final Instant start;
    private Instant lastLine;
    private @Nullable ProgressBar bar;

    CrawlProgress(Terminal terminal, CrawlPlan plan, InstantSource clock, boolean verbose) {
        this.terminal = terminal;
        this.plan = plan;
        this.clock = clock;
        this.verbose = verbose;
        this.start = clock.instant();
        this.lastLine = start.minus(BETWEEN_LINES).plus(BEFORE_THE_FIRST);
    }

    @Override
    public void begun(Ledger.Run run) {
        if (run.joined()) {
            terminal.err().println("Joining run " + run.id() + ", which another process crawls now.");
        } else if (run.continued()) {
            terminal.err()
                    .println("Continuing run " + run.id() + ", begun "
                            + run.started().toString().replaceAll("\\.\\d+Z", "Z") + "; --new-run would begin anew.");
        }
    }

    @Override
    public void status(Status status) {
        Instant now = clock.instant();
        if (terminal.live()) {
            draw(status, now);
        } else if (!now.isBefore(lastLine.plus(BETWEEN_LINES))) {
            lastLine = now;
            terminal.err().println(cities(status.cities()) + "; " + pace(status));
        }
    }

    @Override
    public void decided(String line) {
        if (verbose) {
            terminal.err().println(Table.safe(line));
        }
    }

    @Override
    public void close() {
        end();
    }

    /** Takes the bar away, so that the report stands alone. */
    void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private void draw(Status status, Instant now) {
        if (bar == null && now.isBefore(start.plus(BEFORE_THE_FIRST))) {
            return;
        }
        ProgressBar shown = bar == null ? begin() : bar;
        shown.stepTo(status.cities().stream().mapToInt(CityProgress::stored).sum());
        shown.setExtraMessage(" " + (status.waitingUntil() == null ? brief(status) : pace(status)));
    }

    private ProgressBar begin() {
        ProgressBar begun = new ProgressBarBuilder()
                .setTaskName("rows")
                .setInitialMax((long) plan.perCity() * plan.cities().size())
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .hideEta()
                .continuousUpdate()
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()))
                .build();
        bar = begun;
        return begun;
    }

    private static String cities(List<CityProgress> cities) {
        return cities.stream()
                .map(city -> city.city() + " " + city.stored() + "/" + city.wanted() + " p" + city.pages())
                .collect(Collectors.joining(", "));
    }

    /** What fits beside a bar. */
    private static String brief(Status status) {
        String rows = status.cities().stream()
                .map(city -> city.city() + " " + city.stored() + " p" + city.pages())
                .collect(Collectors.joining(", "));
        Rate limit = new Rate(status.interval());
        return limit.unlimited() ? rows : rows + "; " + limit;
    }

    private static String pace(Status status) {
        Rate limit = new Rate(status.interval());
        String rate = status.requests() + " requests" + (limit.unlimited() ? "" : ", at most " + limit);
        if (status.waitingUntil() == null) {
            return rate;
        }
        return rate + "; waiting until "
                + DAY_TIME.withZone(ZoneId.systemDefault()).format(status.waitingUntil()) + " because of "
                + status.waitingFor();
    }
}
