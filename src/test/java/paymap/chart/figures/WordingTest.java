package paymap.chart.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import paymap.figures.PayFigures;
import paymap.figures.PaySource;
import paymap.job.JobStore.Collected;
import paymap.job.Keywords;

/** What is said about the data, in both languages. */
class WordingTest {

    private static Wording words(Language language, PaySource source, String... lines) {
        List<PayFigures> figures = PayFigures.of(MadeUp.groups(lines.length == 0 ? new String[] {"北京 10k 9"} : lines));
        return new Wording(ChartData.of(source, figures, List.of()), language, null);
    }

    private static Wording searched(Language language, Keywords keywords) {
        return words(language, new PaySource("s", false, keywords, null, null));
    }

    @Test
    void aTitleBeginsWithWhatWasSearchedFor() {
        assertEquals("Go: pay by city", searched(Language.EN, Keywords.of("Go")).titled("Pay by city"));
        assertEquals("Go：各城市月薪", searched(Language.ZH, Keywords.of("Go")).titled("各城市月薪"));
        assertEquals("Pay", searched(Language.EN, Keywords.of("")).titled("Pay"), "rows without a keyword");
        assertEquals("Pay", searched(Language.EN, Keywords.together(List.of())).titled("Pay"), "rows of no run");
    }

    @Test
    void aTitleNeverDrownsInKeywords() {
        assertEquals(
                "Go + no keyword: pay",
                searched(Language.EN, Keywords.together(List.of("Go", ""))).titled("Pay"));
        List<String> many = IntStream.range(0, 9).mapToObj(i -> "keyword" + i).toList();
        assertEquals(
                "9 keywords together: pay",
                searched(Language.EN, Keywords.together(many)).titled("Pay"));
        assertEquals(
                "9 个关键词合计：月薪", searched(Language.ZH, Keywords.together(many)).titled("月薪"));
        String longOne = String.join("", Collections.nCopies(60, "😀"));
        String title = searched(Language.EN, Keywords.of(longOne)).titled("Pay");
        assertTrue(title.endsWith("😀…: pay"), title);
        assertEquals(24 + ": pay".length(), title.codePointCount(0, title.length()));
    }

    @Test
    void theSourceNamesSiteKeywordAndDays() {
        Collected collected = new Collected("2026-11-20T08:00:00Z", "2026-11-23T09:00:00Z");
        PaySource source = new PaySource("sandbox (made-up data)", true, Keywords.of("Go"), null, collected);

        assertEquals(
                "Source: sandbox (made-up data); keyword: Go; collected (UTC): 2026-11-20 – 2026-11-23. ",
                words(Language.EN, source).source());
        assertEquals(
                "来源：sandbox（虚构数据）；关键词：Go；采集日期（UTC）：2026-11-20 – 2026-11-23。",
                words(Language.ZH, source).source());
    }

    @Test
    void theSourceSaysWhatElseAReaderMustKnow() {
        PaySource mixed = new PaySource(
                "s", false, Keywords.together(List.of("Go", "")), Instant.parse("2026-11-01T00:00:00Z"), null);

        assertEquals(
                "Source: s; keywords, taken together: Go, no keyword; only seen since 2026-11-01T00:00:00Z. ",
                words(Language.EN, mixed).source());
        assertEquals(
                "Source: s; no keyword. ",
                searched(Language.EN, Keywords.of("")).source());
        assertEquals(
                "Source: s. ",
                searched(Language.EN, Keywords.together(List.of())).source());
    }

    @Test
    void otherKeywordsAreToldToTheReaderOfThePage() {
        List<String> many = IntStream.range(0, 14).mapToObj(i -> "k" + i).toList();

        assertEquals("", searched(Language.EN, Keywords.of("Go")).left());
        assertEquals(
                "Also stored, but not in these figures: Java, no keyword.",
                searched(Language.EN, new Keywords(List.of("Go"), List.of("Java", "")))
                        .left());
        assertTrue(
                searched(Language.EN, new Keywords(List.of("Go"), many)).left().endsWith(", k11, 2 more."));
    }

    @Test
    void theCaptionCountsWhatIsNotDrawnByItsReason() {
        Wording words = words(Language.EN, MadeUp.SOURCE, "北京 10k 7", "北京 面议 2", "上海 20k以上 1");

        assertTrue(
                words.caption()
                        .get(0)
                        .endsWith(
                                "10 postings, distinct by city, title and pay, of which 3 not in the figures: 1\u00a0open-ended,"
                                        + " 2\u00a0undisclosed."),
                words.caption().get(0));
        assertTrue(words(Language.EN, MadeUp.SOURCE)
                .caption()
                .get(0)
                .endsWith("9 postings, distinct by city, title and" + " pay, all in the figures."));
    }

    @Test
    void aSmallSampleIsCalledOne() {
        Wording words = words(Language.EN, MadeUp.SOURCE, "北京 10k 19", "上海 10k 20");

        assertEquals("n = 19, small sample", words.n(words.data().citiesByRank().get(0)));
        assertEquals("n = 20", words.n(words.data().citiesByRank().get(1)));
    }

    @Test
    void noPostingsAreNoSmallSample() {
        Wording words = words(Language.EN, MadeUp.SOURCE, "北京 面议 2", "上海 10k 1");

        assertEquals("n = 0", words.n(words.data().citiesByRank().get(0)));
        assertEquals("", words.small(words.data().citiesByRank().get(0)));
        assertEquals(" (small)", words.small(words.data().citiesByRank().get(1)));
    }

    @Test
    void theSummaryOfACityHasMeanMedianAndN() {
        Wording english = words(Language.EN, MadeUp.SOURCE, "北京 10k 15", "北京 20k 5", "上海 10k 6", "广州 面议 1");
        Wording chinese = words(Language.ZH, MadeUp.SOURCE, "北京 10k 15", "北京 20k 5", "上海 10k 6", "广州 面议 1");
        List<PayFigures> cities = english.data().citiesByRank();

        assertEquals("mean 12.5k · median 10.0k · n = 20", english.summary(cities.get(0)));
        assertEquals("mean 10.0k · median 10.0k · n = 6 (small)", english.summary(cities.get(1)));
        assertEquals("no pay that can be counted", english.summary(cities.get(2)));
        assertEquals("平均 12.5k · 中位数 10.0k · n = 20", chinese.summary(cities.get(0)));
        assertEquals("平均 10.0k · 中位数 10.0k · n = 6（少）", chinese.summary(cities.get(1)));
    }

    @Test
    void aShareNamesItsCityAndBothCounts() {
        Wording english = words(Language.EN, MadeUp.SOURCE, "北京 10k 15", "北京 20k 5");

        assertEquals(
                "Beijing, 20–30k: 25% (5 of 20)",
                english.share(english.data().cities().get(0), "20–30k", 5));
        assertEquals(
                "北京，20–30k：25%（20 个中的 5 个）",
                words(Language.ZH, MadeUp.SOURCE, "北京 10k 15", "北京 20k 5")
                        .share(english.data().cities().get(0), "20–30k", 5));
    }

    @Test
    void whatIsNotDrawnIsListedOrCounted() {
        ChartData data = MadeUp.data("北京 10k 9", "上海 12k 8", "桂林 9k 1", "宜宾 9k 2", "西宁 9k 3", "银川 面议 4");

        assertEquals(
                List.of("Fewer than 5 postings, so only listed: Xining (3), Yibin (2), Guilin (1), Yinchuan (0)."),
                MadeUp.wording(data, Language.EN).listed());
        assertEquals(
                List.of("少于 5 个职位，只列出：西宁 (3)、宜宾 (2)、桂林 (1)、银川 (0)。"),
                MadeUp.wording(data, Language.ZH).listed());
        assertEquals(
                List.of("Left out as asked: 10 postings in 4 more cities."),
                MadeUp.wording(data.only(8, 9), Language.EN).listed());
        assertEquals(
                List.of("Left out as asked: 18 postings in 5 more cities."),
                MadeUp.wording(data.only(0, 1), Language.EN).listed());
    }
}
