package paymap.pmap.report;

import static paymap.markup.Html.tag;
import static paymap.pmap.report.BothLanguages.both;
import static paymap.pmap.report.Parts.further;
import static paymap.pmap.report.Parts.scrolling;
import static paymap.pmap.report.Parts.section;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import paymap.markup.Bundled;
import paymap.markup.Html;
import paymap.markup.Html.Tag;
import paymap.pmap.ScanPlan;
import paymap.pmap.file.ScanComparison;
import paymap.pmap.file.StoredHost;
import paymap.pmap.file.StoredScan;
import paymap.words.Language;
import paymap.words.Words;

/**
 * A scan as one page, to keep or send on: who answers, what is open, what has changed. It is read in either language,
 * needs no script, and asks the network for nothing. Whatever a host or a file says is escaped.
 */
public final class ScanReport {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /** More lines nobody reads on a page; the file of the scan holds them. */
    private static final int MOST_CHANGES = 1000;

    private static final int LONGEST_RANGES = 200;

    /**
     * An earlier scan, and what has changed since.
     *
     * @param started of the earlier scan; null = nobody knows
     * @param comparison of both
     * @param lines what has changed, a line each, in the language that is current when it is asked
     */
    public record Since(@Nullable Instant started, ScanComparison comparison, Supplier<List<String>> lines) {}

    private final StoredScan scan;
    private final @Nullable Since since;
    private final Function<Integer, String> services;
    private final DateTimeFormatter time;

    /**
     * @param since null = nothing is compared
     * @param services the usual service of a port, empty where none is known
     * @param zone for times
     */
    public ScanReport(StoredScan scan, @Nullable Since since, Function<Integer, String> services, ZoneId zone) {
        this.scan = scan;
        this.since = since;
        this.services = services;
        this.time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT).withZone(zone);
    }

    /** The page. */
    public String html() {
        Tag head = tag("head")
                .add(
                        tag("meta").with("charset", "utf-8"),
                        tag("meta")
                                .with("http-equiv", "Content-Security-Policy")
                                .with("content", POLICY),
                        meta("viewport", "width=device-width, initial-scale=1"),
                        meta("color-scheme", "light dark"),
                        meta("referrer", "no-referrer"),
                        tag("title").add(title()),
                        tag("style").add(Html.made(Bundled.text(ScanReport.class, "scan.css"))));
        Tag main = tag("main")
                .add(tag("h1").add(both(this::title)), tag("p", "finding").add(both(this::finding)))
                .add(tag("p", "source").add(both(this::source)))
                .add(changes());
        main.add(
                scan.asked().kind() == ScanPlan.Kind.PING
                        ? new AnsweringHosts(scan, since).html()
                        : new PortTables(scan, since, services).html());
        Tag page = tag("html")
                .with("lang", Language.current() == Language.CHINESE ? "zh-CN" : "en")
                .add(head, tag("body").add(BothLanguages.switcher(), main));
        return "<!DOCTYPE html>\n" + page + "\n";
    }

    private static Tag meta(String name, String content) {
        return tag("meta").with("name", name).with("content", content);
    }

    private String title() {
        String targets = shortened(scan.asked().targetsText());
        return targets.isEmpty() ? Words.say("Scan") : Words.say("Scan of %s", targets);
    }

    private String finding() {
        List<StoredHost> answering =
                scan.hosts().values().stream().filter(StoredHost::answered).toList();
        String hosts = Words.count(answering.size(), "host");
        if (scan.asked().kind() == ScanPlan.Kind.PING) {
            return Words.say("%s of %,d answer.", hosts, asked());
        }
        long open = answering.stream().mapToLong(host -> host.open().size()).sum();
        return Words.say("%s of %,d answer; %s open.", hosts, asked(), Words.count(open, "port"));
    }

    /** How many hosts something is known of. */
    private long asked() {
        return scan.hosts().size()
                + scan.unanswered().values().stream()
                        .mapToLong(hosts -> hosts.count())
                        .sum();
    }

    private String source() {
        List<String> parts = new ArrayList<>();
        if (scan.asked().kind() == ScanPlan.Kind.TCP && !scan.asked().ports().isEmpty()) {
            parts.add(Words.say("TCP ports %s", shortened(scan.asked().ports().toString())));
        }
        Instant started = scan.asked().started();
        if (started != null) {
            parts.add(Words.say("started %s", time.format(started)));
        }
        if (!scan.elapsed().isZero()) {
            parts.add(Words.say("took %.1f s", scan.elapsed().toMillis() / 1000.0));
        }
        if (!scan.complete()) {
            parts.add(Words.say("not everything is known"));
        }
        return Words.list(parts);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_RANGES ? text.substring(0, LONGEST_RANGES) + "..." : text;
    }

    private Html changes() {
        if (since == null) {
            return Html.none();
        }
        if (since.comparison.changes().isEmpty()) {
            return section("changes", this::sinceWhen).add(tag("p").add(both(() -> Words.say("Nothing has changed."))));
        }
        List<String> english = Language.ENGLISH.during(since.lines);
        List<String> chinese = Language.CHINESE.during(since.lines);
        Tag list = tag("ul", "changes");
        for (int i = 0; i < Math.min(english.size(), MOST_CHANGES); i++) {
            int line = i;
            list.add(tag("li").add(both(() -> (Language.current() == Language.CHINESE ? chinese : english).get(line))));
        }
        int further = english.size() - MOST_CHANGES;
        return section("changes", this::sinceWhen)
                .add(
                        scrolling("changes", list),
                        further(further, () -> Words.say("And %d more; pmap diff tells them all.", further)));
    }

    private String sinceWhen() {
        Instant started = since == null ? null : since.started;
        return started == null
                ? Words.say("Changes since the earlier scan")
                : Words.say("Changes since %s", time.format(started));
    }
}
