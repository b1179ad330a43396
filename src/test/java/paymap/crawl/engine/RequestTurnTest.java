package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import paymap.crawl.PageTask;

/** A turn on one thread: whoever is asked answers at once. */
class RequestTurnTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final InFlightRequest REQUEST = InFlightRequest.forRobots(NOW);

    private final List<Event> told = new ArrayList<>();

    @Test
    void aFreshPermitIsNotAskedFor() {
        assertTrue(turn(NOW.plusMillis(1), event -> {}).mayLeave());
        assertEquals(List.of(), told);
    }

    @Test
    void anOldOneIsAskedForUntilItIsFreshOrRefused() {
        List<Optional<Instant>> answers = new ArrayList<>(
                List.of(Optional.of(NOW.minusMillis(1)), Optional.of(NOW), Optional.of(NOW.plusMillis(1))));
        assertTrue(
                turn(NOW, asked -> asked.answer().complete(answers.remove(0))).mayLeave());
        assertEquals(3, told.size());

        assertFalse(
                turn(NOW, asked -> asked.answer().complete(Optional.empty())).mayLeave());
        assertEquals(4, told.size());
        assertEquals(REQUEST, ((Event.Asked) told.get(3)).request());
    }

    @Test
    void whereTheAnswerFailsItDoesNotLeave() {
        assertFalse(turn(NOW, asked -> asked.answer().completeExceptionally(new IllegalStateException()))
                .mayLeave());
    }

    @Test
    void whoeverIsInterruptedDoesNotLeaveAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertFalse(turn(NOW, asked -> {}).mayLeave());

        assertTrue(Thread.interrupted());
    }

    @Test
    void whenItLeftAndWasAnsweredIsKept() {
        Turn turn = turn(NOW, asked -> {});
        assertNull(turn.answeredAt());

        turn.left(NOW.plusMillis(3));
        turn.answered(NOW.plusMillis(9));

        assertEquals(List.of(new Event.Sent(REQUEST, NOW.plusMillis(3))), told);
        assertEquals(NOW.plusMillis(9), turn.answeredAt());
    }

    @Test
    void aRequestIsToldByWhatItIsFor() {
        PageTask page = new PageTask(1, "北京", "python", 3, 0, 0, null);

        assertEquals("robots.txt", REQUEST.words());
        assertEquals("a session", InFlightRequest.forSession(page, NOW).words());
        assertEquals("北京 page 3", InFlightRequest.words(page));
        assertEquals(page, InFlightRequest.forSession(page, NOW).opensFor);
        assertNull(InFlightRequest.forSession(page, NOW).page);
    }

    private Turn turn(Instant freshUntil, Consumer<Event.Asked> crawl) {
        return new Turn(REQUEST, freshUntil, () -> NOW, event -> {
            told.add(event);
            if (event instanceof Event.Asked asked) {
                crawl.accept(asked);
            }
        });
    }
}
