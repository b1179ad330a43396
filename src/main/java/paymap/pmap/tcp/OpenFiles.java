package paymap.pmap.tcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.StringTokenizer;
import paymap.pmap.ScanSettings;

/** How many files this process may have open. */
final class OpenFiles {

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String LINE = "Max open files";
    /** The usual soft limit of Linux; macOS has 256, which is survived as any shortage is. */
    private static final int USUAL = 1024;
    /** For files, pipes and other sockets; a JVM with our jar has some 20 open at its start. Chosen. */
    private static final int KEPT_FREE = 500;

    private OpenFiles() {}

    /** How many sockets a scan may have open, so that everything else still works. */
    static int forSockets() {
        int limit = limit();
        return Math.max(limit / 2, limit - KEPT_FREE);
    }

    private static int limit() {
        try (BufferedReader lines = Files.newBufferedReader(LIMITS)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(LINE)) {
                    String soft = new StringTokenizer(line.substring(LINE.length())).nextToken();
                    return soft.equals("unlimited") ? ScanSettings.MOST_AT_ONCE * 10 : Integer.parseInt(soft);
                }
            }
        } catch (IOException | NumberFormatException | NoSuchElementException e) {
            return USUAL; // not Linux; running out of files is survived as well
        }
        return USUAL;
    }
}
