package paymap.cli.pmap;

import java.util.function.Supplier;
import paymap.cli.console.ProgressLine;
import paymap.cli.console.Terminal;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.words.Words;

/** Tells on standard error how a scan goes that lasts over a second, and makes room for whatever else is printed. */
final class PmapProgress implements ScanListener {

    private static final long SECOND = 1_000_000_000L;

    private final ProgressLine line;
    private final long start;

    PmapProgress(Terminal terminal, long now) {
        this.line = new ProgressLine(terminal, now);
        this.start = now;
    }

    @Override
    public void open(Address host, PortResult port) {
        clear();
    }

    @Override
    public void host(HostResult result) {
        clear();
    }

    @Override
    public void alive(Address host, long rttMicros) {
        clear();
    }

    @Override
    public void silent(Address host) {
        clear();
    }

    @Override
    public void progress(Progress progress) {
        long now = System.nanoTime();
        line.show(now, new Line(progress, (now - start) / (double) SECOND));
    }

    /** No lambda: linking one takes longer than a short scan. */
    private record Line(Progress progress, double seconds) implements Supplier<String> {
        @Override
        public String get() {
            return line(progress, seconds);
        }
    }

    /** Takes the line away, so that results stand alone. */
    void clear() {
        line.clear();
    }

    static String line(Progress progress, double seconds) {
        long perSecond = Math.round(progress.done() / seconds);
        long left = perSecond == 0 ? -1 : (progress.total() - progress.done()) / perSecond;
        String line = Words.say(
                "%d of %d done, %d found, %d/s", progress.done(), progress.total(), progress.found(), perSecond);
        return left < 0 ? line : withTime(line, left);
    }

    private static String withTime(String line, long seconds) {
        return seconds < 120
                ? Words.say("%s, about %d s left", line, seconds)
                : seconds < 7200
                        ? Words.say("%s, about %d min left", line, seconds / 60)
                        : Words.say("%s, about %d h left", line, seconds / 3600);
    }
}
