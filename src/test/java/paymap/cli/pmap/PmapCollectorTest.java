package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.HostResult;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PmapCollectorTest {

    private static final Address FIRST = Address.of("192.0.2.1");
    private static final Address NINTH = Address.of("192.0.2.9");
    private static final Address TENTH = Address.of("192.0.2.10");

    private PmapRequest request;

    @Test
    void theWholeIsInTheOrderOfAddresses() {
        PmapCollector collector = collector("192.0.2.0/28 -p 22,80");
        collector.host(host(TENTH, Verdict.SCANNED, 2, 0, 0));
        collector.host(host(NINTH, Verdict.SCANNED, 1, 0, 0));
        collector.open(FIRST, new PortResult(80, Reason.CONNECTED, 1_500));

        JsonNode whole = json(collector, false);

        assertEquals(List.of("192.0.2.1", "192.0.2.9", "192.0.2.10"), ips(whole));
        JsonNode unfinished = whole.get("hosts").get(0);
        assertEquals(1, unfinished.get("unasked").asInt(), "nothing is known of its other port");
        assertEquals(1.5, unfinished.get("open").get(0).get("rtt_ms").asDouble());
        assertEquals("http", unfinished.get("open").get(0).get("service").asString());
    }

    @Test
    void theWholeSaysWhatWasAskedAndWhen() {
        JsonNode whole = json(collector("192.0.2.0/28 192.0.2.77 -p 22,80-82"), true);

        assertEquals("tcp", whole.get("scan").asString());
        assertEquals("192.0.2.0/28,192.0.2.77", whole.get("targets").asString());
        assertEquals("22,80-82", whole.get("ports").asString());
        assertEquals("2026-11-25T01:02:03.456Z", whole.get("started").asString());
        assertEquals(1_234, whole.get("elapsed_ms").asInt());
        assertTrue(whole.get("complete").asBoolean());
        assertEquals(0, whole.get("hosts").size());
    }

    @Test
    void aPingHasNoPortsAndTellsWhoAnswers() {
        PmapCollector collector = collector("192.0.2.0/28 -f ping");
        collector.alive(TENTH, -1);
        collector.silent(NINTH);
        collector.alive(FIRST, 70);

        JsonNode whole = json(collector, true);

        assertFalse(whole.has("ports"));
        assertEquals(List.of("192.0.2.1", "192.0.2.10"), ips(whole));
        assertEquals(0.07, whole.get("hosts").get(0).get("rtt_ms").asDouble());
        assertTrue(whole.get("hosts").get(1).get("rtt_ms").isNull());
        assertEquals(2, collector.found());
        assertEquals(3, collector.finished());
    }

    @Test
    void silentHostsArePartOfTheWholeWhereAllAreWanted() {
        PmapCollector collector = collector("192.0.2.0/28 -f ping --all");
        collector.silent(NINTH);

        JsonNode silent = json(collector, true).get("hosts").get(0);

        assertFalse(silent.get("answers").asBoolean());
    }

    /** Hosts, closed ports of the one that is finished; whether it is told. */
    @ParameterizedTest
    @CsvSource({"192.0.2.1,0,true", "192.0.2.0/28,0,false", "192.0.2.0/28,1,true", "192.0.2.0/28 --all,0,true"})
    void ofSeveralHostsThoseThatAnswerAreKept(String hosts, int closed, boolean kept) {
        PmapCollector collector = collector(hosts + " -p 22,80");
        collector.host(host(FIRST, Verdict.SCANNED, closed, 0, 0));

        assertEquals(kept ? 1 : 0, json(collector, true).get("hosts").size());
        assertEquals(1, collector.finished());
    }

    @Test
    void withoutAFileOrJsonNothingIsKept() {
        PmapCollector collector =
                new PmapCollector(PmapRequest.of(PmapOptions.fastPath(new String[] {"192.0.2.1"}, 0), System.in));
        collector.host(host(FIRST, Verdict.SCANNED, 1, 0, 0));
        collector.alive(NINTH, 5);

        PmapJson.Result result = collector.result(Instant.EPOCH, Duration.ZERO, true);

        assertEquals(0, result.scanned().size() + result.alive().size());
        assertEquals(2, collector.finished());
    }

    @Test
    void isPartialWhereSomethingCouldNotBeAsked() {
        PmapCollector collector = collector("192.0.2.0/28 -p 22,80");
        collector.host(host(FIRST, Verdict.SCANNED, 1, 0, 0));
        assertFalse(collector.isPartial());

        collector.host(host(NINTH, Verdict.SCANNED, 1, 1, 0));
        assertTrue(collector.isPartial());

        PmapCollector troubled = collector("192.0.2.0/28 -p 22,80");
        troubled.trouble("a trouble");
        assertTrue(troubled.isPartial());
    }

    @Test
    void isWithoutRouteWhereNoHostCanBeReached() {
        PmapCollector collector = collector("192.0.2.0/28 -p 22,80");
        assertFalse(collector.isWithoutRoute());
        collector.host(host(FIRST, Verdict.NO_ROUTE, 0, 0, 0));
        collector.host(host(NINTH, Verdict.NO_ROUTE, 0, 0, 0));
        assertTrue(collector.isWithoutRoute());

        collector.host(host(TENTH, Verdict.SILENT, 0, 0, 0));

        assertFalse(collector.isWithoutRoute());
    }

    @Test
    void aHostThatWasStoppedIsNotFinished() {
        PmapCollector collector = collector("192.0.2.0/28 -p 22,80");
        collector.host(host(FIRST, Verdict.SCANNED, 1, 0, 1));

        assertEquals(0, collector.finished());
        assertEquals(
                1, json(collector, false).get("hosts").get(0).get("unasked").asInt());
    }

    private PmapCollector collector(String line) {
        request = PmapRequest.of(PmapOptions.fastPath((line + " --format json").split(" "), 0), System.in);
        return new PmapCollector(request);
    }

    private static HostResult host(Address address, Verdict verdict, int closed, int errors, int unasked) {
        int filtered = 2 - closed - errors - unasked;
        return new HostResult(address, verdict, List.of(), closed, filtered, errors, unasked, List.of());
    }

    private JsonNode json(PmapCollector collector, boolean complete) {
        StringWriter text = new StringWriter();
        Instant started = Instant.parse("2026-11-25T01:02:03.456789Z");
        PmapJson.whole(text, request, collector.result(started, Duration.ofMillis(1_234), complete));
        return JsonMapper.shared().readTree(text.toString());
    }

    private static List<String> ips(JsonNode whole) {
        return whole.get("hosts")
                .valueStream()
                .map(host -> host.get("ip").asString())
                .toList();
    }
}
