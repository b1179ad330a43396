package paymap.pmap.report;

import static paymap.markup.Html.tag;
import static paymap.pmap.report.BothLanguages.both;
import static paymap.pmap.report.Parts.furtherHosts;
import static paymap.pmap.report.Parts.head;
import static paymap.pmap.report.Parts.scrolling;
import static paymap.pmap.report.Parts.section;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import paymap.markup.Html;
import paymap.markup.Html.Tag;
import paymap.pmap.PortState;
import paymap.pmap.file.ScanChange;
import paymap.pmap.file.StoredScan;
import paymap.pmap.report.ScanGrid.Cell;
import paymap.pmap.report.ScanGrid.Row;
import paymap.pmap.target.AddressRange;
import paymap.words.Words;

/** The ports of a scan: hosts by ports, and what the signs mean. */
final class PortTables {

    /** Of a row for many hosts; who wants all of them has the file of the scan. */
    private static final int MOST_RANGES = 8;

    private final StoredScan scan;
    private final ScanReport.@Nullable Since since;
    private final Function<Integer, String> services;

    PortTables(StoredScan scan, ScanReport.@Nullable Since since, Function<Integer, String> services) {
        this.scan = scan;
        this.since = since;
        this.services = services;
    }

    Html html() {
        ScanGrid grid = ScanGrid.of(scan, since == null ? null : since.comparison());
        if (grid.rows().isEmpty()) {
            return tag("p").add(both(() -> Words.say("No host answers.")));
        }
        Tag section = section("ports", () -> Words.say("Hosts by ports"))
                .add(legend(), table(grid), furtherHosts(grid.further()));
        return Html.all(List.of(section, new WhatTheySaid(scan).html()));
    }

    private Html legend() {
        List<Html> signs = new ArrayList<>();
        signs.add(sign("o", "●", () -> Words.say("open")));
        signs.add(sign("c", "·", () -> Words.say("closed")));
        signs.add(sign("f", "?", () -> Words.say("filtered")));
        if (since != null) {
            signs.add(sign("o new", "+", () -> Words.say("opened since")));
            signs.add(sign("gone", "−", () -> Words.say("not open any more")));
        }
        return tag("p", "legend").add(signs);
    }

    private static Html sign(String cssClass, String sign, Supplier<String> words) {
        return tag("span", "sign").add(tag("b", cssClass).add(sign), Html.text(" "), both(words));
    }

    private Html table(ScanGrid grid) {
        Tag heads = tag("tr").add(head(() -> Words.say("Host")));
        for (int port : grid.ports()) {
            heads.add(tag("th", "port")
                    .with("scope", "col")
                    .add(Html.text(Integer.toString(port)), tag("small").add(services.apply(port))));
        }
        boolean rest = grid.rows().stream()
                .anyMatch(row -> !row.look().rest().isEmpty() || row.look().suspicion() != null);
        if (rest) {
            heads.add(head(() -> Words.say("Other open ports")));
        }
        Tag body = tag("tbody");
        grid.rows().forEach(row -> body.add(row(row, rest)));
        return scrolling("ports", tag("table", "grid").add(tag("thead").add(heads), body));
    }

    private static Html row(Row row, boolean rest) {
        Tag line = tag("tr").add(host(row));
        row.look().cells().forEach(cell -> line.add(cell(cell)));
        return rest ? line.add(tag("td", "rest").add(rest(row.look()))) : line;
    }

    /** Of a host that answers everywhere, the list would be long and say nothing. */
    private static Html rest(ScanGrid.Look look) {
        if (look.suspicion() == null) {
            return Html.text(look.rest().toString());
        }
        return switch (look.suspicion()) {
            case EVERY_PORT_OPEN ->
                both(() -> Words.say("suspicious: every port is open; something in between may answer"));
            case MOST_PORTS_OPEN ->
                both(() -> Words.say("suspicious: more than half are open; something in between may answer"));
        };
    }

    private static Html host(Row row) {
        List<AddressRange> ranges = row.hosts().ranges();
        List<String> shown =
                ranges.stream().limit(MOST_RANGES).map(PortTables::text).toList();
        Tag host = tag("th", "host").with("scope", "row").add(String.join(", ", shown));
        int further = ranges.size() - MOST_RANGES;
        if (further > 0) {
            host.add(Html.text(" "), both(() -> Words.say("and further ranges: %d", further)));
        }
        if (row.hosts().count() > 1) {
            host.add(tag("small").add(both(() -> Words.count(row.hosts().count(), "host"))));
        }
        if (row.look().timedOut()) {
            host.add(tag("small").add(both(() -> Words.say("its time was up"))));
        }
        return switch (row.look().mark()) {
            case NONE -> host;
            case CAME -> host.add(tag("small", "new").add(both(() -> Words.say("came"))));
            case GONE -> host.add(tag("small", "gone").add(both(() -> Words.say("gone"))));
        };
    }

    private static String text(AddressRange range) {
        return range.first().equals(range.last()) ? range.first().toString() : range.first() + "-" + range.last();
    }

    private static Html cell(Cell cell) {
        if (cell.change() == ScanChange.Kind.OPENED) {
            return tag("td", "o new").add("●+");
        }
        if (cell.change() != null) {
            return tag("td", "gone").add(cell.state() == PortState.FILTERED ? "?−" : "−");
        }
        return cell.state() == null
                ? tag("td")
                : switch (cell.state()) {
                    case OPEN -> tag("td", "o").add("●");
                    case CLOSED -> tag("td", "c").add("·");
                    case FILTERED -> tag("td", "f").add("?");
                    case ERROR -> tag("td");
                };
    }
}
