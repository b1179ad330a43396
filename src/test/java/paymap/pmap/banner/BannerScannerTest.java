package paymap.pmap.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.pmap.BannerChoice;
import paymap.pmap.CouldNotScan;
import paymap.pmap.Heard;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanSettings;
import paymap.pmap.Scanner;
import paymap.pmap.target.Address;

@Timeout(60)
class BannerScannerTest {

    private static final Address HERE = Address.of("127.0.0.1");

    private final Heard heard = new Heard();

    @ParameterizedTest
    @ValueSource(ints = {0, 1000})
    void whatAScanFindsIsListenedToBesideItOrAfterIt(int rate) throws Exception {
        try (TalkingServer talks = TalkingServer.saying("220 x\r\n")) {
            PortResult open = new PortResult(talks.port(), Reason.CONNECTED, 5);
            scanner(finding(open), rate).run(heard);

            assertEquals(List.of("127.0.0.1:" + talks.port()), heard.open);
            assertEquals(List.of(open.saying("220 x")), heard.hosts.get(0).open());
        }
    }

    @Test
    void aScanThatIsStoppedTellsWhatItHasFound() throws Exception {
        try (TalkingServer silent = TalkingServer.saying("")) {
            PortResult open = new PortResult(silent.port(), Reason.CONNECTED, 5);
            BannerScanner[] itself = new BannerScanner[1];
            FakeScanner found = new FakeScanner(listener -> {
                listener.open(HERE, open);
                listener.host(host(open));
                itself[0].stop();
            });
            itself[0] = scanner(found, 0);

            itself[0].run(heard);

            assertTrue(found.stopped);
            assertEquals(List.of("127.0.0.1:" + silent.port()), heard.open);
            assertEquals(List.of(open), heard.hosts.get(0).open());
        }
    }

    @Test
    void aScanThatCannotBeginSaysSo() {
        BannerScanner scanner = scanner(
                new FakeScanner(listener -> {
                    throw new CouldNotScan("no way");
                }),
                0);

        assertThrows(CouldNotScan.class, () -> scanner.run(heard));
    }

    @Test
    void hundredsOfPortsAreListenedTo() throws IOException, InterruptedException {
        try (TalkingServer talks = new TalkingServer((in, out) -> out.write("hello\n".getBytes(UTF_8)))) {
            scanner(
                            new FakeScanner(listener -> {
                                for (int host = 1; host <= 200; host++) {
                                    listener.open(
                                            Address.of("127.0.0." + host),
                                            new PortResult(talks.port(), Reason.CONNECTED, 5));
                                }
                            }),
                            0)
                    .run(heard);

            assertEquals(200, heard.open.size());
        }
    }

    private interface Finding {
        void tell(ScanListener listener);
    }

    private static FakeScanner finding(PortResult open) {
        return new FakeScanner(listener -> {
            listener.open(HERE, open);
            listener.host(host(open));
        });
    }

    private static HostResult host(PortResult open) {
        return new HostResult(HERE, HostResult.Verdict.SCANNED, List.of(open), 0, 0, 0, 0, List.of());
    }

    private static BannerScanner scanner(Scanner scanner, int rate) {
        return new BannerScanner(
                scanner,
                BannerChoice.LISTEN,
                new ScanSettings(16, Duration.ofSeconds(1), ScanSettings.AS_NEEDED, rate, false, false));
    }

    private static final class FakeScanner implements Scanner {
        private final Finding finding;
        private boolean stopped;

        FakeScanner(Finding finding) {
            this.finding = finding;
        }

        @Override
        public void run(ScanListener listener) {
            finding.tell(listener);
        }

        @Override
        public void stop() {
            stopped = true;
        }
    }
}
