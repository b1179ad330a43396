package paymap.pmap.report;

import static paymap.markup.Html.tag;
import static paymap.pmap.report.BothLanguages.both;
import static paymap.pmap.report.Parts.furtherHosts;
import static paymap.pmap.report.Parts.head;
import static paymap.pmap.report.Parts.scrolling;
import static paymap.pmap.report.Parts.section;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import paymap.markup.Html;
import paymap.markup.Html.Tag;
import paymap.pmap.file.StoredHost;
import paymap.pmap.file.StoredScan;
import paymap.words.Words;

/** Who answers a ping, and who did and does not any more. */
final class AnsweringHosts {

    private final StoredScan scan;
    private final HostChanges changed;

    AnsweringHosts(StoredScan scan, ScanReport.@Nullable Since since) {
        this.scan = scan;
        this.changed =
                HostChanges.of(since == null ? List.of() : since.comparison().changes());
    }

    Html html() {
        List<StoredHost> answering =
                scan.hosts().values().stream().filter(StoredHost::answered).toList();
        if (answering.isEmpty() && changed.gone().isEmpty()) {
            return tag("p").add(both(() -> Words.say("No host answers.")));
        }
        Tag body = tag("tbody");
        answering.stream().limit(ScanGrid.MOST_ROWS).forEach(host -> body.add(row(host)));
        changed.gone().keySet().stream()
                .limit(ScanGrid.MOST_ROWS)
                .forEach(host -> body.add(tag("tr")
                        .add(tag("th", "host")
                                .with("scope", "row")
                                .add(
                                        Html.text(host.toString()),
                                        tag("small", "gone").add(both(() -> Words.say("gone")))))
                        .add(tag("td"))));
        Tag heads = tag("tr").add(head(() -> Words.say("Host")), head(() -> Words.say("Answered after")));
        return section("hosts", () -> Words.say("Hosts"))
                .add(
                        scrolling("hosts", tag("table").add(tag("thead").add(heads), body)),
                        furtherHosts(answering.size() - ScanGrid.MOST_ROWS));
    }

    private Html row(StoredHost host) {
        Tag name = tag("th", "host").with("scope", "row").add(host.address().toString());
        if (changed.came().contains(host.address())) {
            name.add(tag("small", "new").add(both(() -> Words.say("came"))));
        }
        String time = host.rttMicros() < 0 ? "" : String.format(Locale.ROOT, "%.2f ms", host.rttMicros() / 1000.0);
        return tag("tr").add(name, tag("td").add(time));
    }
}
