package paymap.site.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ReplyReaderTest {

    private static final int MOST = 1 << 20;

    private final ReplyReader reader = new ReplyReader(MOST);

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "262143, true", "262144, true", "262145, true", "1048576, true", "1048577, false"
    })
    void aReplyIsJudgedWholeUpToTheLargestSize(int bytes, boolean judged) throws IOException {
        Optional<Integer> length = reader.read(new ByteArrayInputStream(new byte[bytes]), reply -> reply.length);

        assertEquals(judged ? Optional.of(bytes) : Optional.empty(), length);
    }

    @Test
    void largeRepliesAreJudgedOneAtATimeAndUsualOnesTwo() throws Exception {
        assertEquals(1, mostAtOnce(ReplyReader.USUAL_BYTES + 1));
        assertTrue(mostAtOnce(100) <= 2);
    }

    @Test
    void aJudgeThatFailsLetsTheNextOneThrough() throws IOException {
        for (int i = 0; i < 5; i++) {
            byte[] large = new byte[ReplyReader.USUAL_BYTES + 1];
            assertThrows(
                    IllegalStateException.class,
                    () -> reader.read(new ByteArrayInputStream(large), reply -> {
                        throw new IllegalStateException("made up");
                    }));
        }
        assertEquals(Optional.of(1), reader.read(new ByteArrayInputStream(new byte[1]), reply -> reply.length));
    }

    private int mostAtOnce(int bytes) throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Future<?>[] calls = new Future<?>[64];
            for (int i = 0; i < calls.length; i++) {
                calls[i] = threads.submit(() -> reader.read(new ByteArrayInputStream(new byte[bytes]), reply -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.yield();
                    return now.decrementAndGet();
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return most.get();
    }
}
