package paymap.pmap.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.pmap.HostResult;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PingerChoice;
import paymap.pmap.PortResult;
import paymap.pmap.PortState;
import paymap.pmap.Reason;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

class ScanFileTest {

    private static final Address FIRST = Address.of("192.0.2.1");
    private static final Address SECOND = Address.of("192.0.2.2");

    /** As -w wrote it before there were schemas. */
    private static final String EARLIER = """
            {"scan":"tcp","targets":"192.0.2.0/29","ports":"22,80-82","started":"2026-11-25T01:02:03.456Z",\
            "elapsed_ms":1234,"complete":true,"hosts":[\
            {"ip":"192.0.2.1","open":[{"port":22,"service":"ssh","rtt_ms":0.062}],"closed":3,"filtered":0,"errors":0},\
            {"ip":"192.0.2.2","open":[{"port":80,"service":"http","rtt_ms":null}],"closed":1,"filtered":2,"errors":0},\
            {"ip":"192.0.2.3","open":[],"closed":1,"filtered":0,"errors":0,"unasked":3},\
            {"ip":"192.0.2.4","verdict":"silent","open":[],"closed":0,"filtered":4,"errors":0},\
            {"ip":"192.0.2.5","open":[],"closed":2,"filtered":1,"errors":1,"others":[\
            {"port":22,"state":"closed","reason":"refused"},{"port":80,"state":"closed","reason":"refused"},\
            {"port":81,"state":"filtered","reason":"no answer"},\
            {"port":82,"state":"error","reason":"trouble on this machine"}]}]}
            """;

    /** As a scan leaves them that was killed. */
    private static final String LINES = """
            {"type":"scan","schema":1,"scan":"tcp","targets":"192.0.2.0/29","addresses":"192.0.2.0-192.0.2.7",\
            "ports":"1-100","started":"2026-11-25T01:02:03.456Z","settings":{"at_once":10,"longest_wait_ms":500,\
            "retries":2,"rate":100,"assume_up":true,"all":true,"pinger":"auto","children":true}}
            {"type":"open","ip":"192.0.2.1","port":22,"service":"ssh","rtt_ms":0.062}
            {"type":"ports","ip":"192.0.2.1","ports_by_reason":{"refused":"1-9,20"}}
            {"type":"from_the_future","x":[1,{"y":2}]}
            {"type":"ports","ip":"192.0.2.1","ports_by_reason":{"refused":"10-19","no answer":"80"}}
            {"type":"host","ip":"192.0.2.2","open":[{"port":80,"service":"http","rtt_ms":1.5}],"closed":98,\
            "filtered":1,"errors":0,"ports_by_reason":{"refused":"1-78,81-100","no answer":"79"}}
            {"type":"unanswered","verdict":"silent","hosts":"192.0.2.3-192.0.2.4,192.0.2.6"}
            """;

    @TempDir
    Path folder;

    @Test
    void readsWhatEarlierVersionsWrote() throws IOException {
        StoredScan scan = read(EARLIER);

        assertEquals(0, scan.schema());
        assertEquals("192.0.2.0/29", scan.asked().targetsText());
        assertNull(scan.asked().addresses(), "nobody said what was excluded");
        assertEquals("22,80-82", scan.asked().ports().toString());
        assertEquals(Instant.parse("2026-11-25T01:02:03.456Z"), scan.asked().started());
        assertEquals(Duration.ofMillis(1234), scan.elapsed());
        assertTrue(scan.complete() && scan.whole());
        assertEquals(5, scan.hosts().size());
    }

    @Test
    void ofEarlierVersionsItSaysOnlyWhatIsCertain() throws IOException {
        StoredScan scan = read(EARLIER);

        StoredHost allClosed = known(scan, "192.0.2.1");
        assertEquals("80-82", allClosed.ports(PortState.CLOSED).toString(), "all the others are closed");
        assertEquals(62, allClosed.open().get(0).rttMicros());
        StoredHost mixed = known(scan, "192.0.2.2");
        assertEquals("22,81-82", mixed.notOpen().toString(), "which of them are closed is not said");
        assertEquals(PortSet.EMPTY, mixed.ports(PortState.CLOSED));
        assertTrue(mixed.finished());
        StoredHost unfinished = known(scan, "192.0.2.3");
        assertFalse(unfinished.finished());
        assertEquals(PortSet.EMPTY, unfinished.known(), "which one is closed is not said");
        assertEquals(Verdict.SILENT, known(scan, "192.0.2.4").verdict());
        StoredHost each = known(scan, "192.0.2.5");
        assertEquals("22,80", each.ports(PortState.CLOSED).toString());
        assertEquals("81", each.ports(PortState.FILTERED).toString());
        assertFalse(each.finished(), "one port could not be asked");
        assertNull(scan.host(Address.of("192.0.2.6")), "it may have been excluded");
    }

    @Test
    void readsTheLinesOfAScanUnderWay() throws IOException {
        StoredScan scan = read(LINES);

        assertEquals(1, scan.schema());
        assertFalse(scan.complete() || scan.whole());
        assertEquals("192.0.2.0-192.0.2.7", "" + scan.asked().addresses());
        assertTrue(scan.asked().children());
        assertNotNull(scan.asked().settings());
        assertEquals(100, scan.asked().settings().rate());
        assertEquals(2, scan.asked().settings().retries());
        assertTrue(scan.asked().settings().assumeUp() && scan.asked().settings().everyPort());
        StoredHost first = known(scan, "192.0.2.1");
        assertFalse(first.finished());
        assertTrue(first.answered());
        assertEquals("1-20,22,80", first.known().toString());
        assertEquals(PortState.FILTERED, first.state(80));
        assertNull(first.state(81));
        assertEquals(
                Map.of(Reason.REFUSED, PortSet.of("1-78,81-100"), Reason.SILENT, PortSet.of("79")),
                known(scan, "192.0.2.2").others());
        assertTrue(known(scan, "192.0.2.2").finished());
        assertEquals(Verdict.SILENT, known(scan, "192.0.2.4").verdict());
        assertFalse(known(scan, "192.0.2.4").answered());
        assertNull(scan.host(Address.of("192.0.2.5")));
    }

    @Test
    void readsEachSetting() throws IOException {
        StoredScan scan = read("""
                {"schema":1,"scan":"tcp","settings":{"at_once":7,"longest_wait_ms":800,"retries":3,"rate":90,\
                "assume_up":true,"all":false,"pinger":"fping","children":true,"seed":5,"host_timeout_ms":60000,\
                "banner":"listen","later":[1,{"x":2}]}}
                """);

        ScanSettings settings = scan.asked().settings();
        assertEquals(
                new ScanSettings(7, Duration.ofMillis(800), 3, 90, true, false, Duration.ofMinutes(1), 5), settings);
        assertTrue(scan.asked().children());
        assertEquals(PingerChoice.FPING, scan.asked().pinger());
        assertEquals(
                new ScanSettings(
                        1,
                        Duration.ofMillis(1000),
                        ScanSettings.AS_NEEDED,
                        0,
                        false,
                        true,
                        Duration.ZERO,
                        ScanSettings.IN_ORDER),
                read("{\"scan\":\"tcp\",\"settings\":{\"all\":true}}").asked().settings());
    }

    @Test
    void hostsThatDidNotAnswerAreRangesByWhatIsKnownOfThem() throws IOException {
        StoredScan scan = read("""
                {"scan":"tcp","unanswered":{"silent":"192.0.2.3-192.0.2.4","unreachable":"192.0.2.9"},"complete":true}
                """);

        assertEquals(Verdict.SILENT, known(scan, "192.0.2.4").verdict());
        assertEquals(Verdict.UNREACHABLE, known(scan, "192.0.2.9").verdict());
        assertNull(scan.host(Address.of("192.0.2.5")));
    }

    @Test
    void whatAHostJustToldIsKeptAsOfAFile() {
        PortResult open = new PortResult(22, Reason.CONNECTED, 62);
        StoredHost host = StoredHost.of(result(open, 0));

        assertEquals(FIRST, host.address());
        assertEquals("22", host.openPorts().toString());
        assertEquals("22", host.ports(PortState.OPEN).toString());
        assertEquals(3, host.closed());
        assertEquals(2, host.filtered());
        assertTrue(host.finished() && host.answered());
        assertFalse(StoredHost.of(result(open, 1)).finished());
    }

    private static HostResult result(PortResult open, int errors) {
        return new HostResult(FIRST, Verdict.SCANNED, List.of(open), 3, 2, errors, 0, List.of());
    }

    @Test
    void readsTheLinesOfEarlierVersions() throws IOException {
        StoredScan scan = read("""
                {"type":"open","ip":"192.0.2.1","port":22,"service":null,"rtt_ms":null}
                {"type":"host","ip":"192.0.2.1","open":[{"port":22,"service":null,"rtt_ms":null}],"closed":3,\
                "filtered":0,"errors":0}
                """);

        StoredHost host = known(scan, "192.0.2.1");
        assertEquals("22", host.known().toString(), "which ports were asked is not said");
        assertEquals(1, host.open().size());
        assertEquals(3, host.closed());
    }

    @Test
    void readsAPing() throws IOException {
        StoredScan whole = read("""
                {"scan":"ping","targets":"192.0.2.0/30","started":"2026-11-25T01:02:03Z","elapsed_ms":3,\
                "complete":true,"hosts":[{"ip":"192.0.2.1","rtt_ms":0.070},\
                {"ip":"192.0.2.2","rtt_ms":null,"answers":false}]}
                """);
        StoredScan lines = read("""
                {"type":"alive","ip":"192.0.2.1","rtt_ms":0.070}
                {"type":"silent","ip":"192.0.2.2"}
                {"type":"scan","scan":"ping","targets":"192.0.2.0/30"}
                """);

        for (StoredScan scan : new StoredScan[] {whole, lines}) {
            assertEquals(ScanPlan.Kind.PING, scan.asked().kind());
            assertEquals(70, known(scan, "192.0.2.1").rttMicros());
            assertTrue(known(scan, "192.0.2.1").answered());
            assertEquals(Verdict.SILENT, known(scan, "192.0.2.2").verdict());
            assertEquals(Set.of(FIRST, SECOND), scan.hosts().keySet());
        }
    }

    @Test
    void theOrderOfPropertiesDoesNotMatter() throws IOException {
        StoredScan scan = read("{\"hosts\":[{\"rtt_ms\":1,\"ip\":\"192.0.2.1\"}],\"scan\":\"ping\"}");

        assertEquals(1000, known(scan, "192.0.2.1").rttMicros());
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {EARLIER, LINES})
    void whereverItIsCutOffWhatIsCompleteCounts(String text) throws IOException {
        StoredScan whole = read(text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int hosts = 0;
        for (int length = 1; length < bytes.length; length++) {
            StoredScan cut = read(Arrays.copyOf(bytes, length));

            assertTrue(cut.hosts().size() >= hosts, "nothing is forgotten at " + length);
            hosts = cut.hosts().size();
            for (StoredHost host : cut.hosts().values()) {
                PortSet more =
                        host.known().without(known(whole, "" + host.address()).known());
                assertEquals(PortSet.EMPTY, more, "nothing is made up at " + length);
            }
        }
        assertEquals(whole.hosts().size(), hosts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is empty",
                "'   ' | it is empty",
                "hello | it is no result of pmap in JSON",
                "[1] | it is no result of pmap in JSON",
                "{\"scan\":\"udp\"} | \"udp\" is nothing that pmap does",
                "{\"scan\":7} | \"scan\" has a value of a wrong kind",
                "{\"scan\":t} | it is no result of pmap: line 1 is no JSON",
                "{\"scan\":\"tcp\",,} | it is no result of pmap: line 1 is no JSON",
                "{\"schema\":2,\"scan\":\"tcp\"} | a later version of paymap wrote it (schema 2; this one reads up to 1)",
                "{\"ports\":\"0-3\"} | no ports, or no range of them: \"0\"",
                "{\"started\":\"today\"} | \"today\" is no time",
                "{\"settings\":{\"pinger\":\"carrier\"}} | \"carrier\" is nothing that pmap does",
                "{\"settings\":{\"banner\":\"shout\"}} | \"shout\" is nothing that pmap does",
                "{\"hosts\":[{\"ip\":\"router\"}]} | not an IPv4 address: \"router\"",
                "{\"hosts\":[{\"open\":[]}]} | a result without a host",
                "{\"hosts\":[{\"closed\":65536}]} | \"closed\" is from 0 to 65535, not 65536",
                "{\"hosts\":[{\"closed\":99999999999999999999}]} | \"closed\" is from 0 to 65535, not 99999999999999999999",
                "{\"hosts\":[{\"open\":[{\"port\":0}]}]} | \"port\" is from 1 to 65535, not 0",
                "{\"type\":\"host\",\"ip\":\"192.0.2.300\"} | line 1: an octet goes to 255, not 300: \"192.0.2.300\""
            })
    void whatIsNoScanIsRefusedInASentence(String text, String why) {
        Path file = folder.resolve("file");

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> read(text));

        assertEquals("cannot use " + file + ": " + why, refused.getMessage());
    }

    @Test
    void brokenLinesInTheMiddleAreRefused() {
        String text = LINES.replace("\"open\",", "\"open\"");

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> read(text));

        assertTrue(refused.getMessage().endsWith("it is no result of pmap: line 2 is no JSON"), refused.getMessage());
    }

    @Test
    void twoScansInOneFileAreRefused() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> read(LINES + LINES));

        assertTrue(refused.getMessage().contains("line 8: a second scan begins here"), refused.getMessage());
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ScanFile.read(folder.resolve("none")));

        assertTrue(refused.getMessage().endsWith("none: it is not there"), refused.getMessage());
    }

    @Tag("slow")
    @Test
    void depthAndNumberOfThingsAreBounded() {
        StringBuilder hosts = new StringBuilder("{\"scan\":\"tcp\",\"hosts\":[{\"ip\":\"192.0.2.1\"}");
        for (int i = 0; i < 1_100_000; i++) {
            hosts.append(",{\"ip\":\"").append(Address.of("10.0.0.0").plus(i)).append("\"}");
        }
        String many = hosts.append("]}").toString();

        assertThrows(IllegalArgumentException.class, () -> read("{\"x\":" + "[".repeat(10_000)));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> read(many));
        assertTrue(refused.getMessage().contains("more hosts and ports than paymap takes in"), refused.getMessage());
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {EARLIER, LINES})
    void howeverAFileIsBrokenItIsReadOrRefusedInASentence(String text) throws IOException {
        Random random = new Random(1);
        byte[] pieces = "\"{}[]:,-019.eE tfn\\\n\0".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1_500; i++) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int changes = random.nextInt(3) + 1; changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] =
                        random.nextBoolean() ? pieces[random.nextInt(pieces.length)] : (byte) random.nextInt();
            }
            try {
                read(bytes);
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().startsWith("cannot use "), e.getMessage());
                assertFalse(
                        e.getMessage().contains("Exception") || e.getMessage().contains("input string"),
                        e.getMessage());
            }
        }
    }

    @Test
    void aScanOfMonthsIsReadToo() throws IOException {
        assertEquals(
                Duration.ofDays(60),
                read("{\"scan\":\"tcp\",\"elapsed_ms\":" + Duration.ofDays(60).toMillis() + "}")
                        .elapsed());
    }

    /** As of a scan of many ports of many hosts, in the order of asking. */
    @Tag("slow")
    @Test
    void aLongJournalCostsWhatItHoldsAndNotWhatItSays() throws IOException {
        StringBuilder text = new StringBuilder(LINES.substring(0, LINES.indexOf('\n') + 1));
        for (int round = 0; round < 16; round++) {
            StringBuilder ports = new StringBuilder();
            for (int port = 1 + round; port <= 65_535; port += 16) {
                ports.append(ports.isEmpty() ? "" : ",").append(port);
            }
            for (int host = 0; host < 80; host++) {
                text.append("{\"type\":\"ports\",\"ip\":\"10.0.0.")
                        .append(host)
                        .append("\",\"ports_by_reason\":{\"refused\":\"")
                        .append(ports)
                        .append("\"}}\n");
            }
        }

        StoredScan scan = read(text.toString());

        assertEquals("1-65535", known(scan, "10.0.0.79").known().toString());
    }

    private StoredScan read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private StoredScan read(byte[] bytes) throws IOException {
        return ScanFile.read(Files.write(folder.resolve("file"), bytes));
    }

    private static StoredHost known(StoredScan scan, String host) {
        StoredHost known = scan.host(Address.of(host));
        assertNotNull(known, host);
        return known;
    }
}
