package paymap.cli.rows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import paymap.words.Words;

/** Standard output for many bytes; tells when nobody takes them any more. */
final class StdoutStream extends OutputStream {

    /** Who reads has had enough, as {@code head} has; no reason to complain. */
    static final class ReaderGone extends IOException {
        ReaderGone() {
            super("the reader is gone");
        }
    }

    private static final int FILE_TYPE = 0xF000; // stat(2), st_mode
    private static final int PIPE = 0x1000;
    private static final int SOCKET = 0xC000;

    private final PrintStream out;

    StdoutStream(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(int oneByte) throws IOException {
        out.write(oneByte);
        check();
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        check();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
        check();
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    private void check() throws IOException {
        if (out.checkError()) {
            throw isPipe(Path.of("/dev/stdout"))
                    ? new ReaderGone()
                    : new IOException(Words.say("standard output takes no more; what it has is not whole"));
        }
    }

    /** A stream of Java does not say why it failed: a full disk must not pass for a reader that left. */
    private static boolean isPipe(Path standardOutput) {
        try {
            int type = (int) Files.getAttribute(standardOutput, "unix:mode") & FILE_TYPE;
            return type == PIPE || type == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
