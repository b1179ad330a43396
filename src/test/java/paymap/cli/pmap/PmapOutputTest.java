package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.pmap.HostResult;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.words.Language;

/** Ports 19999 and 20000 have no usual service. */
class PmapOutputTest {

    private static final Address HOST = Address.of("192.0.2.1");
    private static final Address SIX = Address.of("fd00::1");

    @Test
    void forPeopleAHostStandsWithItsPorts() {
        assertEquals(
                """
                192.0.2.1: 2 of 5 ports open, 1 closed, 2 filtered
                     22  usually ssh
                  20000  unknown
                """,
                printed(
                        "192.0.2.1 -p 22,23,24,25,20000",
                        host(Verdict.SCANNED, List.of(open(22), open(20000)), new int[] {1, 2, 0, 0})));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SILENT|192.0.2.1: no answer to the first probes",
                "UNREACHABLE|192.0.2.1: host unreachable",
                "NO_ROUTE|192.0.2.1: no route to it from here",
                "SCANNED|192.0.2.1: none of 2 ports open, 2 filtered",
            })
    void aHostThatIsAloneIsAlwaysTold(Verdict verdict, String line) {
        assertEquals(line + "\n", printed("192.0.2.1 -p 22,23", host(verdict, List.of(), new int[] {0, 2, 0, 0})));
    }

    @ParameterizedTest
    @CsvSource({"SCANNED,1,true", "SCANNED,0,false", "SILENT,0,false", "UNREACHABLE,0,false", "NO_ROUTE,0,false"})
    void ofSeveralThoseThatAnswerAreTold(Verdict verdict, int closed, boolean told) {
        Events host = host(verdict, List.of(), new int[] {closed, 2 - closed, 0, 0});

        assertEquals(told, !printed("192.0.2.1-9 -p 22,23", host).isEmpty());
        assertEquals(false, printed("192.0.2.1-9 -p 22,23 --all", host).isEmpty(), "all, where all are wanted");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertEquals(
                "192.0.2.1: none of 9 ports open, 1 closed, 3 could not be asked, 5 not known, as the scan was stopped\n",
                printed("192.0.2.1 -p 1-9", host(Verdict.SCANNED, List.of(), new int[] {1, 0, 3, 5})));
    }

    @Test
    void theOthersAreToldWithTheirReasons() {
        HostResult result = new HostResult(
                HOST,
                Verdict.SCANNED,
                List.of(),
                1,
                1,
                0,
                0,
                List.of(new PortResult(1, Reason.REFUSED, -1), new PortResult(20000, Reason.NO_ROUTE, -1)));

        assertEquals("""
                192.0.2.1: none of 2 ports open, 1 closed, 1 filtered
                      1  closed: refused
                  20000  filtered: host unreachable or prohibited
                """, printed("192.0.2.1 -p 1,20000 --all", listener -> listener.host(result)));
    }

    @Test
    void aHostIsToldInChineseToo() {
        Language.CHINESE.speak();

        assertEquals(
                "192.0.2.1：9 个端口中 1 个开放，1 个关闭，2 个被过滤，3 个无法探测，2 个未知（扫描已中止）\n     22  通常是 ssh\n",
                printed("192.0.2.1 -p 20-28", host(Verdict.SCANNED, List.of(open(22)), new int[] {1, 2, 3, 2})));
    }

    @ParameterizedTest
    @CsvSource({"SILENT,192.0.2.1：对最初的几次探测没有应答", "UNREACHABLE,192.0.2.1：主机不可达", "NO_ROUTE,192.0.2.1：本机没有到它的路由"})
    void whatAHostIsIsToldInChineseToo(Verdict verdict, String line) {
        Language.CHINESE.speak();

        assertEquals(line + "\n", printed("192.0.2.1 -p 22,23", host(verdict, List.of(), new int[] {0, 2, 0, 0})));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void reasonsHaveTheirChineseAndKeepTheirCodes(Reason reason) {
        assertEquals(reason.code(), reason.words(), "who reads English reads what scripts read");
        Language.CHINESE.speak();
        assertTrue(reason.words().matches("[\\p{IsHan}，]+"), reason.words());
    }

    @Test
    void timesOfPingsHaveThreeDecimalsEach() {
        assertEquals(
                "192.0.2.1  0.020 ms\n192.0.2.1  12.000 ms\n192.0.2.1\n", printed("192.0.2.1-9 -f ping", listener -> {
                    listener.alive(HOST, 20);
                    listener.alive(HOST, 12_000);
                    listener.alive(HOST, -1);
                    listener.silent(HOST);
                }));
    }

    @Test
    void silentHostsAreToldWhereAllAreWanted() {
        assertEquals("192.0.2.1  no answer\n", printed("192.0.2.1 -f ping --all", listener -> listener.silent(HOST)));
        assertEquals(
                "{\"type\":\"silent\",\"ip\":\"192.0.2.1\"}\n",
                printed("192.0.2.1 -f ping --all --format ndjson", listener -> listener.silent(HOST)));
        assertEquals("", printed("192.0.2.1 -f ping --format ndjson", listener -> listener.silent(HOST)));
    }

    @Test
    void plainIsAddressAndPortAndNothingElse() {
        assertEquals(
                "192.0.2.1:22\n[fd00::1]:20000\n192.0.2.1\nfd00::1\n", printed("192.0.2.1 --format plain", listener -> {
                    listener.open(HOST, open(22));
                    listener.open(SIX, open(20000));
                    listener.host(new HostResult(HOST, Verdict.SCANNED, List.of(open(22)), 9, 9, 9, 0, List.of()));
                    listener.alive(HOST, 5);
                    listener.alive(SIX, 5);
                    listener.silent(HOST);
                }));
    }

    @Test
    void ndjsonIsAnObjectALine() {
        assertEquals("""
                {"type":"open","ip":"192.0.2.1","port":22,"service":"ssh","rtt_ms":0.007}
                {"type":"open","ip":"fd00::1","port":20000,"service":null,"rtt_ms":0.007}
                {"type":"host","ip":"192.0.2.1","verdict":"silent","open":[],"closed":0,"filtered":2,"errors":0}
                {"type":"alive","ip":"192.0.2.1","rtt_ms":1.500}
                {"type":"alive","ip":"fd00::1","rtt_ms":null}
                """, printed("192.0.2.1 --format ndjson", listener -> {
            listener.open(HOST, open(22));
            listener.open(SIX, open(20000));
            listener.host(new HostResult(HOST, Verdict.SILENT, List.of(), 0, 2, 0, 0, List.of()));
            listener.alive(HOST, 1_500);
            listener.alive(SIX, -1);
        }));
    }

    @Test
    void jsonComesAtTheEnd() {
        assertEquals("", printed("192.0.2.1 --format json", listener -> {
            listener.open(HOST, open(22));
            listener.host(new HostResult(HOST, Verdict.SCANNED, List.of(open(22)), 0, 0, 0, 0, List.of()));
            listener.alive(HOST, 5);
        }));
    }

    private interface Events {
        void tell(ScanListener listener);
    }

    private static String printed(String line, Events events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PmapRequest request = PmapRequest.of(PmapOptions.fastPath(line.split(" "), 0), System.in);
        PmapOutput output = PmapOutput.of(request, new PrintStream(out, false, StandardCharsets.UTF_8));
        events.tell(output);
        output.progress(new ScanListener.Progress(1, 2, 3)); // what was printed goes out
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PortResult open(int port) {
        return new PortResult(port, Reason.CONNECTED, 7);
    }

    /** @param counts closed, filtered, errors, unasked */
    private static Events host(Verdict verdict, List<PortResult> open, int[] counts) {
        HostResult result = new HostResult(HOST, verdict, open, counts[0], counts[1], counts[2], counts[3], List.of());
        return listener -> listener.host(result);
    }
}
