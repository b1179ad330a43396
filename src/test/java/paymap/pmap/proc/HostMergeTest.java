package paymap.pmap.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressRange;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Targets;

class HostMergeTest {

    private static final Address HOST = Address.of("192.0.2.1");

    private final HostMerge merge = new HostMerge();

    @Test
    void addsTheSlicesUpAndSortsTheirPorts() {
        PortResult http = new PortResult(80, Reason.CONNECTED, 5);
        PortResult ssh = new PortResult(22, Reason.CONNECTED, 7);
        PortResult closed = new PortResult(9, Reason.REFUSED, -1);
        PortResult silent = new PortResult(7, Reason.SILENT, -1);
        merge.add(slice(HostResult.Verdict.SCANNED, List.of(http), 1, 2, List.of(closed)));
        merge.add(slice(HostResult.Verdict.SCANNED, List.of(ssh), 10, 20, List.of(silent)));

        assertEquals(
                new HostResult(
                        HOST, HostResult.Verdict.SCANNED, List.of(ssh, http), 11, 22, 0, 0, List.of(silent, closed)),
                merge.result());
    }

    @ParameterizedTest
    @CsvSource({
        "SILENT,      SCANNED,     SCANNED", // one slice that was answered says that the host is there
        "SCANNED,     UNREACHABLE, SCANNED",
        "UNREACHABLE, UNREACHABLE, UNREACHABLE",
        "NO_ROUTE,    NO_ROUTE,    NO_ROUTE",
    })
    void theHostIsThereWhereOneSliceSaysSo(
            HostResult.Verdict first, HostResult.Verdict second, HostResult.Verdict whole) {
        merge.add(slice(first, List.of(), 0, 1, List.of()));
        merge.add(slice(second, List.of(), 0, 1, List.of()));

        assertEquals(whole, merge.result().verdict());
    }

    @Test
    void portsOfASliceThatIsMissingCouldNotBeAsked() {
        merge.missing(new Chunk(Targets.of(new AddressRange(HOST, HOST)), Ports.of(1, 2, 3), false, true));

        assertEquals(HOST, merge.result().address());
        assertEquals(3, merge.result().errors());
    }

    @Test
    void portsOfASliceThatNobodyBeganInTimeAreNotKnown() {
        merge.add(slice(HostResult.Verdict.SCANNED, List.of(), 4, 0, List.of()));
        assertFalse(merge.result().timedOut());

        merge.late(new Chunk(Targets.of(new AddressRange(HOST, HOST)), Ports.of(1, 2, 3), false, true));

        assertEquals(4, merge.result().closed());
        assertEquals(3, merge.result().unasked());
        assertTrue(merge.result().timedOut());
    }

    @Test
    void oneSliceWhoseTimeWasUpIsEnough() {
        merge.add(new HostResult(HOST, HostResult.Verdict.SCANNED, List.of(), 1, 0, 0, 9, List.of(), Map.of(), true));
        merge.add(slice(HostResult.Verdict.SCANNED, List.of(), 4, 0, List.of()));

        assertTrue(merge.result().timedOut());
    }

    @Test
    void withoutSlicesThereIsNoHost() {
        assertNull(merge.result());
    }

    private static HostResult slice(
            HostResult.Verdict verdict, List<PortResult> open, int closed, int filtered, List<PortResult> others) {
        return new HostResult(HOST, verdict, open, closed, filtered, 0, 0, others);
    }
}
