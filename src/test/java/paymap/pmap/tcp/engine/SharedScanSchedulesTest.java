package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import paymap.pmap.Heard;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.schedule.Schedules;

/** Two loops that share a scan of two hosts, in every order in which they take probes, answer, and are told results. */
@Timeout(120)
class SharedScanSchedulesTest {

    private static final List<String> HOSTS = List.of("10.0.0.1", "10.0.0.2");
    private static final int OPEN = 1;

    @Test
    void eachHostAndOpenPortIsToldOnceWhicheverLoopIsAhead() {
        Schedules schedules = new Schedules(2, Loops::new);

        schedules.all();

        assertTrue(schedules.tried() > 30, "only " + schedules.tried());
    }

    private static final class Loops implements Schedules.Trial {
        private final AtomicLong now = new AtomicLong();
        private final Heard heard = new Heard();
        private final Runnable point;
        private final SharedScan scan;

        Loops(Runnable point) {
            this.point = point;
            ScanSettings settings =
                    new ScanSettings(4, Duration.ofMillis(100), ScanSettings.AS_NEEDED, 0, false, false);
            scan = new SharedScan(
                    targets(),
                    HostPlan.of(new int[] {OPEN, 2}, false, settings, host -> false, listener()),
                    100,
                    now.get());
        }

        /** The scan asks for the next host in the middle of a step. */
        private Iterator<Address> targets() {
            Iterator<Address> hosts = HOSTS.stream().map(Address::of).iterator();
            return Stream.generate(() -> 0)
                    .takeWhile(any -> hosts.hasNext())
                    .map(any -> {
                        point.run();
                        return hosts.next();
                    })
                    .iterator();
        }

        private ScanListener listener() {
            return new ScanListener() {
                @Override
                public void open(Address host, PortResult port) {
                    point.run();
                    heard.open(host, port);
                }

                @Override
                public void host(paymap.pmap.HostResult result) {
                    point.run();
                    heard.host(result);
                }
            };
        }

        @Override
        public List<Runnable> threads() {
            return List.of(this::loop, this::loop);
        }

        private void loop() {
            Probe[] batch = new Probe[1];
            for (int i = 0; i < 10 && !scan.isOver(); i++) {
                int taken = scan.next(batch, now.incrementAndGet());
                point.run();
                List<Answer> answers = new ArrayList<>();
                if (taken > 0) {
                    Reason reason = batch[0].port() == OPEN ? Reason.CONNECTED : Reason.REFUSED;
                    answers.add(new Answer(batch[0], reason, now.get(), now.incrementAndGet()));
                }
                scan.answered(answers, taken);
            }
        }

        @Override
        public void check() {
            assertTrue(scan.isOver(), "it is not over");
            assertEquals(
                    HOSTS.stream().map(host -> host + ":" + OPEN).toList(),
                    heard.open.stream().sorted().toList());
            assertEquals(
                    HOSTS,
                    heard.hosts.stream()
                            .map(host -> host.address().toString())
                            .sorted()
                            .toList());
            heard.hosts.forEach(host -> assertEquals(1, host.closed()));
        }
    }
}
