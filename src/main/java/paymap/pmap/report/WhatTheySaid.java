package paymap.pmap.report;

import static paymap.markup.Html.tag;
import static paymap.pmap.report.Parts.further;
import static paymap.pmap.report.Parts.scrolling;
import static paymap.pmap.report.Parts.section;

import java.util.ArrayList;
import java.util.List;
import paymap.markup.Html;
import paymap.markup.Html.Tag;
import paymap.pmap.PortResult;
import paymap.pmap.file.StoredHost;
import paymap.pmap.file.StoredScan;
import paymap.pmap.target.Address;
import paymap.words.Words;

/** The first lines of open ports, where a scan listened to them. */
final class WhatTheySaid {

    /** More lines nobody reads on a page; the file of the scan holds them. */
    static final int MOST_LINES = 1000;

    private record Line(Address host, PortResult port) {}

    private final StoredScan scan;

    WhatTheySaid(StoredScan scan) {
        this.scan = scan;
    }

    /** Nothing where nothing was said. */
    Html html() {
        List<Line> lines = lines();
        if (lines.isEmpty()) {
            return Html.none();
        }
        Tag body = tag("tbody");
        lines.stream().limit(MOST_LINES).forEach(line -> body.add(row(line)));
        int further = lines.size() - MOST_LINES;
        return section("said", () -> Words.say("What they said"))
                .add(
                        scrolling("said", tag("table", "said").add(body)),
                        further(
                                further,
                                () -> Words.say("Further lines: %d; the file of the scan holds them all.", further)));
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (StoredHost host : scan.hosts().values()) {
            for (PortResult port : host.open()) {
                if (port.said() != null) {
                    lines.add(new Line(host.address(), port));
                }
            }
        }
        return lines;
    }

    private static Html row(Line line) {
        String host = line.host.six() ? "[" + line.host + "]" : line.host.toString();
        return tag("tr")
                .add(
                        tag("th", "host").with("scope", "row").add(host + ":" + line.port.port()),
                        tag("td", "line").add(String.valueOf(line.port.said())));
    }
}
