package paymap.site.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import paymap.site.sandbox.web.ReplyKind;

/** What was asked and what became of it. Safe for many threads. */
final class RequestLog {
    private static final int MOST_REMEMBERED = 10_000;

    private final Deque<LoggedRequest> requests = new ArrayDeque<>();
    private final Map<ReplyKind, Long> counts = new EnumMap<>(ReplyKind.class);
    private final Consumer<LoggedRequest> listener;

    /** @param listener told of each request, one at a time */
    RequestLog(Consumer<LoggedRequest> listener) {
        this.listener = listener;
    }

    synchronized void add(LoggedRequest request) {
        counts.merge(request.kind(), 1L, Long::sum);
        requests.addLast(request);
        if (requests.size() > MOST_REMEMBERED) {
            requests.removeFirst();
        }
        listener.accept(request);
    }

    /** The last ten thousand requests, in the order in which they were decided. */
    synchronized List<LoggedRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized SandboxCounters counters(long sessions) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long robots = count(ReplyKind.ROBOTS);
        long tooFast = count(ReplyKind.TOO_FAST);
        return new SandboxCounters(
                all - robots,
                robots,
                sessions,
                count(ReplyKind.ROWS),
                tooFast + count(ReplyKind.REFUSED),
                tooFast,
                count(ReplyKind.FAULT));
    }

    private long count(ReplyKind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
