package paymap.pmap.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.pmap.Heard;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressRange;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Targets;

class ChunkListenerTest {

    private static final Address HOST = Address.of("192.0.2.1");
    private static final Address OTHER = Address.of("192.0.2.2");

    private final Heard heard = new Heard();
    private final ChunkListener.Results results = new ChunkListener.Results();

    @Test
    void whatADeadWorkerHasToldIsNotToldAgain() {
        Chunk chunk = chunk(false);
        ChunkListener first = listener(chunk);
        first.open(HOST, port(22));
        first.host(result(HOST));
        first.alive(OTHER, 5);
        ChunkListener second = listener(chunk);

        second.open(HOST, port(22));
        second.open(HOST, port(80));
        second.host(result(HOST));
        second.alive(OTHER, 7);

        assertEquals(List.of("192.0.2.1:22", "192.0.2.1:80"), heard.open);
        assertEquals(1, heard.hosts.size());
        assertEquals(List.of("192.0.2.2"), heard.alive);
        assertEquals(3, results.found);
    }

    @Test
    void aHostIsSilentOrAliveButNotBoth() {
        ChunkListener listener = listener(chunk(false));
        listener.silent(HOST);
        listener.alive(HOST, 5);
        listener.silent(OTHER);
        listener.silent(OTHER);

        assertEquals(List.of("192.0.2.1", "192.0.2.2"), heard.silent);
        assertEquals(List.of(), heard.alive);
        assertEquals(0, results.found);
    }

    @Test
    void slicesOfAHostAreKeptUntilAllAreThere() {
        listener(chunk(true)).host(result(HOST));
        listener(chunk(true)).host(result(HOST));

        assertEquals(List.of(), heard.hosts);
        assertEquals(2, results.slices.result().closed());
    }

    @Test
    void hostsAreToldAtOnceWhereTheyAreNotCut() {
        listener(chunk(false)).host(result(HOST));

        assertEquals(1, heard.hosts.size());
        assertNull(results.slices.result());
    }

    @Test
    void aChoiceThatEveryWorkerMakesIsToldOnce() {
        listener(chunk(false)).chose("one way");
        listener(chunk(false)).chose("one way");
        listener(chunk(false)).chose("another");

        assertEquals(List.of("one way", "another"), heard.chosen);
    }

    @Test
    void decisionsAndTroublesAreToldEachTime() {
        ChunkListener listener = listener(chunk(false));
        listener.decided("a decision");
        listener.decided("a decision");
        listener.trouble("a trouble");

        assertEquals(List.of("a decision", "a decision"), heard.decisions);
        assertEquals(List.of("a trouble"), heard.troubles);
    }

    private ChunkListener listener(Chunk chunk) {
        return new ChunkListener(chunk, results, heard) {
            @Override
            public void rttKnown(Address host, long rttNanos) {}

            @Override
            public void progress(Progress progress) {}

            @Override
            public void done() {}

            @Override
            public void failed(String why) {}
        };
    }

    private static Chunk chunk(boolean slice) {
        return new Chunk(Targets.of(new AddressRange(HOST, OTHER)), Ports.of(22, 80), false, slice);
    }

    private static PortResult port(int number) {
        return new PortResult(number, Reason.CONNECTED, 5);
    }

    private static HostResult result(Address host) {
        return new HostResult(host, HostResult.Verdict.SCANNED, List.of(), 1, 0, 0, 0, List.of());
    }
}
