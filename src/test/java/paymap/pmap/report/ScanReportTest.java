package paymap.pmap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import paymap.pmap.BannerChoice;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PingerChoice;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanPlan;
import paymap.pmap.file.AskedScan;
import paymap.pmap.file.ScanComparison;
import paymap.pmap.file.StoredHost;
import paymap.pmap.file.StoredScan;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;
import paymap.words.Language;

/** What the page of a scan says; how it looks is looked at in a browser. */
class ScanReportTest {

    private static final String HOSTILE = "<script>alert(1)</script>&\"'";

    private static MadeUpScan tcp() {
        return new MadeUpScan(ScanPlan.Kind.TCP, "10.0.0.0/24");
    }

    private static MadeUpScan ping() {
        return new MadeUpScan(ScanPlan.Kind.PING, "10.0.0.0/24");
    }

    private static Document page(StoredScan scan) {
        return Jsoup.parse(new ScanReport(scan, null, port -> port == 22 ? "ssh" : "", ZoneOffset.UTC).html());
    }

    private static Document page(StoredScan old, StoredScan now, @Nullable Instant started, List<String> lines) {
        ScanReport.Since since = new ScanReport.Since(started, ScanComparison.of(old, now), () -> lines);
        return Jsoup.parse(new ScanReport(now, since, port -> "", ZoneOffset.UTC).html());
    }

    private static Document page(StoredScan old, StoredScan now) {
        return page(old, now, MadeUpScan.STARTED, List.of("a line"));
    }

    /** What stands in it for who reads English. */
    private static List<String> texts(Document page, String selector) {
        Document english = page.clone();
        english.select("span.zh").remove();
        english.select("small").before(" "); // their style sets them apart
        return english.select(selector).stream().map(Element::text).toList();
    }

    /** The same with another head. */
    private static StoredScan with(StoredScan scan, AskedScan asked, boolean complete, Duration elapsed) {
        return new StoredScan(1, asked, complete, true, elapsed, scan.hosts(), scan.unanswered());
    }

    private static AskedScan asked(String targets, @Nullable Instant started, PortSet ports) {
        return new AskedScan(
                ScanPlan.Kind.TCP, targets, null, ports, started, null, PingerChoice.AUTO, false, BannerChoice.NONE);
    }

    @Test
    void thePageMayDoNothingAndSaysWhatItIsOf() {
        Document page = page(tcp().open(1, 22).scan());

        assertTrue(page.outerHtml().startsWith("<!doctype html>"), page.outerHtml());
        assertEquals("en", page.selectFirst("html").attr("lang"));
        assertEquals("utf-8", page.selectFirst("meta[charset]").attr("charset"));
        assertTrue(page.selectFirst("meta[http-equiv=Content-Security-Policy]")
                .attr("content")
                .startsWith("default-src 'none'"));
        assertEquals(
                "width=device-width, initial-scale=1",
                page.selectFirst("meta[name=viewport]").attr("content"));
        assertEquals("Scan of 10.0.0.0/24", page.title());
        assertEquals(List.of("Scan of 10.0.0.0/24"), texts(page, "h1"));
        assertEquals(List.of("TCP ports 1-1000, started 2026-11-23 08:00 +00:00, took 3.2 s"), texts(page, ".source"));
        assertFalse(page.select("style").html().isEmpty());
    }

    @Test
    void aPersonWhoReadsChineseHasItFirst() {
        String html = Language.CHINESE.during(
                () -> new ScanReport(tcp().open(1, 22).scan(), null, port -> "", ZoneOffset.UTC).html());
        Document page = Jsoup.parse(html);

        assertEquals("zh-CN", page.selectFirst("html").attr("lang"));
        assertEquals(List.of("中文", "English"), texts(page, "nav label"));
        assertEquals(
                List.of("show-zh", "show-en"),
                page.select("nav input").stream().map(Element::id).toList());
        assertTrue(page.selectFirst("#show-zh").hasAttr("checked"));
        assertFalse(page.selectFirst("#show-en").hasAttr("checked"));
        assertEquals("zh-CN", page.selectFirst("h1 .zh").attr("lang"));
        assertEquals("en", page.selectFirst("h1 .en").attr("lang"));
    }

    @Test
    void nothingIsSaidOfWhatIsNotKnown() {
        StoredScan scan = tcp().open(1, 22).scan();

        Document page = page(with(scan, asked("", null, PortSet.EMPTY), false, Duration.ZERO));

        assertEquals("Scan", page.title());
        assertEquals(List.of("not everything is known"), texts(page, ".source"));
    }

    @Test
    void longTargetsAreCut() {
        StoredScan scan = tcp().open(1, 22).scan();

        assertEquals(
                "Scan of " + "a".repeat(200),
                page(with(scan, asked("a".repeat(200), null, MadeUpScan.PORTS), true, Duration.ZERO))
                        .title());
        assertEquals(
                "Scan of " + "a".repeat(200) + "...",
                page(with(scan, asked("a".repeat(201), null, MadeUpScan.PORTS), true, Duration.ZERO))
                        .title());
    }

    @Test
    void hostsThatAnswerAndOpenPortsAreCounted() {
        assertEquals(
                List.of("2 hosts of 4 answer; 3 ports open."),
                texts(page(tcp().open(1, 22, 80).open(2, 22).silent(3).silent(4).scan()), ".finding"));
        assertEquals(
                List.of("1 host of 2 answer."),
                texts(page(ping().answers(1, 100).silent(2).scan()), ".finding"));
    }

    @Test
    void whereNobodyAnswersThereIsNoTable() {
        for (StoredScan scan : List.of(tcp().silent(1).scan(), ping().silent(1).scan())) {
            Document page = page(scan);

            assertEquals(List.of("No host answers."), texts(page, "main > p:last-child"));
            assertTrue(page.select("table").isEmpty());
        }
    }

    @Test
    void aCellSaysWhetherItsPortIsOpenClosedOrFiltered() {
        Document page = page(tcp().open(1, 22, 80)
                .with(2, PortSet.of(22), PortSet.of(80))
                .open(3, 22)
                .scan());

        assertEquals(List.of("Host", "22 ssh", "80"), texts(page, "thead th"));
        assertEquals(
                List.of("10.0.0.1", "●", "●", "10.0.0.2", "●", "?", "10.0.0.3", "●", "·"), texts(page, "tbody tr > *"));
        assertEquals(List.of("● open", "· closed", "? filtered"), texts(page, ".legend .sign"));
        assertEquals(List.of("o", "o", "o", "f", "o", "c"), classes(page, "tbody td"));
    }

    private static List<String> classes(Document page, String selector) {
        return page.select(selector).stream().map(Element::className).toList();
    }

    @Test
    void whatHasChangedIsMarkedAndTold() {
        StoredScan old = tcp().open(1, 22, 80)
                .open(2, 22)
                .silent(3)
                .with(4, PortSet.of(22), PortSet.EMPTY)
                .scan();
        StoredScan now = tcp().open(1, 22, 443)
                .silent(2)
                .open(3, 22)
                .with(4, PortSet.EMPTY, PortSet.of(22))
                .scan();

        Document page = page(old, now, MadeUpScan.STARTED, List.of("one " + HOSTILE, "two"));

        assertEquals(
                List.of(
                        "10.0.0.1",
                        "●",
                        "−",
                        "●+",
                        "10.0.0.2 gone",
                        "−",
                        "",
                        "",
                        "10.0.0.3 came",
                        "●",
                        "·",
                        "·",
                        "10.0.0.4",
                        "?−",
                        "·",
                        "·"),
                texts(page, "tbody tr > *"));
        assertEquals(
                List.of("● open", "· closed", "? filtered", "+ opened since", "− not open any more"),
                texts(page, ".legend .sign"));
        assertEquals(List.of("Changes since 2026-11-23 08:00 +00:00"), texts(page, "h2#changes"));
        assertEquals(List.of("one " + HOSTILE, "two"), texts(page, "ul.changes li"));
        assertEquals(0, page.select("script").size());
    }

    @Test
    void whereNothingHasChangedThatIsSaid() {
        StoredScan scan = tcp().open(1, 22).scan();

        Document page = page(scan, scan, null, List.of());

        assertEquals(List.of("Changes since the earlier scan"), texts(page, "h2#changes"));
        assertEquals(List.of("Nothing has changed."), texts(page, "h2#changes + p"));
    }

    @Test
    void moreThanAThousandChangesAreInTheFileOnly() {
        StoredScan old = tcp().open(1, 22).scan();
        StoredScan now = tcp().open(1, 23).scan();

        List<String> lines = IntStream.range(0, 1001).mapToObj(i -> "line " + i).toList();
        Document page = page(old, now, null, lines);
        Document all = page(old, now, null, lines.subList(0, 1000));

        assertEquals(1000, page.select("ul.changes li").size());
        assertTrue(
                texts(page, "p").contains("And 1 more; pmap diff tells them all."),
                texts(page, "p").toString());
        assertEquals(1000, all.select("ul.changes li").size());
        assertFalse(texts(all, "p").stream().anyMatch(text -> text.contains("pmap diff")));
    }

    @Test
    void manyHostsOfOneLookAreOneRowOfRanges() {
        MadeUpScan scan = tcp();
        IntStream.range(0, 9).forEach(i -> scan.open(3 * i, 22).open(3 * i + 1, 22));
        MadeUpScan fewer = tcp();
        IntStream.range(0, 8).forEach(i -> fewer.open(2 * i, 22));

        assertEquals(
                "10.0.0.0-10.0.0.1, 10.0.0.3-10.0.0.4, 10.0.0.6-10.0.0.7, 10.0.0.9-10.0.0.10, 10.0.0.12-10.0.0.13,"
                        + " 10.0.0.15-10.0.0.16, 10.0.0.18-10.0.0.19, 10.0.0.21-10.0.0.22 and further ranges: 1 18 hosts",
                texts(page(scan.scan()), "tbody th").get(0));
        assertEquals(
                "10.0.0.0, 10.0.0.2, 10.0.0.4, 10.0.0.6, 10.0.0.8, 10.0.0.10, 10.0.0.12, 10.0.0.14 8 hosts",
                texts(page(fewer.scan()), "tbody th").get(0));
    }

    @Test
    void aHostWhereEverythingIsOpenIsSuspicious() {
        MadeUpScan scan = tcp().open(1, 22).everything(2).with(3, PortSet.of("1-501"), PortSet.EMPTY);

        Document page = page(scan.scan());

        assertEquals(List.of("Host", "22 ssh", "Other open ports"), texts(page, "thead th"));
        assertEquals(
                List.of(
                        "",
                        "suspicious: every port is open; something in between may answer",
                        "suspicious: more than half are open; something in between may answer"),
                texts(page, "td.rest"));
    }

    @Test
    void portsWithoutAColumnAreToldInTheRow() {
        int[] usual = IntStream.rangeClosed(1, ScanGrid.MOST_PORTS).toArray();

        Document page =
                page(tcp().open(1, usual).open(2, usual).open(3, 500, 501).scan());

        assertEquals(List.of("", "500-501"), texts(page, "td.rest"));
    }

    @Test
    void whatPortsSaidIsToldAndEscaped() {
        Document page = page(tcp().saidAndTimedOut(1, HOSTILE).open(2, 22).scan());

        assertEquals(List.of("What they said"), texts(page, "h2#said"));
        assertEquals(List.of("10.0.0.1:22"), texts(page, "table.said th"));
        assertEquals(List.of(HOSTILE), texts(page, "td.line"));
        assertTrue(texts(page, "table.grid tbody th").get(0).contains("its time was up"));
        assertTrue(page(tcp().open(2, 22).scan()).select("#said").isEmpty());
    }

    @Test
    void anAddressOfSixStandsInBracketsBeforeItsPort() {
        Address six = Address.of("2001:db8::1");
        List<PortResult> open = List.of(new PortResult(22, Reason.CONNECTED, 100, "hello"));
        StoredHost host =
                new StoredHost(six, Verdict.SCANNED, true, -1, open, Map.of(), PortSet.EMPTY, 0, 0, 0, true, false);

        Document page = page(new StoredScan(
                1,
                asked("x", null, MadeUpScan.PORTS),
                true,
                true,
                Duration.ZERO,
                new TreeMap<>(Map.of(six, host)),
                Map.of()));

        assertEquals(List.of("[2001:db8::1]:22"), texts(page, "table.said th"));
    }

    @Test
    void moreThanAThousandLinesAreInTheFileOnly() {
        MadeUpScan scan = tcp();
        IntStream.range(0, 1000).forEach(i -> scan.saidAndTimedOut(i, "hello"));
        Document all = page(scan.scan());
        Document page = page(scan.saidAndTimedOut(1000, "hello").scan());

        String further = "Further lines: 1; the file of the scan holds them all.";
        assertEquals(1000, page.select("td.line").size());
        assertTrue(texts(page, "p").contains(further), texts(page, "p").toString());
        assertEquals(1000, all.select("td.line").size());
        assertFalse(texts(all, "p").stream().anyMatch(text -> text.contains("Further lines")));
    }

    @Test
    void aPingTellsWhoAnswersAndAfterHowLong() {
        StoredScan old =
                ping().answers(1, 1500).answers(2, 900).silent(3).silent(4).scan();
        StoredScan now =
                ping().answers(1, 1500).silent(2).answers(3, -1).answers(4, 0).scan();

        Document page = page(old, now);

        assertEquals(List.of("Host", "Answered after"), texts(page, "thead th"));
        assertEquals(
                List.of("10.0.0.1", "1.50 ms", "10.0.0.3 came", "", "10.0.0.4 came", "0.00 ms", "10.0.0.2 gone", ""),
                texts(page, "tbody tr > *"));
        assertEquals(List.of("Hosts"), texts(page, "h2#hosts"));
    }

    @Test
    void whereAllThatAnsweredAPingHaveGoneTheyAreTold() {
        Document page = page(ping().answers(1, 1500).scan(), ping().silent(1).scan());

        assertEquals(List.of("10.0.0.1 gone", ""), texts(page, "tbody tr > *"));
    }

    @Test
    void whatIsWiderThanAScreenIsReachedByTheKeyboard() {
        Element table = page(tcp().open(1, 22).scan()).selectFirst(".scroll");

        assertEquals("0", table.attr("tabindex"));
        assertEquals("region", table.attr("role"));
        assertEquals("ports", table.attr("aria-labelledby"));
    }

    @Test
    void moreHostsThanRowsAreCounted() {
        MadeUpScan scan = ping();
        IntStream.range(0, ScanGrid.MOST_ROWS).forEach(i -> scan.answers(i, 100));
        Document all = page(scan.scan());
        Document page = page(scan.answers(ScanGrid.MOST_ROWS, 100).scan());

        assertEquals(ScanGrid.MOST_ROWS, page.select("tbody tr").size());
        assertTrue(texts(page, "p").contains("Further hosts: 1; the file of the scan holds them all."));
        assertFalse(texts(all, "p").stream().anyMatch(text -> text.contains("Further hosts")));
    }
}
