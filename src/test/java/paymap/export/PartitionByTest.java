package paymap.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.job.JobRow;
import paymap.job.Posting.Details;

class PartitionByTest {

    @Test
    void foldersAreNamedAsHiveDoes() {
        JobRow row = row("lagou", "2026-11-30T23:59:59Z");

        assertEquals(List.of("site=lagou", "month=2026-11"), PartitionBy.SITE_AND_MONTH.folders(row));
        assertEquals(List.of("site=lagou"), PartitionBy.SITE.folders(row));
        assertEquals(List.of("month=2026-11"), PartitionBy.MONTH.folders(row));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "127.0.0.1:8080; site=127.0.0.1%3A8080",
                "../../etc/passwd; site=..%2F..%2Fetc%2Fpasswd",
                "..; site=..",
                "100%2F; site=100%252F",
                "a=b; site=a%3Db",
                "拉勾 (试); site=拉勾 (试)",
                "*?[]{}; site=%2A%3F%5B%5D%7B%7D",
                "``; site=__HIVE_DEFAULT_PARTITION__"
            })
    void whateverASiteIsCalledItIsOneName(String site, String folder) {
        assertEquals(List.of(folder), PartitionBy.SITE.folders(row(site, "2026-11-30T00:00:00Z")));
        assertEquals(1, Path.of(folder).normalize().getNameCount());
    }

    @Test
    void lineBreaksAndNulAreEscaped() {
        assertEquals(List.of("site=a%0Ab%00c"), PartitionBy.SITE.folders(row("a\nb\0c", "2026-11-30T00:00:00Z")));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTypedIsReadBack(PartitionBy by) {
        assertEquals(
                by,
                PartitionBy.of(
                        " " + by.typed().toUpperCase(java.util.Locale.ROOT).replace(",", " , ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "city", "site,", "month,site", "site,site", "site month"})
    void otherColumnsAreRefusedWithWhatThereIs(String typed) {
        assertEquals(
                "--partition-by must be one of site; month; site,month: \"" + typed + "\"",
                assertThrows(IllegalArgumentException.class, () -> PartitionBy.of(typed))
                        .getMessage());
    }

    private static JobRow row(String site, String firstSeen) {
        return new JobRow(
                site,
                false,
                "北京",
                "x",
                new JobRow.Pay("", null, null, null, null),
                new Details(null, null, null, null, null),
                new JobRow.Seen(1, firstSeen, "2027-01-01T00:00:00Z"),
                JobRow.Found.UNKNOWN);
    }
}
