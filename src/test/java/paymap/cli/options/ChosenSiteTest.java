package paymap.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Commands;

class ChosenSiteTest {

    @ParameterizedTest
    @CsvSource({
        "lagou, BOARD, lagou, 12/min",
        "LAGOU, BOARD, lagou, 12/min",
        "https://www.lagou.com/jobs/, BOARD, lagou, 12/min",
        "sandbox, SANDBOX, sandbox (made-up data), 100/s",
        "http://127.0.0.1:8080, ADDRESS, 127.0.0.1:8080, 20/s",
        "http://localhost:8080/, ADDRESS, localhost:8080, 20/s",
        "http://[::1]:8080, ADDRESS, [::1]:8080, 20/s",
        "https://jobs.example, ADDRESS, jobs.example, 12/min",
        "http://127.0.0.1.example:8080, ADDRESS, 127.0.0.1.example:8080, 12/min",
        "http://localhost.example, ADDRESS, localhost.example, 12/min",
        "http://192.0.2.7, ADDRESS, 192.0.2.7, 12/min"
    })
    void aSiteHasANameAndAPaceThatFitsIt(String typed, ChosenSite.Kind kind, String name, String rate) {
        ChosenSite choice = ChosenSite.of(typed, Commands.sites());

        assertEquals(kind, choice.kind());
        assertEquals(name, choice.name());
        assertEquals(rate, choice.usualRate().toString());
    }

    @Test
    void theNameOfMadeUpDataSaysThatItIsMadeUp() {
        assertEquals(
                "sandbox (made-up data)",
                ChosenSite.of("sandbox", Commands.sites()).name());
    }
}
