package paymap.pmap.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.pmap.BannerChoice;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PingerChoice;
import paymap.pmap.PortResult;
import paymap.pmap.PortState;
import paymap.pmap.Reason;
import paymap.pmap.ScanPlan;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

class ScanComparisonTest {

    private static final Address FIRST = Address.of("192.0.2.0");
    private static final Reason[] STATES = {Reason.CONNECTED, Reason.REFUSED, Reason.SILENT};

    /** The state of a port before and after: o, c, f; what is told. */
    @ParameterizedTest
    @CsvSource({
        "c,o,OPENED 1 CLOSED",
        "f,o,OPENED 1 FILTERED",
        "o,c,CLOSED 1 OPEN",
        "o,f,FILTERED 1 OPEN",
        "c,f,FILTERED 1 CLOSED",
        "f,c,CLOSED 1 FILTERED",
        "o,o,''",
        "c,c,''",
        "f,f,''",
        "-,o,''",
        "o,-,''",
        "-,-,''"
    })
    void aPortThatIsKnownBothTimesIsCompared(String before, String after, String told) {
        assertEquals(told, told(scan(host(before + "cc")), scan(host(after + "cc"))));
    }

    @Test
    void aHostComesAndGoesAsAWhole() {
        StoredHost open = host("oco");
        StoredHost silent = absent(Verdict.SILENT);

        assertEquals("CAME 1,3 null", told(scan(silent), scan(open)));
        assertEquals("GONE 1,3 null", told(scan(open), scan(absent(Verdict.UNREACHABLE))));
        assertEquals("CAME  null", told(scan(silent), scan(host("ccc"))));
        assertEquals("", told(scan(silent), scan(absent(Verdict.UNREACHABLE))));
        assertEquals("", told(scan(open), scan(absent(Verdict.NO_ROUTE))), "this machine is to blame");
        assertEquals("", told(scan(open), scan()), "it was not scanned");
    }

    @Test
    void whatAnEarlierVersionSaidLessOfIsComparedAsFarAsItGoes() {
        StoredHost less = new StoredHost(
                FIRST, Verdict.SCANNED, true, -1, List.of(open(1)), Map.of(), PortSet.of("2-3"), 1, 1, 0, true, false);

        assertEquals("OPENED 2 null", told(scan(less), scan(host("oof"))));
        assertEquals("NOT_OPEN 2 OPEN", told(scan(host("oof")), scan(less)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyChangeIsToldAndNoneIsInvented(long seed) {
        Random random = new Random(seed);
        char[][] before = new char[256][50];
        char[][] after = new char[256][];
        for (int host = 0; host < before.length; host++) {
            for (int port = 0; port < before[host].length; port++) {
                before[host][port] = "ocf-".charAt(random.nextInt(4));
            }
            after[host] = before[host].clone();
        }
        Set<String> expected = new TreeSet<>();
        while (expected.size() < 200) {
            int host = random.nextInt(256);
            int port = random.nextInt(50);
            char to = "ocf-".charAt(random.nextInt(4));
            char from = before[host][port];
            if (after[host][port] != from || to == from) {
                continue;
            }
            after[host][port] = to;
            if (to != '-' && from != '-') {
                expected.add(FIRST.plus(host) + ":" + (port + 1) + " " + from + to);
            }
        }

        ScanComparison comparison = ScanComparison.of(scan(hosts(before)), scan(hosts(after)));

        Set<String> told = new TreeSet<>();
        for (ScanChange change : comparison.changes()) {
            for (int port : change.ports().sorted()) {
                char to = Map.of(
                                ScanChange.Kind.OPENED, 'o', ScanChange.Kind.CLOSED, 'c', ScanChange.Kind.FILTERED, 'f')
                        .get(change.kind());
                told.add(change.host() + ":" + port + " " + letter(change.was()) + to);
            }
        }
        assertEquals(expected, told);
        assertEquals(256, comparison.compared());
    }

    @Test
    void aPingAndAScanOfPortsAreNotCompared() {
        AskedScan ping = new AskedScan(
                ScanPlan.Kind.PING, "", null, PortSet.EMPTY, null, null, PingerChoice.AUTO, false, BannerChoice.NONE);
        StoredScan other = new StoredScan(1, ping, true, true, Duration.ZERO, new TreeMap<>(), Map.of());

        assertThrows(IllegalArgumentException.class, () -> ScanComparison.of(scan(), other));
    }

    private static char letter(PortState state) {
        return switch (state) {
            case OPEN -> 'o';
            case CLOSED -> 'c';
            case FILTERED, ERROR -> 'f';
        };
    }

    private static String told(StoredScan before, StoredScan after) {
        List<String> told = new ArrayList<>();
        for (ScanChange change : ScanComparison.of(before, after).changes()) {
            told.add(change.kind() + " " + change.ports() + " " + change.was());
        }
        return String.join("; ", told);
    }

    private static StoredHost[] hosts(char[][] states) {
        StoredHost[] hosts = new StoredHost[states.length];
        for (int i = 0; i < states.length; i++) {
            hosts[i] = host(FIRST.plus(i), new String(states[i]));
        }
        return hosts;
    }

    private static StoredHost host(String states) {
        return host(FIRST, states);
    }

    /** The states of its ports from 1 on. */
    private static StoredHost host(Address address, String states) {
        List<PortResult> open = new ArrayList<>();
        Map<Reason, PortSet> others = new EnumMap<>(Reason.class);
        for (int i = 0; i < states.length(); i++) {
            int state = "ocf-".indexOf(states.charAt(i));
            if (state == 0) {
                open.add(open(i + 1));
            } else if (state < 3) {
                others.merge(STATES[state], PortSet.of(i + 1), PortSet::with);
            }
        }
        return new StoredHost(address, Verdict.SCANNED, true, -1, open, others, PortSet.EMPTY, 0, 0, 0, true, false);
    }

    private static PortResult open(int port) {
        return new PortResult(port, Reason.CONNECTED, -1);
    }

    private static StoredHost absent(Verdict verdict) {
        return new StoredHost(FIRST, verdict, false, -1, List.of(), Map.of(), PortSet.EMPTY, 0, 0, 0, true, false);
    }

    private static StoredScan scan(StoredHost... hosts) {
        TreeMap<Address, StoredHost> all = new TreeMap<>();
        for (StoredHost host : hosts) {
            all.put(host.address(), host);
        }
        AskedScan asked = new AskedScan(
                ScanPlan.Kind.TCP,
                "",
                null,
                PortSet.of("1-50"),
                null,
                null,
                PingerChoice.AUTO,
                false,
                BannerChoice.NONE);
        return new StoredScan(1, asked, true, true, Duration.ZERO, all, Map.of());
    }
}
