package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import paymap.store.Frontier.Point;

class FrontierTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(5);
    private static final Point TAKEN = new Point(7, 3);

    private final Frontier frontier = new Frontier();

    @Test
    void itLooksBehindThePageTakenLast() {
        assertEquals(Point.START, frontier.of(1, NOW));

        frontier.took(1, TAKEN, NOW);

        assertEquals(TAKEN, frontier.of(1, LATER));
        assertEquals(Point.START, frontier.of(2, LATER), "of another run");
    }

    @Test
    void itLooksAtAllWhenAnyMayBeReady() {
        frontier.took(1, TAKEN, NOW);

        frontier.forget();

        assertEquals(Point.START, frontier.of(1, NOW));
        frontier.took(1, TAKEN, NOW);
        assertEquals(TAKEN, frontier.of(1, NOW));
    }

    @Test
    void itLooksAtAnEarlierPageAsSoonAsThatIsReady() {
        frontier.took(1, TAKEN, NOW);
        frontier.ready(5, LATER);
        frontier.ready(4, LATER.plusMillis(1));
        frontier.ready(8, NOW);

        assertEquals(TAKEN, frontier.of(1, NOW), "page 8 is behind the last one anyway");
        assertEquals(new Point(5, -1), frontier.of(1, LATER));
        assertEquals(new Point(4, -1), frontier.of(1, LATER.plusMillis(1)));
    }

    @Test
    void whatWasReadyIsBehindTheNextPageThatIsTaken() {
        frontier.took(1, TAKEN, NOW);
        frontier.ready(5, NOW);
        frontier.ready(2, LATER);

        frontier.took(1, new Point(5, 1), NOW);

        assertEquals(new Point(5, 1), frontier.of(1, NOW));
        assertEquals(new Point(2, -1), frontier.of(1, LATER));
    }
}
