package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import paymap.pmap.HostResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;

/** Step by step, where {@link TcpScanTest} runs whole scans. */
class HostScanTest {

    private static final long MS = 1_000_000L;

    private final FakeNetwork heard = new FakeNetwork();

    @Test
    void anAnswerToARepetitionHalvesWhatIsOut() {
        TcpScan scan = scan(100, false, settings(16, 1_000, 0), "10.0.0.1");
        List<Probe> probes = take(scan, 0);
        answer(scan, probes.get(0), Reason.REFUSED, MS); // so only 100 ms are waited
        scan.expire(200 * MS);

        answer(scan, probes.get(1), Reason.REFUSED, 1_010 * MS);

        assertEquals(8, take(scan, 1_010 * MS).size());
    }

    @Test
    void aLateAnswerThatWasStillWaitedForIsNoSignOfLoss() {
        TcpScan scan = scan(100, false, settings(16, 1_000, 0), "10.0.0.1");
        List<Probe> probes = take(scan, 0);

        answer(scan, probes.get(0), Reason.REFUSED, 950 * MS);

        assertEquals(1, take(scan, 950 * MS).size(), "as many as before");
    }

    @Test
    void afterASecondDiscoveryPortsAreAskedForTheFirstTime() {
        TcpScan scan = scan(100, true, settings(16, 1_000, 1_000_000), "10.0.0.1");
        assertEquals(7, takeSlowly(scan, 0).size());
        scan.expire(1_100 * MS);
        List<Probe> second = takeSlowly(scan, 1_100 * MS);
        assertEquals(7, second.size());

        answer(scan, second.get(0), Reason.REFUSED, 1_101 * MS);

        assertEquals(0, scan.next(1_102 * MS).round);
    }

    @Test
    void eachAnswerIsBookedOnItsOwnPort() {
        ScanSettings every = new ScanSettings(100, Duration.ofSeconds(1), -1, 0, false, true);
        TcpScan scan = scan(9, false, every, "10.0.0.1");
        List<Probe> probes = take(scan, 0);
        Reason[] reasons = {
            Reason.CONNECTED,
            Reason.REFUSED,
            Reason.NO_PROTOCOL,
            Reason.NO_ROUTE,
            Reason.NET_UNREACHABLE,
            Reason.REFUSED,
            Reason.CONNECTED,
            Reason.REFUSED,
            Reason.NO_ROUTE
        };
        for (int i = reasons.length - 1; i >= 0; i--) {
            answer(scan, probes.get(i), reasons[i], (20 - i) * MS);
        }

        HostResult host = heard.only();
        assertEquals(
                List.of("1 CONNECTED 20000", "7 CONNECTED 14000"),
                host.open().stream()
                        .map(port -> port.port() + " " + port.reason() + " " + port.rttMicros())
                        .toList());
        assertEquals(
                List.of(
                        "2 REFUSED",
                        "3 NO_PROTOCOL",
                        "4 NO_ROUTE",
                        "5 NET_UNREACHABLE",
                        "6 REFUSED",
                        "8 REFUSED",
                        "9 NO_ROUTE"),
                host.others().stream()
                        .map(port -> port.port() + " " + port.reason())
                        .toList());
        assertEquals(List.of("10.0.0.1:7", "10.0.0.1:1"), heard.opened);
    }

    @Test
    void anAnswerToAPortThatOnlyDiscoveryAsksIsNoResult() {
        TcpScan scan = scan(100, true, settings(16, 1_000, 0), "10.0.0.1");
        Probe extra = take(scan, 0).stream()
                .filter(probe -> probe.port() == 443)
                .findFirst()
                .orElseThrow();

        answer(scan, extra, Reason.CONNECTED, MS);

        assertEquals(List.of(), heard.opened);
        assertEquals(0, scan.progress(1).done());
        assertEquals(10, take(scan, MS).size(), "but somebody is there, and six are still out");
    }

    @Test
    void aPortThatHasAStateKeepsIt() {
        TcpScan scan = scan(2, false, settings(16, 1_000, 0), "10.0.0.1");
        List<Probe> probes = take(scan, 0);
        answer(scan, probes.get(0), Reason.REFUSED, MS);

        answer(scan, probes.get(0), Reason.CONNECTED, 2 * MS);
        answer(scan, probes.get(1), Reason.REFUSED, 3 * MS);

        assertEquals(List.of(), heard.opened);
        assertEquals(2, heard.only().closed());
    }

    @Test
    void anErrorNobodyHasMetIsTriedOnceMore() {
        TcpScan scan = scan(1, false, settings(16, 1_000, 0), "10.0.0.1");
        answer(scan, scan.next(0), Reason.OTHER, MS);
        assertEquals(List.of(), heard.results);

        answer(scan, scan.next(MS), Reason.OTHER, 2 * MS);

        assertEquals(1, heard.only().errors());
    }

    @Test
    void aLateAnswerDoesNotTellHowFarAHostIsOnceThatIsKnown() {
        TcpScan scan = scan(100, false, settings(16, 5_000, 0), "10.0.0.1");
        List<Probe> probes = take(scan, 0);
        answer(scan, probes.get(0), Reason.REFUSED, 10 * MS);

        answer(scan, probes.get(1), Reason.REFUSED, 1_010 * MS);

        assertEquals(10 * MS, probes.get(0).scan.rtt.srtt());
    }

    @Test
    void aHostThatIsGivenUpIsNoLongerWaitedFor() {
        TcpScan scan = scan(100, false, settings(16, 5_000, 0), "10.0.0.1", "10.0.0.2");
        List<Probe> probes = take(scan, 0).stream()
                .filter(probe -> probe.address().toString().equals("10.0.0.1"))
                .toList();

        for (int i = 0; i < 3; i++) {
            answer(scan, probes.get(i), Reason.NO_ROUTE, 1_200 * MS);
        }

        assertEquals(HostResult.Verdict.UNREACHABLE, heard.only().verdict());
        assertTrue(probes.stream().allMatch(Probe::isObsolete));
        assertTrue(probes.stream().noneMatch(Probe::isInFlight));
        assertEquals(probes.size(), take(scan, 1_200 * MS).size(), "what is free goes to the other host");
    }

    @Test
    void anAnswerForAHostThatIsGivenUpChangesNothing() {
        TcpScan scan = scan(100, false, settings(16, 5_000, 0), "10.0.0.1");
        List<Probe> probes = take(scan, 0);
        probes.subList(0, 3).forEach(probe -> answer(scan, probe, Reason.NO_ROUTE, 1_200 * MS));

        answer(scan, probes.get(5), Reason.CONNECTED, 1_300 * MS);

        assertEquals(List.of(), heard.opened);
        assertEquals(1, heard.results.size());
    }

    @Test
    void aPortThatMayNotBeAskedIsForbiddenAfterThreeFurtherTries() {
        TcpScan scan = scan(1, false, new ScanSettings(1, Duration.ofSeconds(1), -1, 0, false, true), "10.0.0.1");
        for (int i = 0; i < 4; i++) {
            Probe probe = scan.next(i * MS);
            assertNotNull(probe, "try " + i);
            scan.forbidden(probe, "Operation not permitted", i * MS);
            scan.closed(1);
        }

        assertEquals(Reason.FORBIDDEN, heard.only().others().get(0).reason());
        assertEquals(1, heard.only().errors());
        assertEquals(
                List.of("This machine says \"Operation not permitted\"; trying again a few times."), heard.decisions);
    }

    /** Nothing was sent, so nobody may call those ports filtered. */
    @Test
    void aWayThatIsLostIsWaitedForAndThenPortsAreNotKnown() {
        TcpScan scan = scan(4, false, settings(1, 1_000, 0), "10.0.0.1");
        Probe first = scan.next(0);
        assertFalse(scan.lostRoute(first, "Network is unreachable", 0), "nobody was heard there");
        scan.answered(new Answer(first, Reason.REFUSED, 0, MS));
        scan.closed(1);

        Probe second = scan.next(2 * MS);
        assertTrue(scan.lostRoute(second, "Network is unreachable", 2 * MS));
        scan.closed(1);
        assertNull(scan.next(201 * MS));
        for (long now = 210 * MS; now < 12_000 * MS; now += 210 * MS) {
            Probe again = scan.next(now);
            if (again != null) {
                assertTrue(scan.lostRoute(again, "Network is unreachable", now));
                scan.closed(1);
            }
        }

        assertEquals(1, heard.only().closed());
        assertEquals(0, heard.only().filtered());
        assertEquals(3, heard.only().errors());
        assertEquals(1, heard.decisions.size());
    }

    @Test
    void troubleOfThisMachineHalvesWhatIsOutAfterAPause() {
        TcpScan scan = scan(100, false, settings(16, 1_000, 0), "10.0.0.1");
        List<Probe> probes = take(scan, 0);
        scan.closed(probes.size());

        scan.localTrouble(probes.get(0), "Too many open files", 0);
        probes.subList(1, 16).forEach(probe -> scan.selfConnected(probe, 0));

        assertNull(scan.next(19 * MS));
        assertEquals(20 * MS, scan.untilNext(0));
        assertEquals(8, take(scan, 20 * MS).size());
    }

    @Test
    void recoversFromTroubleOfThisMachineThoughNobodyAnswers() {
        TcpScan scan = scan(100, false, settings(16, 1_000, 0), "10.0.0.1");
        List<Probe> probes = take(scan, 0);
        scan.localTrouble(probes.get(0), "Too many open files", 0);
        scan.expire(1_000 * MS);

        scan.closed(16);

        assertEquals(9, take(scan, 1_000 * MS).size()); // 8, and a tenth of 16
    }

    @Test
    void aLateOpenPortThatMayBeASelfConnectIsAskedAgain() {
        TcpScan scan = scan(100, true, settings(16, 1_000, 0), "10.0.0.1");
        List<Probe> discovery = take(scan, 0);
        scan.expire(1_000 * MS);
        assertNull(scan.next(1_000 * MS));

        assertTrue(scan.recheck(discovery.get(2), 1_100 * MS));

        Probe again = scan.next(1_100 * MS);
        assertEquals(discovery.get(2).port(), again.port());
        assertFalse(scan.recheck(again, 1_101 * MS));
    }

    @Test
    void neverOpensMoreSocketsThanItMay() {
        HostPlan plan = HostPlan.of(order(100), false, settings(16, 1_000, 0), host -> false, heard);
        TcpScan scan = new TcpScan(hosts("10.0.0.1"), plan, 5, 0);
        assertEquals(5, take(scan, 0).size());

        scan.expire(1_000 * MS); // not waited for any more, but still open
        assertNull(scan.next(1_000 * MS));
        scan.closed(2);

        assertEquals(2, take(scan, 1_000 * MS).size());
    }

    @Test
    void aKnownDistanceShortensTheWaitUnderWay() {
        TcpScan scan = scan(100, false, settings(16, 1_000, 0), "10.0.0.1");
        take(scan, 0);
        assertEquals(990 * MS, scan.untilNext(10 * MS));

        scan.rttKnown(Address.of("10.0.0.1"), MS, 10 * MS);
        scan.expire(10 * MS);

        assertEquals(90 * MS, scan.untilNext(10 * MS));
    }

    @Test
    void countsWhatIsFoundOfFinishedHostsToo() {
        TcpScan scan = scan(1, false, settings(16, 1_000, 0), "10.0.0.1", "10.0.0.2");
        List<Probe> probes = take(scan, 0);
        answer(scan, probes.get(0), Reason.CONNECTED, MS);
        answer(scan, probes.get(1), Reason.CONNECTED, MS);

        assertTrue(scan.isOver());
        assertEquals(2, scan.progress(2).found());
        assertEquals(2, scan.progress(2).done());
    }

    @Test
    void aScanThatIsStoppedTellsWhatIsKnown() {
        TcpScan scan = scan(10, false, settings(16, 1_000, 0), "10.0.0.1", "10.0.0.2");
        answer(scan, take(scan, 0).get(0), Reason.REFUSED, MS);

        scan.stop();

        assertEquals(1, heard.results.size());
        assertEquals(1, heard.only().closed());
        assertEquals(9, heard.only().unasked());
    }

    private TcpScan scan(int ports, boolean discover, ScanSettings settings, String... hosts) {
        return new TcpScan(hosts(hosts), HostPlan.of(order(ports), discover, settings, host -> false, heard), 1_000, 0);
    }

    private static List<Probe> take(TcpScan scan, long now) {
        List<Probe> probes = new ArrayList<>();
        for (Probe probe = scan.next(now); probe != null; probe = scan.next(now)) {
            probes.add(probe);
        }
        return probes;
    }

    /** One a microsecond, as a rate of a million allows. */
    private static List<Probe> takeSlowly(TcpScan scan, long start) {
        List<Probe> probes = new ArrayList<>();
        for (long now = start; now < start + MS; now += 10_000) {
            probes.addAll(take(scan, now));
        }
        return probes;
    }

    private static void answer(TcpScan scan, Probe probe, Reason reason, long now) {
        scan.answered(new Answer(probe, reason, probe.takenAt, now));
    }

    private static int[] order(int ports) {
        return IntStream.rangeClosed(1, ports).toArray();
    }

    private static Iterator<Address> hosts(String... hosts) {
        return List.of(hosts).stream().map(Address::of).iterator();
    }

    private static ScanSettings settings(int atOnce, long longestMillis, int rate) {
        return new ScanSettings(atOnce, Duration.ofMillis(longestMillis), ScanSettings.AS_NEEDED, rate, false, false);
    }
}
