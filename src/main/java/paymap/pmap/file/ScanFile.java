package paymap.pmap.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import paymap.files.FileTrouble;
import paymap.words.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the file of a scan: the JSON of {@code -w} and {@code --format json}, the lines of {@code --format ndjson}, and
 * what {@code -w} leaves of a scan that was killed. Where such a file is cut off, what is complete of it counts.
 */
public final class ScanFile {

    /** The newest that is read, and the one that is written. */
    public static final int SCHEMA = 1;

    /** All ports of 65,536 hosts, with each closed one told, are some 3 GB. */
    private static final long MOST_BYTES = 1L << 32;

    /** Of all ports of a host in the worst order there are 200 KB. */
    private static final int LONGEST_TEXT = 1 << 24;

    private static final int PEEKED = 256;

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(1000)
                    .maxNumberLength(100)
                    .build())
            .build();

    private ScanFile() {}

    /**
     * Reads all that is complete.
     *
     * @throws IllegalArgumentException if the file cannot be read, is no scan's, or holds too much, in a sentence that
     *     names it
     */
    public static StoredScan read(Path file) {
        try (InputStream in = new BufferedInputStream(new Bounded(Files.newInputStream(file)))) {
            return read(in);
        } catch (JacksonIOException e) {
            throw unusable(file, e.getCause() == null ? String.valueOf(e.getMessage()) : words(e.getCause()), e);
        } catch (IOException e) {
            throw unusable(file, FileTrouble.reading(e), e);
        } catch (UnreadableScan e) {
            throw unusable(file, String.valueOf(e.getMessage()), e);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw unusable(file, Words.say("it is no result of pmap: line %d is no JSON", line), e);
        } catch (IllegalArgumentException e) {
            throw unusable(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static StoredScan read(InputStream in) throws IOException {
        in.mark(PEEKED);
        String beginning = new String(in.readNBytes(PEEKED), StandardCharsets.UTF_8).stripLeading();
        in.reset();
        if (beginning.isEmpty()) {
            throw new UnreadableScan(Words.say("it is empty"));
        }
        if (!beginning.startsWith("{")) {
            throw new UnreadableScan(Words.say("it is no result of pmap in JSON"));
        }
        boolean lines = beginning.substring(1).stripLeading().startsWith("\"type\"");
        ScanDraft draft = new ScanDraft(new ReadingBudget());
        if (lines) {
            new ScanLines(in, draft).read();
        } else {
            new ScanDocument(in, draft).read();
        }
        return draft.scan();
    }

    private static String words(Throwable cause) {
        return cause instanceof IOException e ? FileTrouble.reading(e) : String.valueOf(cause.getMessage());
    }

    private static IllegalArgumentException unusable(Path file, String why, Exception e) {
        return new IllegalArgumentException(Words.say("cannot use %s: %s", file, why), e);
    }

    /** Ends with a refusal where a file, or what is no file, goes on for too long. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            take(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            take(read);
            return read;
        }

        private void take(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new UnreadableScan(Words.say("it is larger than 4 GB"));
            }
        }
    }
}
