package paymap.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import paymap.job.Posting;

class OutcomeTest {

    private static final Session SESSION = (Session)
            Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class}, (p, m, a) -> null);

    private static Outcome.Fetched page() {
        Posting row = new Posting("1", "工程师", "10k", 0, "北京", Posting.Details.NONE);
        return new Outcome.Fetched(List.of(row), List.of("no pay", "no city"), 15, 45, null);
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(page(), "fetched"),
                Arguments.of(new Outcome.Opened(SESSION), "opened"),
                Arguments.of(new Outcome.Moved("https://x.example/"), "moved"),
                Arguments.of(new Outcome.RobotsRead(Duration.ZERO), "robotsRead"),
                Arguments.of(new Outcome.NotSent(), "notSent"),
                Arguments.of(new Outcome.Throttled(null, "429"), "trouble"),
                Arguments.of(new Outcome.Banned("2407"), "trouble"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void eachGoesToItsCaseAlone(Outcome outcome, String expected) {
        List<String> called = new ArrayList<>();
        Outcome.Cases cases = (Outcome.Cases) Proxy.newProxyInstance(
                Outcome.Cases.class.getClassLoader(), new Class<?>[] {Outcome.Cases.class}, (proxy, method, args) -> {
                    called.add(method.getName() + (args[0] == outcome ? "" : " of another"));
                    return null;
                });

        outcome.match(cases);

        assertEquals(List.of(expected), called);
    }

    @Test
    void rowsThatCannotBeReadAreShownTooAndStayOfASiteThatInventsThem() {
        assertEquals(3, page().shown());
        assertFalse(page().madeUp());
        assertTrue(new Outcome.Opened(SESSION, page()).asMadeUp().page().madeUp());
        assertNull(new Outcome.Opened(SESSION).asMadeUp().page());
    }

    @Test
    void whoeverSaysNothingOfItsTurnMayLeave() {
        Departure any = at -> {};

        assertTrue(any.mayLeave());
    }
}
