package paymap.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;

class NameLimitsTest {

    private final NameLimits limits = new NameLimits();

    @Test
    void whatIsKnownIsNeverTooMany() {
        for (int i = 0; i < NameLimits.MOST_SITES; i++) {
            assertEquals(Optional.empty(), exceeded("site" + i, "java", "北京"));
        }

        assertEquals(Optional.of(RejectReason.TOO_MANY_SITES), exceeded("one more", "java", "北京"));
        assertEquals(Optional.empty(), exceeded("site0", "java", "北京"));
    }

    @Test
    void keywordsAreCountedOneByOneAlsoWhereARowNamesSeveral() {
        for (int i = 0; i < NameLimits.MOST_KEYWORDS; i += 2) {
            Optional<Rejected> limit = limits.limitExceeded("a", List.of("k" + i, "k" + (i + 1)), "北京");
            assertEquals(Optional.empty(), limit);
        }

        assertEquals(
                "more than 500 keywords",
                limits.limitExceeded("a", List.of("k0", "one more"), "北京")
                        .orElseThrow()
                        .why()
                        .english());
        assertEquals(Optional.empty(), limits.limitExceeded("a", List.of("k0", "k499"), "北京"));
    }

    @Test
    void citiesAreCountedLast() {
        for (int i = 0; i < NameLimits.MOST_CITIES; i++) {
            assertEquals(Optional.empty(), exceeded("a", "java", "city" + i));
        }

        assertEquals(Optional.of(RejectReason.TOO_MANY_CITIES), exceeded("a", "java", "one more"));
    }

    private Optional<RejectReason> exceeded(String site, String keyword, String city) {
        return limits.limitExceeded(site, List.of(keyword), city).map(Rejected::reason);
    }
}
