package paymap.pmap.banner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import paymap.pace.Workers;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.RateBudget;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;

class HeardPortsTest {

    private static final Address HOST = Address.of("192.0.2.1");
    private static final Address OTHER = Address.of("192.0.2.2");

    private final List<String> told = new ArrayList<>();
    private final ByHand workers = new ByHand();
    private final HeardPorts ports = ports(0);

    @Test
    void aPortIsToldWithWhatItSaidAndItsHostAfterIt() throws Exception {
        ports.open(HOST, open(22));
        ports.open(HOST, open(80));
        ports.host(host(HOST, 22, 80));
        assertEquals(List.of(), told);

        workers.finish(2);
        ports.await();
        ports.await();

        assertEquals(List.of("22 said 22", "80 said null", "192.0.2.1 [said 22, null]"), told);
        assertTrue(ports.isDone());
    }

    @Test
    void aHostWithoutOpenPortsIsToldAtOnce() {
        ports.open(OTHER, open(22));
        ports.host(host(HOST));

        assertEquals(List.of("192.0.2.1 []"), told);
    }

    @Test
    void whatIsHeardBeforeItsHostIsFinishedWaitsForThat() throws Exception {
        ports.open(HOST, open(22));
        workers.finish(1);
        ports.await();
        assertEquals(List.of("22 said 22"), told);

        ports.host(host(HOST, 22));

        assertEquals(List.of("22 said 22", "192.0.2.1 [said 22]"), told);
    }

    @Test
    void asManyAtOnceAsThereAreWorkersAndTheOthersThen() throws Exception {
        IntStream.rangeClosed(1, 120).forEach(port -> ports.open(HOST, open(port)));
        assertEquals(BannerScanner.AT_ONCE, workers.calls.size());

        for (int i = 0; i < 120; i++) {
            workers.finish(1);
            ports.await();
            assertTrue(workers.calls.size() <= BannerScanner.AT_ONCE);
        }
        ports.scanned();

        assertTrue(ports.isDone());
        assertEquals(120, told.size());
    }

    @Test
    void aHostWithHundredsOfOpenPortsIsListenedToAtTheFirstFoundOnly() throws Exception {
        int[] all = IntStream.rangeClosed(1, 300).toArray();
        IntStream.of(all).forEach(port -> ports.open(HOST, open(port)));
        ports.host(host(HOST, all));
        while (!ports.isDone()) {
            workers.finish(1);
            ports.await();
        }

        assertEquals(HeardPorts.MOST_OF_A_HOST, workers.begun);
        assertEquals(300, told.stream().filter(line -> line.contains(" said ")).count() - 1);
        assertEquals(
                "192.0.2.1: of 300 open ports only the first 256 found were listened to.", told.get(told.size() - 2));
    }

    @Test
    void withARateNothingIsListenedToBeforeTheScanIsOver() throws Exception {
        HeardPorts limited = ports(1);
        limited.open(HOST, open(22));
        limited.open(HOST, open(80));
        limited.progress(new ScanListener.Progress(1, 2, 0));
        assertEquals(0, workers.begun);

        limited.scanned();

        assertEquals(1, workers.begun, "the next one a second later");
        assertFalse(limited.isDone());
    }

    @Test
    void whoStopsIsToldWhatIsFoundWithoutWhatItSays() throws Exception {
        ports.open(HOST, open(80));
        ports.open(HOST, open(22));
        ports.open(OTHER, open(443));
        ports.host(host(HOST, 22, 80));
        workers.finish(1);
        ports.await();

        ports.leave();
        ports.leave();

        assertEquals(4, told.size(), told.toString());
        assertEquals("80 said null", told.get(0));
        assertTrue(told.containsAll(List.of("22 said null", "443 said null", "192.0.2.1 [null, null]")));
    }

    private HeardPorts ports(int rate) {
        ScanListener listener = new ScanListener() {
            @Override
            public void open(Address host, PortResult port) {
                told.add(port.port() + " said " + (port.said() == null ? null : port.port()));
            }

            @Override
            public void host(HostResult result) {
                told.add(result.address() + " "
                        + result.open().stream().map(PortResult::said).toList());
            }

            @Override
            public void decided(String sentence) {
                told.add(sentence);
            }
        };
        return new HeardPorts(
                listener,
                workers,
                (host, port) -> port == 80 ? null : "said " + port,
                new RateBudget(rate, System.nanoTime()));
    }

    private static PortResult open(int port) {
        return new PortResult(port, Reason.CONNECTED, 5);
    }

    private static HostResult host(Address address, int... open) {
        return new HostResult(
                address,
                HostResult.Verdict.SCANNED,
                IntStream.of(open).mapToObj(HeardPortsTest::open).toList(),
                1,
                0,
                0,
                0,
                List.of());
    }

    /** Calls wait until they are finished by hand, the oldest first. */
    private static final class ByHand implements Workers<HeardPorts.Line> {
        final ArrayDeque<Call<HeardPorts.Line>> calls = new ArrayDeque<>();
        int begun;
        private final ArrayDeque<HeardPorts.Line> events = new ArrayDeque<>();

        void finish(int count) throws InterruptedException {
            for (int i = 0; i < count; i++) {
                calls.remove().run(events::add);
            }
        }

        @Override
        public int size() {
            return BannerScanner.AT_ONCE;
        }

        @Override
        public void start(Call<HeardPorts.Line> call) {
            begun++;
            calls.add(call);
        }

        @Override
        public HeardPorts.@Nullable Line await(Duration atMost) {
            return events.poll();
        }

        @Override
        public void wake() {}

        @Override
        public void close() {}
    }
}
