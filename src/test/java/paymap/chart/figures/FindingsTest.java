package paymap.chart.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences, of data that can be computed by hand. */
class FindingsTest {

    /** Mean 30k, 18k and, in a small sample, 5k. */
    private static final ChartData DATA = MadeUp.data("北京 20k 10", "北京 40k 10", "上海 12k 12", "上海 27k 8", "合肥 5k 6");

    private static Findings of(ChartData data, Language language) {
        return new Findings(MadeUp.wording(data, language));
    }

    private static Findings english(String... lines) {
        return of(MadeUp.data(lines), Language.EN);
    }

    private static List<Function<Findings, String>> all() {
        return List.of(
                Findings::headline,
                Findings::commonest,
                Findings::gap,
                Findings::high,
                Findings::spread,
                Findings::fullestBand,
                one -> one.widestGap(one.words().data().cities()),
                Findings::moved);
    }

    @Test
    void theHeadlineComparesSolidSamplesOnly() {
        assertEquals(
                "Beijing offers the highest average pay, 30.0k a month (median 30.0k, n = 20); Shanghai the lowest, 18.0k"
                        + " (median 12.0k, n = 20).",
                of(DATA, Language.EN).headline());
        assertEquals(
                "北京的平均月薪最高，30.0k（中位数 30.0k，n = 20）；上海最低，18.0k（中位数 12.0k，n = 20）。",
                of(DATA, Language.ZH).headline());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSmallSampleStandsInNoSentence(Function<Findings, String> finding) {
        assertFalse(finding.apply(of(DATA, Language.EN)).contains("Hefei"));
        assertFalse(finding.apply(of(DATA, Language.ZH)).contains("合肥"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whereAllSamplesAreSmallItSaysSo(Function<Findings, String> finding) {
        assertEquals(
                "No city has 20 postings: too small a sample to conclude anything.",
                finding.apply(english("北京 20k 19", "上海 10k 6", "广州 面议 90")));
        assertEquals("各城市都不到 20 个职位，样本太小，不能下结论。", finding.apply(of(MadeUp.data("北京 20k 1"), Language.ZH)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySentenceEndsAndIsOne(Function<Findings, String> finding) {
        String english = finding.apply(of(DATA, Language.EN));
        String chinese = finding.apply(of(DATA, Language.ZH));

        assertTrue(english.endsWith(".") && !english.contains(". "), english);
        assertTrue(chinese.endsWith("。") && chinese.indexOf('。') == chinese.length() - 1, chinese);
    }

    @Test
    void ofOneCityTheHeadlineTellsTheMiddleHalf() {
        assertEquals(
                "Jobs in Beijing offer 25.0k a month on average (median 25.0k, n = 20); the middle half lies between 20.0k"
                        + " and 30.0k.",
                english("北京 20k 10", "北京 30k 10").headline());
        assertEquals(
                "北京的平均月薪为 25.0k（中位数 25.0k，n = 20）；中间一半职位在 20.0k 到 30.0k 之间。",
                of(MadeUp.data("北京 20k 10", "北京 30k 10"), Language.ZH).headline());
    }

    @Test
    void theCommonestPayIsTheFullestBinOfBestAndWorstPaid() {
        assertEquals(
                "Commonest pay: in the best paid city, Beijing, 20–25k (50% of postings); in the lowest, Shanghai, 10–15k"
                        + " (60% of postings).",
                of(DATA, Language.EN).commonest());
        assertEquals(
                "最常见的薪资：平均最高的北京 20–25k（占 50%）；平均最低的上海 10–15k（占 60%）。",
                of(DATA, Language.ZH).commonest());
        assertEquals(
                "Commonest pay: Beijing, 60k+ (60% of postings).",
                english("北京 70k 12", "北京 20k 8").commonest());
    }

    @Test
    void theGapIsHowMuchMoreTheFirstPaysThanTheLast() {
        assertEquals(
                "The mean of Beijing is 67% above that of Shanghai: 30.0k against 18.0k.",
                of(DATA, Language.EN).gap());
        assertEquals("北京的平均数比上海高 67%：30.0k 对 18.0k。", of(DATA, Language.ZH).gap());
    }

    @ParameterizedTest
    @CsvSource({
        "20k 10|30k 10, 'The mean of Beijing, 25.0k, is the median.'",
        "20k 15|30k 5, 'The mean of Beijing, 22.5k, lies 2.5k above the median.'",
        "20k 5|30k 15, 'The mean of Beijing, 27.5k, lies 2.5k below the median.'"
    })
    void ofOneCityTheGapIsThatBetweenMeanAndMedian(String pays, String sentence) {
        String[] lines = pays.split("\\|");
        assertEquals(sentence, english("北京 " + lines[0], "北京 " + lines[1]).gap());
    }

    @Test
    void highPayIsSharedByMostAndFewest() {
        assertEquals(
                "Postings at 30k or more: most in Beijing, 50%; fewest in Shanghai, 0%.",
                of(DATA, Language.EN).high());
        assertEquals("月薪 30k 及以上的职位：最多的北京 50%；最少的上海 0%。", of(DATA, Language.ZH).high());
        assertEquals(
                "Postings at 30k or more: Beijing, 50%.",
                english("北京 30k 10", "北京 29k 10").high());
    }

    @Test
    void theSpreadIsThatOfTheMiddleHalf() {
        assertEquals(
                "Span of the middle half of postings: most in Beijing, 20.0k (20.0k–40.0k); least in Shanghai, 15.0k"
                        + " (12.0k–27.0k).",
                of(DATA, Language.EN).spread());
    }

    @Test
    void theFullestCellIsTheLargestShareOfAnyCity() {
        assertEquals(
                "The fullest cell: 60% of the postings in Shanghai pay 10–15k.",
                of(DATA, Language.EN).fullestBand());
        assertEquals("最集中的一格：上海有 60% 的职位在 10–15k。", of(DATA, Language.ZH).fullestBand());
    }

    @ParameterizedTest
    @CsvSource({
        // Shares at 15k: 100 % and 40 %; at 30k: 50 % and 0 %.
        "15k, 100%, 40%"
    })
    void theWidestGapIsAtThePayWhereCitiesDifferMost(String pay, String first, String last) {
        assertEquals(
                "Cities differ most at " + pay + " or more: highest in Beijing, " + first + "; lowest in Shanghai, "
                        + last + ".",
                of(DATA, Language.EN).widestGap(DATA.cities()));
    }

    @Test
    void ofOneCityTheShareIsThatAtRoundPayNearItsMedian() {
        assertEquals(
                "Share at 20k or more: Beijing, 75%.",
                english("北京 21k 15", "北京 12k 5")
                        .widestGap(MadeUp.data("北京 21k 15", "北京 12k 5").cities()));
    }

    @Test
    void citiesThatAreEqualAreBothNamed() {
        assertEquals(
                "Postings at 30k or more: most in Beijing, 0%; fewest in Shanghai, 0%.",
                english("北京 10k 20", "上海 10k 20").high());
        assertEquals(
                "The mean of Beijing is 0% above that of Shanghai: 10.0k against 10.0k.",
                english("北京 10k 20", "上海 10k 20").gap());
    }

    @Test
    void theSameInAnyOrderOfTheRows() {
        ChartData turned = MadeUp.data("上海 27k 8", "合肥 5k 6", "北京 40k 10", "上海 12k 12", "北京 20k 10");
        for (Function<Findings, String> finding : all()) {
            assertEquals(finding.apply(of(DATA, Language.EN)), finding.apply(of(turned, Language.EN)));
        }
    }
}
