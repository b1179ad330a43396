package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.site.lagou.EraChoice.Door;

class EraChoiceTest {

    @Test
    void theNewestComesFirstAndEachRefusalLeadsToTheNext() {
        EraChoice choice = EraChoice.auto();

        assertEquals(Door.AGREEMENT, choice.door());
        assertTrue(choice.refused(Door.AGREEMENT, "HTTP 404"));
        assertEquals(Door.LIST_PAGE, choice.door());
        assertTrue(choice.refused(Door.LIST_PAGE, "HTTP 404"));
        assertEquals(Door.RENDERED_PAGE, choice.door());
        assertFalse(choice.refused(Door.RENDERED_PAGE, "HTTP 404"), "nothing is left");
        assertEquals(Door.RENDERED_PAGE, choice.door());
    }

    @Test
    void aRefusalToldTwiceMovesOnOnce() {
        EraChoice choice = EraChoice.auto();

        assertTrue(choice.refused(Door.AGREEMENT, "HTTP 404"));
        assertTrue(choice.refused(Door.AGREEMENT, "HTTP 404"));
        assertEquals(Door.LIST_PAGE, choice.door());
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void whatServedLastComesFirstUntilItIsRefused(Era era) {
        EraChoice choice = EraChoice.auto().recall(era);

        assertEquals(era, choice.door().era());
        assertEquals(Optional.of(era), choice.known());
        choice.refused(choice.door(), "HTTP 404");
        assertEquals(Optional.empty(), choice.known(), "it is forgotten");
        assertTrue(choice.door().era() != era);
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void aNamedEraIsNeverChangedAndNothingIsRemembered(Era era) {
        EraChoice choice = EraChoice.named(era).recall(Era.CLASSIC);

        assertEquals(era, choice.door().era());
        assertFalse(choice.refused(choice.door(), "HTTP 404"));
        for (int i = 0; i < 10; i++) {
            choice.accident(choice.door(), "HTTP 500");
        }
        choice.ledToRenderedPages();
        assertEquals(era, choice.door().era());
        assertFalse(choice.remembers());
    }

    @Test
    void withCookiesTheRenderedPagesComeFirstAndNothingIsRemembered() {
        EraChoice choice = EraChoice.withCookies().recall(Era.ENCRYPTED);

        assertEquals(Door.RENDERED_PAGE, choice.door());
        assertTrue(choice.refused(Door.RENDERED_PAGE, "HTTP 404"));
        assertEquals(Door.LIST_PAGE, choice.door());
        assertTrue(choice.refused(Door.LIST_PAGE, "HTTP 404"));
        assertEquals(Door.AGREEMENT, choice.door());
        assertFalse(choice.remembers());
    }

    @Test
    void keysThatAreNamedMakeTheEncryptedEraComeFirstWhateverServedBefore() {
        EraChoice choice = EraChoice.withKeys().recall(Era.CLASSIC);

        assertEquals(Door.AGREEMENT, choice.door());
        assertEquals(Optional.empty(), choice.known());
        assertTrue(choice.remembers(), "what works with them is noted");
    }

    @Test
    void twoVainAnswersAreARefusalUnlessRowsHaveCome() {
        EraChoice choice = EraChoice.auto();

        assertFalse(choice.isVainAgain(Door.AGREEMENT));
        assertFalse(choice.isVainAgain(Door.LIST_PAGE), "another door's visit");
        assertTrue(choice.isVainAgain(Door.AGREEMENT));

        choice.served(Era.ENCRYPTED);
        for (int i = 0; i < 10; i++) {
            assertFalse(choice.isVainAgain(Door.AGREEMENT));
        }
    }

    @Test
    void threeAccidentsInARowAreARefusalUnlessRowsHaveCome() {
        EraChoice choice = EraChoice.auto();
        choice.served(Era.ENCRYPTED);
        for (int i = 0; i < 10; i++) {
            choice.accident(Door.AGREEMENT, "HTTP 500");
        }
        assertEquals(Door.AGREEMENT, choice.door());

        EraChoice fresh = EraChoice.auto();
        fresh.accident(Door.AGREEMENT, "HTTP 500");
        fresh.accident(Door.AGREEMENT, "HTTP 500");
        assertEquals(Door.AGREEMENT, fresh.door());
        fresh.accident(Door.AGREEMENT, "HTTP 500");
        assertEquals(Door.LIST_PAGE, fresh.door());
    }

    @Test
    void aListPageThatLedToRenderedPagesIsNotGoneToAgainWhileTheyAreThere() {
        EraChoice choice = EraChoice.auto();
        choice.refused(Door.AGREEMENT, "HTTP 404");
        choice.ledToRenderedPages();

        assertEquals(Door.RENDERED_PAGE, choice.door());
        assertTrue(choice.refused(Door.RENDERED_PAGE, "HTTP 404"));
        assertEquals(Door.LIST_PAGE, choice.door(), "unless the rendered pages are gone");
    }

    @Test
    void tellsEachDecisionOnce() {
        EraChoice choice = EraChoice.auto();
        choice.refused(Door.AGREEMENT, "HTTP 404");
        choice.served(Era.CLASSIC);
        choice.served(Era.CLASSIC);

        assertEquals(
                List.of(
                        "the encrypted era did not serve (HTTP 404); next comes the list page, which shows the era",
                        "rows come in the classic era"),
                choice.news());
        assertEquals(List.of(), choice.news());
    }

    @Test
    void aNoteOfALaterVersionIsNoEra() {
        assertNull(Era.of("telepathic"));
        for (Era era : Era.values()) {
            assertEquals(era, Era.of(era.word()));
        }
    }
}
