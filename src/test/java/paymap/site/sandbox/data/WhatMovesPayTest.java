package paymap.site.sandbox.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.site.sandbox.SandboxOptions;

/** What made-up pay depends on, over some ten thousand distinct postings. */
class WhatMovesPayTest {
    private static final Pattern RANGE = Pattern.compile("(\\d+)[kK]-(\\d+)[kK]");
    private static final int SEEDS = 12;

    private static final Map<String, List<MadeUpJob>> BY_CITY = new LinkedHashMap<>();

    @BeforeAll
    static void makeThem() {
        for (String city : List.of("北京", "上海", "深圳", "广州", "成都")) {
            List<MadeUpJob> jobs = new ArrayList<>();
            for (long seed = 1; seed <= SEEDS; seed++) {
                jobs.addAll(first(450, seed, city, "python"));
            }
            BY_CITY.put(city, jobs);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"北京", "上海", "深圳", "广州", "成都"})
    void payRisesWithEachRungOfExperienceAndEducation(String city) {
        List<String> years = List.of("应届毕业生", "1年以下", "1-3年", "3-5年", "5-10年", "10年以上");
        assertRising(city, years, MadeUpJob::workYear, 1.05, 1.6);
        assertRising(city, List.of("大专", "本科", "硕士", "博士"), MadeUpJob::education, 1.05, 1.6);
    }

    @Test
    void payDependsOnTheDistrictALittle() {
        double best = mean(of("北京", job -> "海淀区".equals(job.district())));
        double worst = mean(of("北京", job -> Set.of("昌平区", "通州区").contains("" + job.district())));
        assertEquals(1.1, best / worst, 0.07);
    }

    @Test
    void payDependsOnTheKeywordALittle() {
        List<Double> means = Stream.of("python", "java", "go", "c++", "php", "前端")
                .map(keyword -> mean(first(450, 1, "上海", keyword)))
                .toList();
        double most = means.stream().mapToDouble(mean -> mean).max().orElseThrow();
        double least = means.stream().mapToDouble(mean -> mean).min().orElseThrow();
        assertTrue(most / least > 1.05 && most / least < 1.3, means.toString());
    }

    @Test
    void aCityLooksForOtherPeopleThanAnother() {
        Predicate<MadeUpJob> senior = job -> Set.of("5-10年", "10年以上").contains(job.workYear());
        Predicate<MadeUpJob> learned = job -> Set.of("硕士", "博士").contains(job.education());
        assertTrue(share("北京", senior) > share("上海", senior) + 0.04);
        assertTrue(share("北京", learned) > share("上海", learned) + 0.04);
        assertTrue(share("上海", learned) > share("广州", learned));
    }

    @Test
    void halfOfWhatBeijingPaysMoreThanShanghaiIsGoneOnceLikeIsComparedWithLike() {
        double raw = mean(BY_CITY.get("北京")) - mean(BY_CITY.get("上海"));
        double alike = gapAmongLike(BY_CITY.get("北京"), BY_CITY.get("上海"));
        assertTrue(alike > 700, "like with like: " + alike);
        assertEquals(2.2, raw / alike, 0.6, raw + " and " + alike);
    }

    @Test
    void aHundredRowsOfTheUsualSeedShowItToo() {
        long seed = SandboxOptions.defaults().seed();
        List<MadeUpJob> beijing = first(100, seed, "北京", "python");
        List<MadeUpJob> shanghai = first(100, seed, "上海", "python");
        double raw = mean(beijing) - mean(shanghai);
        double alike = gapAmongLike(beijing, shanghai);
        assertTrue(alike > 500 && raw > 1.5 * alike, raw + " and " + alike);
    }

    @Test
    void nearlyAllOfAHundredRowsCanBeAveraged() {
        for (String city : BY_CITY.keySet()) {
            int averaged = 0;
            for (long seed = 1; seed <= SEEDS; seed++) {
                long here = first(100, seed, city, "python").stream()
                        .filter(job -> !Double.isNaN(pay(job)))
                        .count();
                assertTrue(here >= 95, here + " in " + city + " with seed " + seed);
                averaged += (int) here;
            }
            assertTrue(averaged >= 97.5 * SEEDS, city + ": " + averaged);
        }
    }

    @Test
    void citiesDifferInHowManyNameNoPay() {
        Predicate<MadeUpJob> silent = job -> job.salary().equals("面议");
        assertTrue(share("广州", silent) > share("深圳", silent));
        BY_CITY.keySet().forEach(city -> assertTrue(share(city, silent) > 0 && share(city, silent) < 0.02, city));
    }

    @Test
    void onlyTraineesArePaidByTheDay() {
        List<MadeUpJob> byTheDay = of("上海", job -> job.salary().endsWith("/天"));
        assertNotEquals(List.of(), byTheDay);
        byTheDay.forEach(
                job -> assertTrue(job.title().contains("实习") && job.workYear().equals("应届毕业生")));
    }

    private static void assertRising(
            String city, List<String> rungs, Function<MadeUpJob, String> text, double atLeast, double atMost) {
        for (int i = 1; i < rungs.size(); i++) {
            String lower = rungs.get(i - 1);
            String upper = rungs.get(i);
            double step = mean(of(city, job -> text.apply(job).equals(upper)))
                    / mean(of(city, job -> text.apply(job).equals(lower)));
            assertTrue(step > atLeast && step < atMost, city + ", " + lower + " to " + upper + ": " + step);
        }
    }

    /** The mean difference within a cell of experience and education, each weighing as many as both cities have in it. */
    private static double gapAmongLike(List<MadeUpJob> some, List<MadeUpJob> others) {
        Map<String, List<MadeUpJob>> left = cells(some);
        Map<String, List<MadeUpJob>> right = cells(others);
        Set<String> both = new HashSet<>(left.keySet());
        both.retainAll(right.keySet());
        double gap = 0;
        int weight = 0;
        for (String cell : both) {
            int here = left.get(cell).size() + right.get(cell).size();
            gap += here * (mean(left.get(cell)) - mean(right.get(cell)));
            weight += here;
        }
        return gap / weight;
    }

    private static Map<String, List<MadeUpJob>> cells(List<MadeUpJob> jobs) {
        return jobs.stream()
                .filter(job -> !Double.isNaN(pay(job)))
                .collect(Collectors.groupingBy(job -> job.workYear() + " " + job.education()));
    }

    /** The first distinct rows, as a crawl stores them. */
    private static List<MadeUpJob> first(int rows, long seed, String city, String keyword) {
        Postings postings = new Postings(seed, 592);
        Map<String, MadeUpJob> distinct = new LinkedHashMap<>();
        for (int page = 1; page <= postings.pages(); page++) {
            postings.page(new Search(city, keyword), page)
                    .forEach(job -> distinct.putIfAbsent(Titles.cleaned(job.title()) + "\t" + job.salary(), job));
        }
        return distinct.values().stream().limit(rows).toList();
    }

    private static List<MadeUpJob> of(String city, Predicate<MadeUpJob> wanted) {
        return BY_CITY.get(city).stream().filter(wanted).toList();
    }

    private static double share(String city, Predicate<MadeUpJob> wanted) {
        return of(city, wanted).size() / (double) BY_CITY.get(city).size();
    }

    private static double mean(Collection<MadeUpJob> jobs) {
        return jobs.stream()
                .mapToDouble(WhatMovesPayTest::pay)
                .filter(pay -> !Double.isNaN(pay))
                .average()
                .orElseThrow();
    }

    /** In CNY a month; NaN where it is no range of a month. */
    private static double pay(MadeUpJob job) {
        Matcher range = RANGE.matcher(job.salary());
        return range.matches()
                ? (Integer.parseInt(range.group(1)) + Integer.parseInt(range.group(2))) * 500.0
                : Double.NaN;
    }
}
