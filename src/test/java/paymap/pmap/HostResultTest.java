package paymap.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.target.Address;

class HostResultTest {

    @ParameterizedTest
    @CsvSource({
        "100,0,0,0,0,false", // too few ports to tell
        "101,0,0,0,0,true",
        "51,50,0,0,0,true",
        "51,51,0,0,0,false",
        "51,0,51,0,0,false",
        "51,0,0,51,0,false",
        "51,0,0,0,51,false",
        "0,1000,0,0,0,false",
    })
    void isSuspiciousWithMoreThanHalfOfOverAHundredPortsOpen(
            int open, int closed, int filtered, int errors, int unasked, boolean suspicious) {
        assertEquals(suspicious, host(open, closed, filtered, errors, unasked).isSuspicious());
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
