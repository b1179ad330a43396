package paymap.cli.crawl;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import paymap.cli.console.LocalTime;
import paymap.cli.console.ProgressLine;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.ContinueCommand;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlListener;
import paymap.crawl.Ledger;
import paymap.crawl.SiteMemory;
import paymap.crawl.watch.Share;
import paymap.crawl.watch.Telling;
import paymap.pace.Rate;
import paymap.words.Words;

/** Tells on standard error how a crawl goes: a bar on a terminal, else a plain line every five seconds. */
final class CrawlProgress implements CrawlListener, AutoCloseable {

    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Terminal terminal;
    private final SiteMemory memory;
    private final boolean verbose;
    private final ProgressLine line;

    /** @param memory of the site; keeps why it refused, for whoever looks on */
    CrawlProgress(Terminal terminal, SiteMemory memory, boolean verbose) {
        this.terminal = terminal;
        this.memory = memory;
        this.verbose = verbose;
        this.line = new ProgressLine(terminal, System.nanoTime());
    }

    @Override
    public void keyword(String keyword, int place, int of) {
        line.clear();
        terminal.err().println(Table.safe(Words.say("Keyword %d of %d: \"%s\"", place, of, keyword)));
    }

    @Override
    public void begun(Ledger.Run run) {
        if (run.joined()) {
            terminal.err().println(Words.say("Joining run %d, which another process crawls now.", run.id()));
        } else if (run.continued()) {
            terminal.err()
                    .println(Words.say(
                            "Continuing run %d, begun %s; %s would begin anew.",
                            run.id(), LocalTime.of(run.started()), ContinueCommand.NEW_RUN));
        }
    }

    @Override
    public void status(Status status) {
        line.show(System.nanoTime(), () -> line.isLive() ? brief(status) : full(status));
    }

    @Override
    public void refused(String why) {
        memory.write(SiteMemory.BLOCKED_BECAUSE, why);
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

    static String full(Status status) {
        return Words.say("%s; %s", Telling.cities(status.cities()), pace(status));
    }

    /** What fits into a line. */
    private String brief(Status status) {
        String bar = bar(status.cities());
        if (status.waiting() != null) {
            return bar + "  " + words(status.waiting());
        }
        String rows = Words.list(status.cities().stream()
                .map(city -> city.city() + " " + city.stored())
                .toList());
        Rate limit = new Rate(status.interval());
        return bar + "  " + (limit.unlimited() ? rows : Words.say("%s; %s", rows, limit));
    }

    private static String bar(List<CityProgress> cities) {
        Share share = Share.of(cities);
        return ProgressLine.bar(share.done(), share.total());
    }

    private static String pace(Status status) {
        Rate limit = new Rate(status.interval());
        String requests = Words.count(status.requests(), "request");
        String rate = limit.unlimited() ? requests : Words.say("%s, at most %s", requests, limit);
        return status.waiting() == null ? rate : Words.say("%s; %s", rate, words(status.waiting()));
    }

    private static String words(CrawlListener.Wait wait) {
        Duration lasts = wait.lasts();
        long seconds = lasts.toSeconds();
        String time = seconds < 100 ? Words.say("%d s", seconds) : Words.say("%d min", (seconds + 30) / 60);
        String when = wait.until() == null
                ? time
                : Words.say(
                        "%s, until %s",
                        time, DAY_TIME.withZone(ZoneId.systemDefault()).format(wait.until()));
        return switch (wait.kind()) {
            case REFUSED -> Words.say("waiting %s, because of %s", when, wait.about());
            case RETRY -> Words.say("waiting %s, to try again after %s", when, wait.about());
            case PACE -> Words.say("waiting %s, for the next request", when);
            case ANSWER -> Words.say("waiting for an answer to %s, for %s by now", wait.about(), time);
        };
    }
}
