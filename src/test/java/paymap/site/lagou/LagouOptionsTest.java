package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.site.SiteOption;

class LagouOptionsTest {

    private static final Map<String, String> NONE = Map.of();
    private static final Map<String, String> IV = Map.of("--site-iv", "0123456789abcdef");

    @Test
    void theseThreeCanBeChosen() {
        assertEquals(
                List.of("--era", "--site-key", "--site-iv"),
                LagouOptions.ALL.stream().map(SiteOption::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "encrypted, AGREEMENT",
        "rendered, RENDERED_PAGE",
        "classic, LIST_PAGE",
        "CLASSIC, LIST_PAGE",
        "auto, AGREEMENT"
    })
    void anEraIsBegunAtItsDoor(String era, EraChoice.Door door) {
        LagouOptions options = new LagouOptions(Map.of("--era", era));

        assertEquals(door, options.choice(false).door());
        assertEquals(era.equals("auto"), options.choice(false).remembers());
    }

    @Test
    void withoutAnyTheNewestIsTriedFirstAndWithCookiesTheRenderedPages() {
        assertEquals(
                EraChoice.Door.AGREEMENT, new LagouOptions(NONE).choice(false).door());
        assertEquals(
                EraChoice.Door.RENDERED_PAGE,
                new LagouOptions(NONE).choice(true).door());
        assertEquals(
                EraChoice.Door.AGREEMENT,
                new LagouOptions(Map.of("--era", "encrypted")).choice(true).door(),
                "what is named counts");
    }

    @Test
    void withKeysTheEncryptedEraIsTriedFirstWhateverServedBefore() {
        Map<String, String> key = Map.of("--site-key", "key.pem");
        for (Map<String, String> given : List.of(IV, key)) {
            EraChoice choice = new LagouOptions(given).choice(false).recall(Era.CLASSIC);

            assertEquals(EraChoice.Door.AGREEMENT, choice.door());
        }
        assertEquals(
                EraChoice.Door.LIST_PAGE,
                new LagouOptions(NONE).choice(false).recall(Era.CLASSIC).door());
    }

    @ParameterizedTest
    @CsvSource({
        "rendered, --site-iv, --site-iv is for the encrypted era; --era rendered has no use for it",
        "classic, --site-key, --site-key is for the encrypted era; --era classic has no use for it"
    })
    void keysForAnEraThatHasNoneAreRefused(String era, String option, String told) {
        Map<String, String> given = Map.of("--era", era, option, "x");

        assertEquals(
                told,
                assertThrows(IllegalArgumentException.class, () -> new LagouOptions(given))
                        .getMessage());
    }

    @Test
    void anUnknownEraIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LagouOptions(Map.of("--era", "quantum")));
    }

    @Test
    void whatIsNotNamedStaysAsTheSiteIsKnownBy() {
        assertSame(SiteKey.LAGOU, new LagouOptions(NONE).over(SiteKey.LAGOU));
        assertNotSame(SiteKey.LAGOU, new LagouOptions(IV).over(SiteKey.LAGOU));
        assertThrows(
                IllegalArgumentException.class,
                () -> new LagouOptions(Map.of("--site-key", "none.pem")).over(SiteKey.LAGOU));
    }
}
