package paymap.site.sandbox.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.site.sandbox.SandboxOptions;

/** Holds the made-up lists against what was measured on real ones. */
class PostingsTest {
    private static final List<String> CITIES = List.of("北京", "上海", "广州", "深圳");
    private static final Pattern RANGE = Pattern.compile("(\\d+)[kK]-(\\d+)[kK]");

    private final Postings postings = new Postings(SandboxOptions.defaults().seed(), 592);

    @Test
    void aPageIsTheSameWhateverWasAskedBefore() {
        Search search = new Search("北京", "Python");
        List<MadeUpJob> first = postings.page(search, 7);
        Postings fresh = new Postings(SandboxOptions.defaults().seed(), 592);
        fresh.page(new Search("上海", "Java"), 3);
        fresh.page(search, 30);
        assertEquals(first, fresh.page(search, 7));
        assertEquals(first, postings.page(search, 7));
    }

    @Test
    void aListThatWasForgottenIsMadeAgainAsItWas() {
        Search search = new Search("北京", "Python");
        List<MadeUpJob> before = postings.page(search, 1);
        for (int i = 0; i < 300; i++) {
            postings.page(new Search("北京", "keyword" + i), 1);
        }
        assertEquals(before, postings.page(search, 1));
    }

    @Test
    void seedCityAndKeywordEachMakeAnotherList() {
        List<MadeUpJob> page = postings.page(new Search("北京", "Python"), 1);
        assertNotEquals(page, new Postings(2, 592).page(new Search("北京", "Python"), 1));
        assertNotEquals(page, postings.page(new Search("上海", "Python"), 1));
        assertNotEquals(page, postings.page(new Search("北京", "Java"), 1));
    }

    @Test
    void theCaseOfTheKeywordFindsTheSameJobs() {
        assertEquals(
                ids(postings.page(new Search("北京", "Python"), 3)), ids(postings.page(new Search("北京", "python"), 3)));
    }

    @Test
    void thirtyPagesOfFifteenAreShownHoweverManyThereAre() {
        assertEquals(30, postings.pages());
        assertEquals(450, all("北京").size());
        assertEquals(15, postings.page(new Search("北京", "Python"), 30).size());
        assertEquals(List.of(), postings.page(new Search("北京", "Python"), 31));
        assertEquals(List.of(), postings.page(new Search("北京", "Python"), Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 14, 15, 16, 40, 449, 450, 451})
    void aShortListEndsWhereItShould(int total) {
        Postings few = new Postings(1, total);
        Search search = new Search("北京", "Python");
        int rows = 0;
        for (int page = 1; page <= 31; page++) {
            rows += few.page(search, page).size();
        }
        assertEquals(Math.min(450, total), rows);
        assertEquals((Math.min(450, total) + 14) / 15, few.pages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"北京", "上海", "广州", "深圳"})
    void aHundredDistinctTitlesWithPayNeedEightToTwelvePages(String city) {
        for (long seed = 1; seed <= 50; seed++) {
            int pages = pagesUntil(100, new Postings(seed, 592), city);
            assertTrue(pages >= 8 && pages <= 12, city + " with seed " + seed + " needs " + pages);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"北京", "上海", "广州", "深圳"})
    void twelveToThirtyOnePercentOfTheIdsShareTitleAndPay(String city) {
        Map<Integer, MadeUpJob> byId = byId(all(city));
        double cleaned = 1 - distinct(byId.values().stream().map(PostingsTest::key)) / (double) byId.size();
        double raw = 1 - distinct(byId.values().stream().map(j -> j.title() + j.salary())) / (double) byId.size();
        assertTrue(cleaned >= 0.12 && cleaned <= 0.31, city + " has " + cleaned);
        assertTrue(raw >= 0.12 && raw <= 0.31, city + " has " + raw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"北京", "上海", "广州", "深圳"})
    void oneToThreePercentOfTheRowsComeBack(String city) {
        List<MadeUpJob> rows = all(city);
        double repeats = 1 - byId(rows).size() / (double) rows.size();
        assertTrue(repeats >= 0.01 && repeats <= 0.03, city + " has " + repeats);
    }

    @Test
    void someRowsComeBackOnTheNextPageAndThePinnedOneOnLaterPages() {
        Search search = new Search("北京", "Python");
        int pinned = postings.page(search, 1).get(0).id();
        int moved = 0;
        int pinnedAgain = 0;
        for (int page = 2; page <= 30; page++) {
            List<Integer> before = ids(postings.page(search, page - 1));
            List<Integer> here = ids(postings.page(search, page));
            moved += before.subList(13, 15).contains(here.get(0)) ? 1 : 0;
            pinnedAgain += here.get(0) == pinned ? 1 : 0;
        }
        assertEquals(4, moved);
        assertEquals(4, pinnedAgain);
    }

    @Test
    void noPageHoldsARowTwiceAndNoTwoCitiesShareAnId() {
        Set<Integer> ids = new HashSet<>();
        int distinct = 0;
        for (String city : CITIES) {
            for (int page = 1; page <= 30; page++) {
                List<Integer> onPage = ids(postings.page(new Search(city, "Python"), page));
                assertEquals(onPage.size(), new HashSet<>(onPage).size());
            }
            distinct += byId(all(city)).size();
            ids.addAll(byId(all(city)).keySet());
        }
        assertEquals(distinct, ids.size());
    }

    @Test
    void anIdAlwaysStandsForTheSameJob() {
        Map<Integer, MadeUpJob> byId = new HashMap<>();
        all("北京").forEach(job -> assertEquals(job, byId.computeIfAbsent(job.id(), id -> job)));
    }

    @Test
    void payHasTheShapesAndSharesOfRealRows() {
        List<MadeUpJob> rows = manyRows();
        assertEquals(0.968, share(rows, job -> job.salary().matches("\\d+k-\\d+k")), 0.01);
        assertEquals(0.028, share(rows, job -> job.salary().matches("\\d+K-\\d+K")), 0.008);
        assertEquals(0.004, share(rows, job -> job.salary().matches("\\d+k以上")), 0.002);
        assertTrue(share(rows, job -> job.salary().matches("\\d+k以下")) < 0.001);
        assertEquals(0.005, share(rows, job -> job.salary().equals("面议")), 0.004);
        assertEquals(0.004, share(rows, job -> job.salary().matches("\\d+-\\d+/天")), 0.003);
        assertEquals(
                1, share(rows, job -> job.salary().matches("\\d+k-\\d+k|\\d+K-\\d+K|\\d+k以[上下]|面议|\\d+-\\d+/天")), 0);
    }

    @Test
    void theUpperEndOfPayIsNeverMoreThanTwiceTheLower() {
        for (MadeUpJob job : manyRows()) {
            Matcher range = RANGE.matcher(job.salary());
            if (range.matches()) {
                int low = Integer.parseInt(range.group(1));
                int high = Integer.parseInt(range.group(2));
                assertTrue(low <= high && high <= 2 * low, job.salary());
            }
        }
    }

    @Test
    void theFourCitiesPayInTheOrderEverybodyExpects() {
        assertTrue(meanPay("北京") > meanPay("上海"));
        assertTrue(meanPay("上海") > meanPay("深圳"));
        assertTrue(meanPay("深圳") > meanPay("广州"));
        assertTrue(meanPay("广州") > meanPay("成都"));
    }

    @Test
    void titlesHaveTheOdditiesOfRealOnes() {
        List<MadeUpJob> rows = manyRows();
        assertEquals(0.10, share(rows, job -> job.title().contains("（")), 0.02);
        assertEquals(0.08, share(rows, job -> job.title().contains("/")), 0.02);
        assertEquals(1, share(rows, job -> job.title().toLowerCase(Locale.ROOT).contains("python")), 0);
        assertEquals(0, share(rows, job -> !job.title().strip().equals(job.title())), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"北京", "上海", "广州", "深圳"})
    void everyOddityShowsAmongTheFirstHundredRows(String city) {
        List<MadeUpJob> rows = all(city).subList(0, 100);
        for (String mark : List.of("（", "）", "/", "(J", "【", "&amp;", "&nbsp;", "\u200b", "  ", "–", ",")) {
            assertTrue(share(rows, job -> job.title().contains(mark)) > 0, city + " lacks " + mark);
        }
        assertTrue(share(rows, job -> job.title().matches("[^（]*\\([^()（）]*）")) > 0, "mixed brackets");
        assertTrue(share(rows, job -> job.salary().endsWith("以上")) > 0, "open-ended pay");
    }

    @Test
    void aCityHasItsOwnDistrictsAndItsOwnName() {
        for (MadeUpJob job : all("深圳")) {
            assertEquals("深圳", job.city());
        }
        assertTrue(share(all("深圳"), job -> "南山区".equals(job.district())) > 0.1);
        assertEquals(0, share(all("深圳"), job -> "海淀区".equals(job.district())), 0);
    }

    @Test
    void theWholeCountryHasRowsOfSeveralCities() {
        Set<String> cities = postings.page(new Search(Postings.WHOLE_COUNTRY, "Python"), 1).stream()
                .map(MadeUpJob::city)
                .collect(Collectors.toSet());
        assertTrue(cities.size() > 1);
        assertFalse(cities.contains(Postings.WHOLE_COUNTRY));
    }

    @Test
    void noIdContainsTheDigitsThatMarkAPerson() {
        for (long seed = 0; seed < 200; seed++) {
            for (MadeUpJob job : new Postings(seed, 30).page(new Search("北京", "Python"), 1)) {
                assertFalse(Integer.toString(job.id()).contains(Recruiter.DIGITS), "id " + job.id());
            }
        }
    }

    private List<MadeUpJob> all(String city) {
        return all(postings, city);
    }

    private static List<MadeUpJob> all(Postings postings, String city) {
        List<MadeUpJob> rows = new ArrayList<>();
        for (int page = 1; page <= 30; page++) {
            rows.addAll(postings.page(new Search(city, "Python"), page));
        }
        return rows;
    }

    private static List<MadeUpJob> manyRows() {
        List<MadeUpJob> rows = new ArrayList<>();
        for (long seed = 1; seed <= 20; seed++) {
            for (String city : CITIES) {
                rows.addAll(all(new Postings(seed, 592), city));
            }
        }
        return rows;
    }

    private static int pagesUntil(int wanted, Postings postings, String city) {
        Set<String> keys = new HashSet<>();
        int page = 0;
        while (keys.size() < wanted) {
            postings.page(new Search(city, "Python"), ++page).forEach(job -> keys.add(key(job)));
        }
        return page;
    }

    private double meanPay(String city) {
        return all(city).stream()
                .map(job -> RANGE.matcher(job.salary()))
                .filter(Matcher::matches)
                .mapToInt(range -> Integer.parseInt(range.group(1)) + Integer.parseInt(range.group(2)))
                .average()
                .orElseThrow();
    }

    private static String key(MadeUpJob job) {
        return Titles.cleaned(job.title()) + "\t" + job.salary();
    }

    private static Map<Integer, MadeUpJob> byId(List<MadeUpJob> rows) {
        return rows.stream().collect(Collectors.toMap(MadeUpJob::id, job -> job, (first, second) -> first));
    }

    private static List<Integer> ids(List<MadeUpJob> rows) {
        return rows.stream().map(MadeUpJob::id).toList();
    }

    private static long distinct(Stream<String> keys) {
        return keys.distinct().count();
    }

    private static double share(List<MadeUpJob> rows, Predicate<MadeUpJob> having) {
        return rows.stream().filter(having).count() / (double) rows.size();
    }
}
