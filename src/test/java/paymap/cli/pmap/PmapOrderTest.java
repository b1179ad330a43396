package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.pmap.target.Targets;
import paymap.pmap.target.TargetsTest;

class PmapOrderTest {

    private final Told told = new Told();

    @Test
    void aHostIsToldWhenAllBeforeItAre() {
        PmapOrder order = order("192.0.2.1-3");
        order.host(host("192.0.2.3"));
        order.host(host("192.0.2.2"));
        assertEquals(List.of(), told.all);

        order.host(host("192.0.2.1"));

        assertEquals(List.of("192.0.2.1 done", "192.0.2.2 done", "192.0.2.3 done"), told.all);
    }

    @Test
    void aHostIsToldAtOnceWhereNoneIsBeforeIt() {
        PmapOrder order = order("192.0.2.1-3");

        order.host(host("192.0.2.1"));

        assertEquals(List.of("192.0.2.1 done"), told.all);
    }

    @Test
    void portsAreToldWithTheirHostAndByNumber() {
        PmapOrder order = order("192.0.2.1");
        order.open(Address.of("192.0.2.1"), port(443));
        order.open(Address.of("192.0.2.1"), port(80));
        order.open(Address.of("192.0.2.1"), port(1000));
        assertEquals(List.of(), told.all);

        order.host(host("192.0.2.1"));

        assertEquals(
                List.of("192.0.2.1:80 open", "192.0.2.1:443 open", "192.0.2.1:1000 open", "192.0.2.1 done"), told.all);
    }

    @Test
    void addressesAreOrderedAsNumbersAcrossRangesAndIpv4ComesFirst() {
        PmapOrder order = order("fd00::1,10.0.0.100,10.0.0.9");
        order.host(host("fd00::1"));
        order.host(host("10.0.0.100"));
        order.host(host("10.0.0.9"));

        assertEquals(List.of("10.0.0.9 done", "10.0.0.100 done", "fd00::1 done"), told.all);
    }

    @Test
    void pingsAreOrderedToo() {
        PmapOrder order = order("192.0.2.1-3");
        order.alive(Address.of("192.0.2.3"), 30);
        order.silent(Address.of("192.0.2.2"));
        order.alive(Address.of("192.0.2.1"), 10);

        assertEquals(List.of("192.0.2.1 alive 10", "192.0.2.2 silent", "192.0.2.3 alive 30"), told.all);
    }

    @Test
    void whatIsNoResultIsToldAtOnce() {
        PmapOrder order = order("192.0.2.1-3");
        order.chose("a way");
        order.decided("a decision");
        order.trouble("a trouble");
        order.progress(new ScanListener.Progress(1, 2, 3));

        assertEquals(List.of("a way", "a decision", "a trouble", "1 of 2"), told.all);
    }

    @Test
    void atTheEndAllThatIsKnownIsToldInOrder() {
        PmapOrder order = order("192.0.2.1-9");
        order.host(host("192.0.2.7"));
        order.open(Address.of("192.0.2.5"), port(80));
        order.open(Address.of("192.0.2.5"), port(22));
        order.open(Address.of("192.0.2.7"), port(25)); // told late, which is no reason to lose it

        order.finish();

        assertEquals(
                List.of("192.0.2.5:22 open", "192.0.2.5:80 open", "192.0.2.7:25 open", "192.0.2.7 done"), told.all);
        order.finish();
        assertEquals(4, told.all.size(), "nothing is told twice");
    }

    @Test
    void aHostThatTooManyHaveOvertakenIsToldWhenItIsFinished() {
        PmapOrder order = order("10.0.0.0/15");
        Address slow = Address.of("10.0.0.0");
        for (long i = 1; i <= PmapOrder.MOST_WAITING; i++) {
            order.silent(slow.plus(i));
        }
        assertEquals(0, told.all.size());

        order.silent(slow.plus(PmapOrder.MOST_WAITING + 1));
        assertEquals(PmapOrder.MOST_WAITING + 1, told.all.size());
        assertEquals("10.0.0.1 silent", told.all.get(0));

        order.alive(slow, 5);
        assertEquals("10.0.0.0 alive 5", told.all.get(told.all.size() - 1));
    }

    private PmapOrder order(String hosts) {
        Targets targets = TargetsTest.reader().targets(hosts, "", false);
        return new PmapOrder(targets.iterator(), told);
    }

    private static HostResult host(String address) {
        return new HostResult(Address.of(address), HostResult.Verdict.SCANNED, List.of(), 1, 0, 0, 0, List.of());
    }

    private static PortResult port(int number) {
        return new PortResult(number, Reason.CONNECTED, 5);
    }

    /** Writes down what is told, in its order. */
    private static final class Told implements ScanListener {
        private final List<String> all = new ArrayList<>();

        @Override
        public void open(Address host, PortResult port) {
            all.add(host + ":" + port.port() + " open");
        }

        @Override
        public void host(HostResult result) {
            all.add(result.address() + " done");
        }

        @Override
        public void alive(Address host, long rttMicros) {
            all.add(host + " alive " + rttMicros);
        }

        @Override
        public void silent(Address host) {
            all.add(host + " silent");
        }

        @Override
        public void chose(String sentence) {
            all.add(sentence);
        }

        @Override
        public void decided(String sentence) {
            all.add(sentence);
        }

        @Override
        public void trouble(String sentence) {
            all.add(sentence);
        }

        @Override
        public void progress(Progress progress) {
            all.add(progress.done() + " of " + progress.total());
        }
    }
}
