package paymap.torture.lines;

import static paymap.fuzz.Input.that;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import paymap.cli.Ran;
import paymap.fuzz.Scratch;

/** Whole command lines: the bytes of a fuzzer choose what a line is made of, so that it finds which choices lead on. */
public final class LineInputs {

    /** Lines write to the files that others read; with new ones a line does the same again. */
    private static final int LINES_A_FOLDER = 200;

    private static @Nullable LineFolder files;
    private static int lines;

    private LineInputs() {}

    public static synchronized void judge(byte[] input) throws IOException, InterruptedException {
        Path folder = Scratch.file("lines");
        if (files == null || ++lines % LINES_A_FOLDER == 0) {
            files = new LineFolder(empty(folder));
        }
        List<String> line = new LineMaker(new Bytes(input), folder).perhaps();
        if (line.isEmpty()) {
            return;
        }
        InputStream in = System.in;
        System.setIn(new ByteArrayInputStream("127.0.0.1\n".getBytes()));
        try {
            Ran ran = Ran.paymap(files.environment(), line.toArray(String[]::new));
            List<String> wrong = LineVerdict.wrong(line, ran);
            that(wrong.isEmpty(), wrong + " " + line + " -> " + ran.exitCode() + " " + ran.err());
        } finally {
            System.setIn(in);
        }
    }

    private static Path empty(Path folder) throws IOException {
        Scratch.remove(folder);
        return Files.createDirectories(folder);
    }

    /** Choices that were made before, one or two bytes each; after the last byte each is the last possible one. */
    private static final class Bytes extends Random {
        private static final long serialVersionUID = 1;

        private final byte[] bytes;
        private int at;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int nextInt(int bound) {
            int length = bound <= 256 ? 1 : 2;
            if (at + length > bytes.length) {
                return bound - 1;
            }
            int chosen = 0;
            for (int i = 0; i < length; i++) {
                chosen = chosen << 8 | bytes[at++] & 0xFF;
            }
            return chosen % bound;
        }
    }
}
