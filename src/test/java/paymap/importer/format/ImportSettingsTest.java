package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.column.Column;

class ImportSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u001bb", "a\u200bb", "a\u202eb"})
    void aSiteNeedsAVisibleName(String site) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new ImportSettings(Map.of(), "", site, null, null));

        assertFalse(refused.getMessage().contains("\u001b"), "the terminal would obey it");
    }

    @Test
    void aNameHasAtMostSixtyCharacters() {
        assertTrue(ImportSettings.isName("猎".repeat(60)));
        assertFalse(ImportSettings.isName("猎".repeat(61)));
    }

    @Test
    void whatTheCallerDoesToItsMapLaterChangesNothing() {
        Map<Column, String> columns = new EnumMap<>(Map.of(Column.TITLE, "岗"));
        ImportSettings settings = new ImportSettings(columns, "北京", "boss", null, null);

        columns.clear();

        assertEquals(Map.of(Column.TITLE, "岗"), settings.columns());
        assertTrue(settings.hasCity());
    }
}
