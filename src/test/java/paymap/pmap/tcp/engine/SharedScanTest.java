package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paymap.pmap.Reason;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;

/** A scan as several loops share it. */
class SharedScanTest {

    private static final long MS = 1_000_000;
    private static final Address HOST = Address.of("10.0.0.1");

    private final FakeNetwork heard = new FakeNetwork();
    private SharedScan scan;
    private int woken;

    @BeforeEach
    void tenPorts() {
        int[] ports = IntStream.rangeClosed(1, 10).toArray();
        ScanSettings settings = new ScanSettings(100, Duration.ofSeconds(1), ScanSettings.AS_NEEDED, 0, false, true);
        HostPlan plan = HostPlan.of(ports, false, settings, host -> false, heard);
        scan = new SharedScan(List.of(HOST).iterator(), plan, 1_000, 0);
        scan.whenOver(() -> woken++);
    }

    @Test
    void aBatchHasNoMoreProbesThanItHasRoomFor() {
        Probe[] batch = new Probe[4];
        assertEquals(4, scan.next(batch, 0));
        assertEquals(4, Arrays.stream(batch).map(Probe::port).distinct().count());

        Probe[] rest = new Probe[100];
        int taken = scan.next(rest, 0);

        assertEquals(6, taken);
        assertEquals(
                10,
                IntStream.concat(ports(batch, 4), ports(rest, taken)).distinct().count());
        assertEquals(0, scan.next(rest, 0));
        assertEquals(0, woken);
    }

    @Test
    void whoSleepsIsWokenByTheLastAnswer() {
        List<Answer> answers = answers(taken(), Reason.REFUSED);

        scan.answered(answers.subList(0, 9), 9);
        assertEquals(0, woken);
        assertFalse(scan.isOver());
        assertEquals(9, scan.progress(1).done());
        scan.answered(answers.subList(9, 10), 1);

        assertTrue(scan.isOver());
        assertTrue(woken > 0);
        assertEquals(10, heard.only().closed());
    }

    @Test
    void aStopWakesToo() {
        scan.answered(answers(taken(), Reason.REFUSED).subList(0, 1), 1);

        scan.stop();

        assertTrue(scan.isOver());
        assertEquals(1, woken);
        assertEquals(9, heard.only().unasked());
    }

    @Test
    void silenceEndsItWhenTheTimeIsUp() {
        taken();
        assertEquals(1_000 * MS, scan.expire(0));
        long now = 0;
        for (int i = 0; i < 20 && !scan.isOver(); i++) {
            now += 2_000 * MS;
            scan.expire(now);
            taken(now);
        }

        assertTrue(scan.isOver());
        assertTrue(woken > 0);
    }

    @Test
    void aPortThatMayNotBeAskedWakesAtTheEnd() {
        scan.answered(answers(taken(), Reason.REFUSED).subList(1, 10), 9);
        long now = 0;
        for (int i = 0; i < 3; i++) {
            now += MS;
            Probe[] one = new Probe[1];
            if (i > 0) {
                assertEquals(1, scan.next(one, now));
            }
            scan.forbidden(i > 0 ? one[0] : first, "Operation not permitted", now);
            scan.answered(List.of(), 1);
        }
        Probe[] one = new Probe[1];
        assertEquals(1, scan.next(one, now));
        assertEquals(0, woken);
        scan.forbidden(one[0], "Operation not permitted", now);

        assertTrue(woken > 0);
        assertEquals(1, heard.only().errors());
    }

    @Test
    void whatIsHeardElsewhereIsHandedOn() {
        List<Probe> probes = taken();
        assertTrue(scan.recheck(probes.get(0), MS));
        scan.selfConnected(probes.get(1), MS);
        scan.localTrouble(probes.get(2), "Too many open files", MS);
        scan.answered(List.of(), 3);
        assertEquals(
                List.of("This machine says \"Too many open files\"; asking fewer ports at once and trying again."),
                heard.decisions);

        scan.rttKnown(HOST, MS, MS);
        assertEquals(MS, probes.get(0).scan.rtt.srtt());

        scan.answered(answers(probes.subList(3, 5), Reason.REFUSED), 2);
        scan.tellPorts();
        assertEquals(2, scan.progress(1).done());
    }

    private Probe first;

    private List<Probe> taken() {
        return taken(0);
    }

    private List<Probe> taken(long now) {
        Probe[] batch = new Probe[100];
        int taken = scan.next(batch, now);
        first = batch[0];
        return new ArrayList<>(Arrays.asList(batch).subList(0, taken));
    }

    private static IntStream ports(Probe[] probes, int count) {
        return Arrays.stream(probes).limit(count).mapToInt(Probe::port);
    }

    private static List<Answer> answers(List<Probe> probes, Reason reason) {
        return probes.stream().map(probe -> new Answer(probe, reason, 0, MS)).toList();
    }
}
