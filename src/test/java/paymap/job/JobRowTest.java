package paymap.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stored row as programs get it: values in the order and of the kinds that its columns promise. */
class JobRowTest {

    private static final JobRow FULL = new JobRow(
            "lagou",
            true,
            "北京",
            "甲",
            new JobRow.Pay("10k-20k", 10_000, 20_000, "month", 14),
            new Posting.Details("公司", "海淀区", "3-5年", "本科", "2026-11-01"),
            new JobRow.Seen(3, "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"),
            JobRow.Found.of(List.of("python", "java"), 7));

    private static final JobRow BARE = new JobRow(
            "lagou",
            false,
            "北京",
            "甲",
            new JobRow.Pay("", null, null, null, null),
            Posting.Details.NONE,
            new JobRow.Seen(1, "2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z"),
            JobRow.Found.UNKNOWN);

    @Test
    void valuesStandInTheOrderOfTheColumns() {
        assertEquals(
                List.of(
                        "site=lagou",
                        "city=北京",
                        "title=甲",
                        "salary=10k-20k",
                        "salary_low=10000",
                        "salary_high=20000",
                        "salary_interval=month",
                        "salary_months=14",
                        "company=公司",
                        "district=海淀区",
                        "experience=3-5年",
                        "education=本科",
                        "posted=2026-11-01",
                        "openings=3",
                        "first_seen=2026-11-01T00:00:00Z",
                        "last_seen=2026-11-02T00:00:00Z",
                        "made_up=1",
                        "keyword=java,python",
                        "run=7",
                        "monthly_mid=15000.0"),
                java.util.stream.IntStream.range(0, JobRow.COLUMNS.size())
                        .mapToObj(i -> JobRow.COLUMNS.get(i).name() + "="
                                + FULL.values().get(i))
                        .toList());
        assertEquals(JobRow.COLUMNS.size(), FULL.values().size());
    }

    @Test
    void aColumnIsANumberOrATextAndNullOnlyWhereItSaysSo() {
        for (JobRow row : List.of(FULL, BARE)) {
            for (int i = 0; i < JobRow.COLUMNS.size(); i++) {
                JobRow.Column column = JobRow.COLUMNS.get(i);
                Object value = row.values().get(i);
                assertTrue(value != null || column.nullable(), column.name());
                assertTrue(value == null || column.number() == value instanceof Integer, column.name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python|python",
                "java,python|python java",
                "c,go,java|java c go",
                "''|''",
                "java|~ java",
                "a b|a_b",
            })
    void theSearchesThatFoundARowAreOneTextAndReadBack(String text, String keywords) {
        List<String> given = Arrays.stream(keywords.split(" "))
                .map(word -> word.equals("~") ? "" : word.replace('_', ' '))
                .toList();

        assertEquals(text, JobRow.Found.of(given, 1).keyword());
        assertEquals(text, String.join(",", JobRow.keywords(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"' java , go '|java go", "',java,,go'|java go", "',,'|''", "'java,java'|java", "''|''", "' '|''"})
    void keywordsThatAreTypedByHandAreReadToo(String text, String keywords) {
        assertEquals(keywords, String.join(" ", JobRow.keywords(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "10000, 20000, month, 15000",
        "120000, 240000, year, 15000",
        "200, 300, day,",
        "10000, , month,",
        ", 20000, month,",
        "10000, 20000, ,"
    })
    void theMidpointIsThatOfAMonthWhereThereIsOne(
            @Nullable Integer low, @Nullable Integer high, @Nullable String interval, @Nullable Double mid) {
        assertEquals(mid, new JobRow.Pay("as written", low, high, interval, null).monthlyMid());
    }

    @Test
    void aRowIsOfTheMonthThatItWasFirstSeenIn() {
        assertEquals("2026-11", FULL.seen().firstMonth());
        assertEquals("2026", new JobRow.Seen(1, "2026", "2026").firstMonth());
    }
}
