package paymap.pmap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many files this process may have open. */
final class OpenFiles {

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String LINE = "Max open files";
    private static final int USUAL = 1024;
    private static final int KEPT_FREE = 100;

    private OpenFiles() {}

    /** How many sockets a scan may have open, so that everything else still works. */
    static int forSockets() {
        int limit = limit();
        return Math.max(limit / 2, limit - 5 * KEPT_FREE);
    }

    private static int limit() {
        try {
            for (String line : Files.readAllLines(LIMITS)) {
                if (line.startsWith(LINE)) {
                    String soft = line.substring(LINE.length()).trim().split("\\s+")[0];
                    return soft.equals("unlimited") ? ScanSettings.MOST_AT_ONCE * 10 : Integer.parseInt(soft);
                }
            }
        } catch (IOException | NumberFormatException e) {
            return USUAL; // not Linux; running out of files is survived as well
        }
        return USUAL;
    }
}
