package paymap.fuzz;

import static paymap.fuzz.Input.that;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import paymap.pmap.file.ScanComparison;
import paymap.pmap.file.ScanFile;
import paymap.pmap.file.StoredScan;

/** Files of earlier scans. */
final class ScanFiles {

    private ScanFiles() {}

    static void judge(byte[] input) {
        StoredScan scan = Input.orRefused(() -> read(input));
        if (scan == null) {
            return;
        }
        that(scan.schema() >= 0 && scan.schema() <= ScanFile.SCHEMA, "a schema of the future: " + scan.schema());
        that(!scan.elapsed().isNegative(), "a time back: " + scan.elapsed());
        scan.hosts().forEach((address, host) -> {
            that(address.equals(host.address()), "a host under another address");
            that(host.equals(scan.host(address)), "a host that is not found again");
        });
        Input.orRefused(() -> ScanComparison.of(scan, scan));
    }

    private static StoredScan read(byte[] input) {
        Path file = Scratch.file("scan.json");
        try {
            Files.write(file, input);
            return ScanFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
