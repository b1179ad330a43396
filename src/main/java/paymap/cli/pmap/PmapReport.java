package paymap.cli.pmap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.TextEncoding;
import paymap.files.AtomicFile;
import paymap.files.FileTrouble;
import paymap.pmap.file.StoredScan;
import paymap.pmap.report.ScanReport;
import paymap.pmap.target.Services;
import paymap.words.Words;

/** The page of {@code --report}; it appears when it is whole. */
final class PmapReport implements AutoCloseable {

    private final Path path;
    private final AtomicFile file;
    private final Services services;

    private PmapReport(Path path, Services services) {
        this.path = path;
        this.file = AtomicFile.at(path);
        this.services = services;
    }

    /**
     * Begins to write, so that a place that cannot be written to is told before the scan and not after it.
     *
     * @return null = none is wanted
     * @throws IllegalArgumentException if nothing can be written there
     */
    static @Nullable PmapReport at(@Nullable Path path, Services services) {
        return path == null ? null : new PmapReport(path, services);
    }

    /**
     * Where it goes.
     *
     * @param scans options, and the files they name, which hold scans and are not to be lost; null = not typed
     * @throws IllegalArgumentException if it is one of them
     */
    static @Nullable Path path(@Nullable String typed, @Nullable String... scans) {
        if (typed == null) {
            return null;
        }
        Path path = TextEncoding.path(typed);
        for (int i = 0; i + 1 < scans.length; i += 2) {
            String scan = scans[i + 1];
            if (scan != null && isSame(path, TextEncoding.path(scan))) {
                throw new IllegalArgumentException(
                        Words.say("--report and %s name the same file: %s", String.valueOf(scans[i]), path));
            }
        }
        return path;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || Files.isSameFile(one, other);
        } catch (IOException e) {
            return false; // one of them is not there
        }
    }

    /** @param changes since an earlier scan; null = nothing is compared */
    void write(StoredScan scan, @Nullable PmapChanges changes) {
        ScanReport report =
                new ScanReport(scan, changes == null ? null : changes.since(), this::service, ZoneId.systemDefault());
        try {
            file.writer().write(report.html());
            file.commit();
        } catch (IOException e) {
            throw new CommandFailed(Words.say("cannot write to %s: %s", path, FileTrouble.writing(e)), e);
        }
    }

    private String service(int port) {
        String name = services.name(port);
        return name == null ? "" : name;
    }

    @Override
    public void close() {
        file.close();
    }
}
