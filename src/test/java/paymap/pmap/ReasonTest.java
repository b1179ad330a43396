package paymap.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void eachIsToldInWordsOfItsOwn() {
        assertEquals(
                "not asked, connected, refused, no answer, host unreachable or prohibited, network unreachable, protocol"
                        + " not available, trouble on this machine, forbidden on this machine, an unknown error",
                Stream.of(
                                Reason.UNKNOWN,
                                Reason.CONNECTED,
                                Reason.REFUSED,
                                Reason.SILENT,
                                Reason.NO_ROUTE,
                                Reason.NET_UNREACHABLE,
                                Reason.NO_PROTOCOL,
                                Reason.LOCAL,
                                Reason.FORBIDDEN,
                                Reason.OTHER)
                        .map(Reason::words)
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void onlySomeAreAnAnswerAndFewerOneOfTheHost() {
        assertEquals("CONNECTED REFUSED NO_ROUTE NET_UNREACHABLE NO_PROTOCOL", names(Reason::isAnswer));
        assertEquals("CONNECTED REFUSED NO_PROTOCOL", names(Reason::isHost));
    }

    private static String names(java.util.function.Predicate<Reason> which) {
        return Stream.of(Reason.values()).filter(which).map(Reason::name).collect(Collectors.joining(" "));
    }
}
