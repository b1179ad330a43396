package paymap.pmap.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.pmap.CouldNotScan;
import paymap.pmap.Heard;
import paymap.pmap.PingerChoice;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.Ports;
import paymap.pmap.target.TargetsTest;

@Timeout(60)
class PingTest {

    private static final long MS = 1_000_000L;

    @ParameterizedTest
    @EnumSource(PingerChoice.class)
    void everyWayFindsAllHostsOfTheLoopback(PingerChoice choice) throws InterruptedException {
        Heard heard = new Heard();
        try {
            scanner("127.0.0.1-127.0.0.40", choice).run(heard);
        } catch (CouldNotScan e) {
            Assumptions.abort("needs root, ping and fping: " + e.getMessage());
        }

        assertEquals(40, heard.alive.size());
        assertEquals(List.of(), heard.silent);
        assertEquals(1, heard.chosen.size());
    }

    @Test
    void pingsIpv6() throws InterruptedException {
        Heard heard = new Heard();
        try {
            scanner("::1", PingerChoice.ICMP).run(heard);
        } catch (CouldNotScan e) {
            Assumptions.abort("needs root or CAP_NET_RAW: " + e.getMessage());
        }

        assertEquals(List.of("::1"), heard.alive);
    }

    @Test
    void anAnswerCountsFromWhenItArrivedAndNotFromWhenItIsReadLater() {
        try (IcmpSocket socket = IcmpSocket.open(false)) {
            Assumptions.assumeTrue(socket != null, "needs root or CAP_NET_RAW");
            long sent = 0;
            long seen = 0;
            long arrived = Long.MAX_VALUE;
            // The kernel begins to note times some time after it was asked for the first.
            for (int sequence = 1; sequence <= 100_000 && arrived > seen; sequence++) {
                sent = System.nanoTime();
                seen = ask(socket, sequence);
                arrived = socket.receive(new byte[2048]) < 0 ? Long.MAX_VALUE : socket.arrivedAt();
            }

            assertTrue(arrived <= seen, "counts from when it was read");
            assertTrue(arrived >= sent - MS, "there before it was asked for");
        }
    }

    @Test
    void aQuestionCountsFromWhenItIsSent() {
        PingSweep sweep = sweep("10.0.0.1", 1);
        PingSweep.Asked asked = sweep.next(0);

        sweep.sent(asked, 40 * MS);

        assertEquals(5_000, sweep.answered(asked.host, 45 * MS));
    }

    @Test
    void tellingWhenToLookAgainChangesNothing() {
        PingSweep sweep = sweep("10.0.0.1-10.0.0.2", 2);
        PingSweep.Asked first = sweep.next(0);
        sweep.next(10 * MS);
        sweep.answered(first.host, 11 * MS);

        assertEquals(sweep.untilNext(11 * MS), sweep.untilNext(11 * MS));
        assertEquals(99 * MS, sweep.untilNext(11 * MS)); // 100 ms after the second was sent
    }

    @Test
    void asksSilentHostsOnceMoreAndNeverWaitsForMoreThanAskedFor() {
        PingSweep sweep = sweep("10.0.0.1-10.0.0.50", 8);
        long now = 0;
        int asked = 0;
        int most = 0;
        List<Address> silent = new ArrayList<>();
        while (!sweep.over()) {
            int burst = 0;
            while (sweep.next(now) != null) {
                asked++;
                burst++;
            }
            most = Math.max(most, burst);
            for (Address host = sweep.givenUp(now); host != null; host = sweep.givenUp(now)) {
                silent.add(host);
            }
            now += Math.max(1, sweep.untilNext(now));
        }

        assertEquals(100, asked);
        assertEquals(50, silent.size());
        assertTrue(most <= 8, "at once: " + most);
    }

    @Test
    void anAnswerAfterTheSlotWasGivenBackStillCounts() {
        PingSweep sweep = sweep("10.0.0.1-10.0.0.2", 1);
        PingSweep.Asked first = sweep.next(0);
        sweep.givenUp(1_001 * MS);
        sweep.next(1_001 * MS);

        assertTrue(sweep.answered(first.host, 1_500 * MS) > 0);
        assertEquals(-1, sweep.answered(first.host, 1_501 * MS));
    }

    @Test
    void aFullQueueCostsNoTry() {
        PingSweep sweep = sweep("10.0.0.1", 1);
        for (int i = 0; i < 10; i++) {
            sweep.putBack(sweep.next(i * 10 * MS), i * 10 * MS, MS);
        }

        assertEquals(1, sweep.next(200 * MS).tries);
        assertFalse(sweep.over());
    }

    @Test
    void callsPingAsEachSystemWantsIt() {
        Duration wait = Duration.ofMillis(1500);

        assertEquals(
                "ping -n -c 1 -i 0.4 -w 2", words(PingCommand.of("Linux", "ping from iputils 20221126", wait, true)));
        assertEquals(
                "ping -n -c 1 -W 1.500", words(PingCommand.of("Linux", "ping from iputils 20221126", wait, false)));
        assertEquals("ping -c 1 -W 2", words(PingCommand.of("Linux", "BusyBox v1.36", wait, true)));
        assertEquals("ping -n -c 1 -W 1500", words(PingCommand.of("Mac OS X", "", wait, true)));
        assertEquals("ping -n 1 -w 1500", words(PingCommand.of("Windows 11", "", wait, true)));
        assertTrue(PingCommand.of("Windows 11", "", wait, true).judgedByTtl());
        assertEquals(
                "-W 0.500",
                PingCommand.of("Linux", "ping from iputils 20221126", wait, true)
                        .subnetWaitOptions());
        assertEquals(
                "-W 0.300",
                PingCommand.of("Linux", "iputils", Duration.ofMillis(300), true).subnetWaitOptions());
    }

    /** @return when something was there to be read; nothing of an earlier question is left */
    private static long ask(IcmpSocket socket, int sequence) {
        byte[] buffer = new byte[2048];
        while (socket.receive(buffer) >= 0) {}
        socket.send(Address.of("127.0.0.1"), IcmpPacket.request(false, 7, sequence, 42));
        socket.await(10_000);
        return System.nanoTime();
    }

    private static PingScanner scanner(String hosts, PingerChoice choice) {
        ScanPlan plan = new ScanPlan(
                ScanPlan.Kind.PING,
                TargetsTest.reader().targets(hosts, "", false),
                Ports.of(1),
                settings(16, 0),
                choice);
        return new PingScanner(plan, new Random(1));
    }

    private static PingSweep sweep(String hosts, int atOnce) {
        return new PingSweep(TargetsTest.reader().targets(hosts, "", false).iterator(), settings(atOnce, 0), 0);
    }

    private static ScanSettings settings(int atOnce, int rate) {
        return new ScanSettings(atOnce, Duration.ofSeconds(1), ScanSettings.AS_NEEDED, rate, false, false);
    }

    private static String words(PingCommand command) {
        return String.join(" ", command.words()) + " " + command.waitOptions();
    }
}
