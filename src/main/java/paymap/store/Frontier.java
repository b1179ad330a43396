package paymap.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one process looks for the next page of a run: behind the one it took last, or where it knows of an earlier one. Of
 * what others gave back meanwhile it knows nothing, so now and then, and wherever nothing is found, all pages are to be
 * looked at.
 *
 * <p>While somebody's transaction stays open, PostgreSQL keeps each page that was finished since then in the index as the
 * ready one that it was, and whoever looks for the first one passes over all of them.
 */
final class Frontier {

    /**
     * Pages are in the order of their number, then of their city's place in the plan; this is just before the next one.
     *
     * @param page from 1; 0 = all pages are behind it
     * @param place from 0; -1 = before every city
     */
    record Point(int page, int place) {

        static final Point START = new Point(0, -1);

        private static Point before(int page) {
            return new Point(page, -1);
        }
    }

    /** Pages from this one on get ready at a moment. */
    private record Earlier(int page, Instant at) {}

    private final List<Earlier> earlier = new ArrayList<>();
    private long run; // 0 = of none: all pages are to be looked at
    private Point last = Point.START;

    /** Where a ready page is to be looked for first. */
    Point of(long wanted, Instant now) {
        if (wanted != run) {
            return Point.START;
        }
        int first = earlier.stream()
                .filter(each -> !each.at.isAfter(now))
                .mapToInt(Earlier::page)
                .min()
                .orElse(Integer.MAX_VALUE);
        return first <= last.page ? Point.before(first) : last;
    }

    /** The first ready page behind what {@link #of} said then, or of all, was taken. */
    void took(long ofRun, Point point, Instant then) {
        run = ofRun;
        last = point;
        earlier.removeIf(each -> !each.at.isAfter(then));
    }

    /** A page, and perhaps some behind it, is ready from a moment on. */
    void ready(int page, Instant at) {
        earlier.add(new Earlier(page, at));
    }

    /** Any page may be ready. */
    void forget() {
        run = 0;
    }
}
