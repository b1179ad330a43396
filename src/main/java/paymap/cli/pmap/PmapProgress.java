package paymap.cli.pmap;

import java.io.PrintStream;
import paymap.cli.console.Terminal;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;

/** Tells on standard error how a scan goes that lasts over a second, and makes room for whatever else is printed. */
final class PmapProgress implements ScanListener {

    private static final long SECOND = 1_000_000_000L;
    private static final long BETWEEN_DRAWINGS = SECOND / 4;
    private static final long BETWEEN_LINES = 5 * SECOND;

    private final PrintStream err;
    private final boolean live;
    private final long start;
    private long lastLine;
    private int drawn;

    PmapProgress(Terminal terminal, long now) {
        this.err = terminal.err();
        this.live = terminal.live();
        this.start = now;
        this.lastLine = live ? now : now + SECOND - BETWEEN_LINES; // the first line after a second
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
        tell(progress, System.nanoTime());
    }

    void tell(Progress progress, long now) {
        boolean soon = now - start < SECOND || now - lastLine < (live ? BETWEEN_DRAWINGS : BETWEEN_LINES);
        if (soon) {
            return;
        }
        lastLine = now;
        String line = line(progress, (now - start) / (double) SECOND);
        if (live) {
            err.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
            err.flush();
            drawn = line.length();
        } else {
            err.println(line);
        }
    }

    /** Takes the line away, so that results stand alone. */
    void clear() {
        if (drawn > 0) {
            err.print("\r" + " ".repeat(drawn) + "\r");
            err.flush();
            drawn = 0;
        }
    }

    static String line(Progress progress, double seconds) {
        long perSecond = Math.round(progress.done() / seconds);
        long left = perSecond == 0 ? -1 : (progress.total() - progress.done()) / perSecond;
        return progress.done() + " of " + progress.total() + " done, " + progress.found() + " found, " + perSecond
                + "/s" + (left < 0 ? "" : ", about " + time(left) + " left");
    }

    private static String time(long seconds) {
        return seconds < 120 ? seconds + " s" : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }
}
