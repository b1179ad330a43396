package paymap.cli.pmap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.files.AtomicFile;
import paymap.files.FileTrouble;
import paymap.files.GrowingFile;
import paymap.words.Words;
import tools.jackson.core.exc.JacksonIOException;

/** The file of {@code -w} or {@code --resume}: it grows while the scan goes on, and becomes one JSON object at its end. */
final class PmapFile implements AutoCloseable {

    private final PmapRequest request;
    private final Path path;
    private final @Nullable AtomicFile device;
    private final @Nullable GrowingFile growing;
    private final @Nullable PmapJournal journal;
    private boolean written;

    private PmapFile(PmapRequest request, Path path, @Nullable GrowingFile growing, @Nullable AtomicFile device) {
        this.request = request;
        this.path = path;
        this.growing = growing;
        this.device = device;
        this.journal = growing == null ? null : new PmapJournal(growing);
    }

    /**
     * Begins to write.
     *
     * @param before how long an earlier scan took that is gone on with
     * @return null = nothing is to be saved
     * @throws IllegalArgumentException if nothing can be written there
     */
    static @Nullable PmapFile of(PmapRequest request, Instant started, Duration before) {
        Path path = request.file();
        if (path == null) {
            return null;
        }
        PmapResumed resumed = request.resumed();
        String scanLine =
                PmapJson.scanLine(request, started, before); // takes longer than the rest: no file is empty meanwhile
        GrowingFile growing = resumed == null ? GrowingFile.at(path) : GrowingFile.insteadOf(path);
        PmapFile file = new PmapFile(request, path, growing, growing == null ? AtomicFile.at(path) : null);
        file.begin(scanLine);
        return file;
    }

    /** Hears of results to write them down; null = it is no file that a scan could go on from. */
    @Nullable
    PmapJournal journal() {
        return journal;
    }

    /** The scan is at its end. */
    void whole(PmapJson.Result result) {
        if (journal != null) {
            journal.flush();
        }
        try (AtomicFile file = device == null ? AtomicFile.at(path) : device) {
            PmapJson.whole(file.writer(), request, result);
            file.commit();
        } catch (JacksonIOException e) {
            throw notWritten(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw notWritten(e);
        }
        written = true;
    }

    /** What a scan that broke off has found stays; where it has found nothing, nothing does. */
    @Override
    public void close() {
        if (device != null) {
            device.close();
        }
        if (growing == null || journal == null) {
            return;
        }
        if (written) {
            growing.done();
        } else if (journal.isEmpty()) {
            growing.discard();
        } else {
            growing.close();
        }
    }

    private void begin(String scanLine) {
        if (growing == null || journal == null) {
            return;
        }
        try {
            journal.begin(scanLine);
            PmapResumed resumed = request.resumed();
            if (resumed != null) {
                resumed.write(journal);
                growing.takePlace();
            }
        } catch (IOException e) {
            growing.discard();
            throw notWritten(e);
        } catch (CommandFailed e) {
            growing.discard();
            throw e;
        }
    }

    private CommandFailed notWritten(IOException e) {
        return new CommandFailed(Words.say("cannot write to %s: %s", path, FileTrouble.writing(e)), e);
    }
}
