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
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import paymap.pmap.HostResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;

class ActiveHostsTest {

    private static final long MS = 1_000_000L;

    private final InFlight.Total inFlight = new InFlight.Total();
    private final List<String> told = new ArrayList<>();

    @Test
    void hostsTakeTurns() {
        ActiveHosts hosts = hosts(3, 3, 16);

        assertEquals(
                List.of(
                        "10.0.0.0:1",
                        "10.0.0.1:1",
                        "10.0.0.2:1",
                        "10.0.0.0:2",
                        "10.0.0.1:2",
                        "10.0.0.2:2",
                        "10.0.0.0:3",
                        "10.0.0.1:3",
                        "10.0.0.2:3"),
                all(hosts, 0));
        assertFalse(hosts.isReady());
    }

    @Test
    void sixteenAreBegunBeforeTheFirstIsAskedTwice() {
        ActiveHosts hosts = hosts(1_000, 8, 1_000);

        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            asked.add(name(hosts.next(0)));
        }

        assertEquals("10.0.0.15:1", asked.get(15));
        assertEquals("10.0.0.0:2", asked.get(16));
    }

    @Test
    void furtherOnesAreBegunWhereTheOthersWait() {
        ActiveHosts hosts = hosts(600, 1, 1);

        assertEquals(512, all(hosts, 0).size(), "the kernel's table of neighbours is not to overflow");
        assertEquals(512, inFlight.count());
        assertFalse(hosts.isEmpty());
    }

    @Test
    void aFinishedHostMakesRoomForTheNext() {
        ActiveHosts hosts = hosts(600, 1, 1);
        List<Probe> probes = take(hosts, 0);

        hosts.answered(new Answer(probes.get(7), Reason.REFUSED, 0, MS));

        assertEquals(List.of("10.0.0.7 is 1 ms away", "10.0.0.7 SCANNED"), told);
        assertEquals("10.0.2.0:1", name(hosts.next(MS)));
        assertNull(hosts.next(MS));
    }

    @Test
    void aTargetIsTakenWhenThereIsRoomForItAndNotBefore() {
        int[] taken = {0};
        Iterator<Address> counting = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Address next() {
                return Address.of("10.0.0.0").plus(taken[0]++);
            }
        };
        ActiveHosts hosts = new ActiveHosts(counting, plan(100, 1), inFlight);

        hosts.next(0);

        assertEquals(16, taken[0]);
    }

    @Test
    void knowsWhenTheOldestProbeIsNoLongerWaitedFor() {
        ActiveHosts hosts = hosts(2, 1, 16);
        assertEquals(Long.MAX_VALUE, hosts.nextDeadline());
        hosts.next(0);
        hosts.next(30 * MS);
        assertEquals(1_000 * MS, hosts.nextDeadline());

        hosts.expire(999 * MS);
        assertEquals(2, inFlight.count());
        hosts.expire(1_000 * MS);

        assertEquals(1, inFlight.count());
        assertEquals(1_030 * MS, hosts.nextDeadline());
    }

    @Test
    void anAnswerShortensTheWaitForProbesUnderWayAndForTheSubnet() {
        ActiveHosts hosts = hosts(2, 9, 2);
        List<Probe> probes = take(hosts, 0); // two each

        hosts.answered(new Answer(probes.get(0), Reason.REFUSED, 0, MS));
        hosts.expire(MS);

        assertEquals(100 * MS, hosts.nextDeadline());
        assertEquals(List.of("10.0.0.0 is 1 ms away"), told);
    }

    @Test
    void whatSomebodyElseKnowsCountsOnlyWhereNothingIsKnownYet() {
        ActiveHosts hosts = hosts(1, 9, 2);
        List<Probe> probes = take(hosts, 0);

        hosts.rttKnown(Address.of("10.0.0.77"), MS, 5 * MS);
        hosts.expire(5 * MS);
        assertEquals(1_000 * MS, hosts.nextDeadline(), "another host");

        hosts.rttKnown(Address.of("10.0.0.0"), 200 * MS, 5 * MS);
        hosts.expire(5 * MS);
        assertEquals(610 * MS, hosts.nextDeadline()); // 200 + 4 * 100 + 10

        hosts.rttKnown(Address.of("10.0.0.0"), MS, 5 * MS);
        hosts.expire(5 * MS);
        assertEquals(610 * MS, hosts.nextDeadline());
        assertEquals(List.of(), told, "it is not told on");
        assertNotNull(probes);
    }

    @Test
    void aHostIsToldOnceAndInNoOrder() {
        ActiveHosts hosts = hosts(3, 1, 16);
        List<Probe> probes = take(hosts, 0);

        hosts.answered(new Answer(probes.get(1), Reason.REFUSED, 0, 2_000 * MS)); // too late to tell its distance well
        hosts.answered(new Answer(probes.get(1), Reason.REFUSED, 0, 2_000 * MS));
        hosts.changed(probes.get(1).scan, 2_000 * MS);

        assertEquals(1, told.stream().filter("10.0.0.1 SCANNED"::equals).count());
        assertEquals(3, hosts.progress(3).total());
        assertEquals(1, hosts.progress(3).done());
    }

    @Test
    void isEmptyWhenTheLastIsFinished() {
        ActiveHosts hosts = hosts(2, 1, 16);
        List<Probe> probes = take(hosts, 0);
        hosts.answered(new Answer(probes.get(0), Reason.REFUSED, 0, MS));
        assertFalse(hosts.isEmpty());

        hosts.answered(new Answer(probes.get(1), Reason.CONNECTED, 0, MS));

        assertTrue(hosts.isEmpty());
        assertEquals(1, hosts.progress(2).found());
    }

    @Test
    void aStopTellsWhatIsKnownOfHostsThatHaveBegunToAnswer() {
        ActiveHosts hosts = hosts(3, 2, 16);
        List<Probe> probes = take(hosts, 0);
        hosts.answered(new Answer(probes.get(2), Reason.REFUSED, 0, 2_000 * MS));
        told.clear();

        hosts.stop();

        assertEquals(List.of("10.0.0.2 SCANNED, 1 unasked"), told);
        assertTrue(hosts.isEmpty());
        assertNull(hosts.next(2_000 * MS));
    }

    @Test
    void aTotalThatALongDoesNotHoldIsTheLargest() {
        ActiveHosts hosts = hosts(1, 3, 16);

        assertEquals(
                3 * (Long.MAX_VALUE / 3), hosts.progress(Long.MAX_VALUE / 3).total());
        assertEquals(Long.MAX_VALUE, hosts.progress(Long.MAX_VALUE / 3 + 1).total());
        assertEquals(Long.MAX_VALUE, hosts.progress(Long.MAX_VALUE).total());
    }

    private ActiveHosts hosts(int count, int ports, int atOnce) {
        Address first = Address.of("10.0.0.0");
        Iterator<Address> targets = new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public Address next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return first.plus(next++);
            }
        };
        return new ActiveHosts(targets, plan(ports, atOnce), inFlight);
    }

    private HostPlan plan(int ports, int atOnce) {
        ScanSettings settings = new ScanSettings(atOnce, Duration.ofSeconds(1), -1, 0, false, false);
        return HostPlan.of(
                IntStream.rangeClosed(1, ports).toArray(), false, settings, host -> false, new ScanListener() {
                    @Override
                    public void host(HostResult result) {
                        told.add(result.address() + " " + result.verdict()
                                + (result.unasked() == 0 ? "" : ", " + result.unasked() + " unasked"));
                    }

                    @Override
                    public void rttKnown(Address host, long rttNanos) {
                        if (rttNanos < 1_000 * MS) {
                            told.add(host + " is " + rttNanos / MS + " ms away");
                        }
                    }
                });
    }

    private static List<String> all(ActiveHosts hosts, long now) {
        return take(hosts, now).stream().map(ActiveHostsTest::name).toList();
    }

    private static List<Probe> take(ActiveHosts hosts, long now) {
        List<Probe> probes = new ArrayList<>();
        for (Probe probe = hosts.next(now); probe != null; probe = hosts.next(now)) {
            probes.add(probe);
        }
        return probes;
    }

    private static String name(Probe probe) {
        return probe.address() + ":" + probe.port();
    }
}
