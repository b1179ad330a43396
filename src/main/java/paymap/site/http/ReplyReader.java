package paymap.site.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Reads replies and has them judged within a bounded memory, whatever a site sends and however many requests are under
 * way: a reply larger than any usual one is read alone, and few are parsed at once. Measured by bench/hostile.py: a heap
 * of 96 MB holds 64 requests under way.
 */
final class ReplyReader {

    /** A page of 15 rows is 20 to 200 kB (captures 2018 to 2026); none of the usual size ever waits for another. */
    static final int USUAL_BYTES = 256 << 10;

    private static final int JUDGED_AT_ONCE = 2; // a tree takes up to 25 MB, and parsing is busy with a processor each

    private final int mostBytes;
    private final Semaphore large = new Semaphore(1);
    private final Semaphore judging = new Semaphore(JUDGED_AT_ONCE);

    /** @param mostBytes that a reply may have, above {@link #USUAL_BYTES} */
    ReplyReader(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** @return what the judge says of the whole reply; empty where it is too large */
    <R> Optional<R> read(InputStream body, Function<byte[], R> judge) throws IOException {
        byte[] beginning = body.readNBytes(USUAL_BYTES);
        if (beginning.length < USUAL_BYTES) {
            return Optional.of(judged(beginning, judge));
        }
        large.acquireUninterruptibly();
        try {
            byte[] rest = body.readNBytes(mostBytes + 1 - USUAL_BYTES);
            if (beginning.length + rest.length > mostBytes) {
                return Optional.empty();
            }
            byte[] whole = Arrays.copyOf(beginning, beginning.length + rest.length);
            System.arraycopy(rest, 0, whole, beginning.length, rest.length);
            return Optional.of(judged(whole, judge));
        } finally {
            large.release();
        }
    }

    private <R> R judged(byte[] reply, Function<byte[], R> judge) {
        judging.acquireUninterruptibly();
        try {
            return judge.apply(reply);
        } finally {
            judging.release();
        }
    }
}
