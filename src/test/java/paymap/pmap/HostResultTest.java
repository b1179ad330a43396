package paymap.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.target.Address;

class HostResultTest {

    @ParameterizedTest
    @CsvSource({
        "49,0,0,0,0,", // too few ports to tell
        "50,0,0,0,0,EVERY_PORT_OPEN",
        "1000,0,0,0,0,EVERY_PORT_OPEN",
        "50,1,0,0,0,", // of a hundred, half may be
        "99,1,0,0,0,",
        "50,0,0,0,1,", // nobody knows of the last one
        "100,1,0,0,0,MOST_PORTS_OPEN",
        "51,50,0,0,0,MOST_PORTS_OPEN",
        "51,51,0,0,0,",
        "51,0,51,0,0,",
        "51,0,0,51,0,",
        "51,0,0,0,51,",
        "0,1000,0,0,0,",
    })
    void isSuspiciousWithAllOfFiftyPortsOpenOrMoreThanHalfOfOverAHundred(
            int open, int closed, int filtered, int errors, int unasked, HostResult.@Nullable Suspicion suspicion) {
        HostResult host = host(open, closed, filtered, errors, unasked);

        assertEquals(suspicion, host.suspicion());
        assertEquals(open + closed + filtered + errors + unasked, host.counted());
    }

    @ParameterizedTest
    @CsvSource({"50,0,9000,EVERY_PORT_OPEN", "60,41,9000,MOST_PORTS_OPEN", "49,0,9000,", "50,1,9000,"})
    void ofAHostWhoseTimeWasUpOnlyWhatIsKnownCounts(
            int open, int closed, int unasked, HostResult.@Nullable Suspicion suspicion) {
        HostResult whole = host(open, closed, 0, 0, unasked);
        HostResult host = new HostResult(
                whole.address(), whole.verdict(), whole.open(), closed, 0, 0, unasked, List.of(), Map.of(), true);

        assertEquals(suspicion, host.suspicion());
    }

    @ParameterizedTest
    @CsvSource({"1,0,0,true", "0,1,0,true", "0,0,9,false"})
    void hasAnsweredWhereAPortIsOpenOrClosed(int open, int closed, int filtered, boolean answered) {
        assertEquals(answered, host(open, closed, filtered, 0, 0).answered());
    }

    private static HostResult host(int open, int closed, int filtered, int errors, int unasked) {
        List<PortResult> ports = IntStream.rangeClosed(1, open)
                .mapToObj(port -> new PortResult(port, Reason.CONNECTED, 0))
                .toList();
        return new HostResult(
                Address.of("192.0.2.1"),
                HostResult.Verdict.SCANNED,
                ports,
                closed,
                filtered,
                errors,
                unasked,
                List.of());
    }
}
