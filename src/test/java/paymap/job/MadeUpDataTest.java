package paymap.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up data are known by what their site says, and said wherever they are shown. */
class MadeUpDataTest {

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", " true ", "True"})
    void onlyAYesSaysIt(String value) {
        assertTrue(MadeUpData.isSaid(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "1", "yes", "true; really", "untrue"})
    void anythingElseSaysNothing(String value) {
        assertFalse(MadeUpData.isSaid(value));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, true, 127.0.0.1:8080 (made-up data)",
        "127.0.0.1:8080, false, 127.0.0.1:8080",
        "sandbox (made-up data), true, sandbox (made-up data)",
        "sandbox (made-up data), false, sandbox (made-up data)"
    })
    void aSiteSaysItOnce(String site, boolean madeUp, String shown) {
        assertEquals(shown, MadeUpData.named(site, madeUp));
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox (made-up data), true, sandbox",
        "lagou, false, lagou",
        "(made-up data) of mine, false, (made-up data) of mine",
        "x (made-up data) , true, x"
    })
    void theNameOfASiteMaySayIt(String site, boolean says, String bare) {
        assertEquals(says, MadeUpData.isSaidByName(site));
        assertEquals(bare, MadeUpData.bare(site));
    }
}
