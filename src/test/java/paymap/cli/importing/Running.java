package paymap.cli.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import paymap.Chromium;
import paymap.cli.Paymap;
import paymap.cli.Ran;

/** A command that runs while the test goes on, and what it has said. */
record Running(BlockingQueue<String> lines, FutureTask<Ran> end) {

    private static final long SOON_S = 30;

    static Running of(String... args) {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Lines out = new Lines(lines);
        Lines err = new Lines(lines);
        FutureTask<Ran> end = new FutureTask<>(() -> {
            int exitCode = Paymap.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
            lines.add("ended: " + exitCode);
            return new Ran(exitCode, out.all.toString(UTF_8), err.all.toString(UTF_8));
        });
        new Thread(end, "paymap of the test").start();
        return new Running(lines, end);
    }

    /** Whether such a line comes soon; what comes before it is passed over. */
    boolean saysSoon(String part) throws InterruptedException {
        for (String line = lines.poll(SOON_S, TimeUnit.SECONDS); line != null; ) {
            if (line.contains(part)) {
                return true;
            }
            line = lines.poll(SOON_S, TimeUnit.SECONDS);
        }
        return false;
    }

    String awaitLine(String part) throws InterruptedException {
        List<String> others = new ArrayList<>();
        while (true) {
            String line = lines.poll(Chromium.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (line != null && line.contains(part)) {
                return line;
            }
            boolean over = line == null || line.startsWith("ended: ");
            assertFalse(over, "it never said " + part + ", but " + others);
            others.add(line);
        }
    }

    Ran ended() throws Exception {
        return end.get(Chromium.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** All that was written, and each line as soon as it is whole. */
    private static final class Lines extends OutputStream {
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final BlockingQueue<String> lines;

        Lines(BlockingQueue<String> lines) {
            this.lines = lines;
        }

        @Override
        public synchronized void write(int b) {
            all.write(b);
            if (b == '\n') {
                lines.add(line.toString(UTF_8));
                line.reset();
            } else {
                line.write(b);
            }
        }
    }
}
