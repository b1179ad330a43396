import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import paymap.cli.Paymap;

/**
 * Scans this machine again and again in one process, and tells each minute what it holds: nothing should grow.
 *
 * <p>{@code java -cp target/paymap.jar bench/PmapSoak.java 30} for 30 minutes. Linux.
 */
public final class PmapSoak {

    private static final List<List<String>> SCANS = List.of(
            List.of("pmap", "-ip", "127.0.0.1", "-v"),
            List.of("pmap", "-ip", "127.0.0.0/28", "-p", "1-200", "--format", "json"),
            List.of("pmap", "-f", "ping", "-ip", "127.0.0.0/26"),
            List.of("pmap", "-f", "ping", "-ip", "127.0.0.0/28", "--pinger", "ping"),
            List.of("pmap", "-ip", "127.0.0.1", "-p", "-", "-n", "1000", "--format", "ndjson"),
            List.of("pmap", "-ip", "127.0.0.1", "-m", "proc"));

    private PmapSoak() {}

    public static void main(String[] args) throws Exception {
        long minutes = Long.parseLong(args[0]);
        long start = System.nanoTime();
        int scans = 0;
        for (long minute = 1; minute <= minutes; minute++) {
            while (System.nanoTime() - start < minute * 60_000_000_000L) {
                PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
                List<String> scan = SCANS.get(scans++ % SCANS.size());
                int exitCode = Paymap.run(nowhere, System.err, scan.toArray(new String[0]));
                if (exitCode != 0) {
                    throw new IllegalStateException(scan + " ended with " + exitCode);
                }
            }
            tell(minute, scans);
        }
    }

    private static void tell(long minute, int scans) throws Exception {
        System.gc();
        Runtime vm = Runtime.getRuntime();
        long heap = (vm.totalMemory() - vm.freeMemory()) / 1024;
        String status = Files.readString(Path.of("/proc/self/status"));
        System.out.printf(
                "minute %2d: %d scans, heap %d KiB, %s, %d files open, %s, %d children%n",
                minute,
                scans,
                heap,
                line(status, "VmRSS"),
                count("/proc/self/fd"),
                line(status, "Threads"),
                ProcessHandle.current().children().count());
    }

    private static String line(String status, String name) {
        return status.lines().filter(l -> l.startsWith(name)).findFirst().orElse("").replaceAll("\\s+", " ");
    }

    private static long count(String folder) throws Exception {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.count();
        }
    }
}
