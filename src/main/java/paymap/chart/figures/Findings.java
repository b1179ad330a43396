package paymap.chart.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import paymap.figures.PayFigures;

/**
 * What the figures say: one sentence for the report and one for each picture. Only cities with at least
 * {@link PayFigures#PLENTY} postings are compared; where none has, that is what the sentence says.
 *
 * @param words of which data and in which language
 */
public record Findings(Wording words) {

    /** Pay that a reader asks about, CNY a month; other units have their own. */
    private static final int[] PAYS = {10_000, 15_000, 20_000, 25_000, 30_000, 40_000};

    private static final int HIGH = 30_000;

    /** Which city pays most and which least; the first sentence of the report. */
    public String headline() {
        List<PayFigures> cities = words.data().solid();
        if (cities.isEmpty()) {
            return small();
        }
        PayFigures first = cities.get(0);
        if (cities.size() == 1) {
            return only(first);
        }
        PayFigures last = cities.get(cities.size() - 1);
        String high = averages(" " + words.unit().each(), first);
        return words.say(
                words.name(first) + "的平均" + pay() + "最高，" + averages("", first) + "；" + words.name(last) + "最低，"
                        + averages("", last) + "。",
                words.noun() == Noun.CITY
                        ? words.name(first) + " offers the highest average pay, " + high + "; " + words.name(last)
                                + " the lowest, " + averages("", last) + "."
                        : "Average pay is highest " + in(first) + ", " + high + ", and lowest " + in(last) + ", "
                                + averages("", last) + ".");
    }

    /** {@code in Beijing}, {@code for 3-5 years}. */
    private String in(PayFigures city) {
        return words.noun().in() + " " + words.name(city);
    }

    private String in() {
        return words.noun().in() + " ";
    }

    /** {@code 月薪}. */
    private String pay() {
        return words.unit().called();
    }

    /** {@code 25.6k a month (median 25.0k, n = 98)}. */
    private String averages(String unit, PayFigures city) {
        return k(city.mean())
                + unit
                + words.say("（中位数 ", " (median ")
                + k(city.median())
                + words.say("，n = ", ", n = ")
                + NumberFormats.count(city.n())
                + words.say("）", ")");
    }

    private String only(PayFigures city) {
        return words.say(
                words.name(city) + "的平均" + pay() + "为 " + averages("", city) + "；中间一半职位在 " + middleHalf(city) + " 之间。",
                "Jobs " + in(city) + " offer " + averages(" " + words.unit().each() + " on average", city)
                        + "; the middle half lies between " + middleHalf(city) + ".");
    }

    private String middleHalf(PayFigures city) {
        return k(city.quantile(0.25)) + words.say(" 到 ", " and ") + k(city.quantile(0.75));
    }

    private String small() {
        return words.say(
                words.noun().every() + "都不到 " + PayFigures.PLENTY + " 个职位，样本太小，不能下结论。",
                "No " + words.noun().one() + " has " + PayFigures.PLENTY
                        + " postings: too small a sample to conclude anything.");
    }

    /** The bin that most postings of the best and of the worst paid city are in. */
    public String commonest() {
        return ends(
                words.data().solid(),
                words.say("最常见的薪资：", "Commonest pay: "),
                new String[] {
                    words.say("平均最高的", in() + "the best paid " + words.noun().one() + ", "),
                    words.say("平均最低的", in() + "the lowest, ")
                },
                PayFigures::mean,
                city -> {
                    long[] counts = Bins.counts(city.midpoints(), words.unit());
                    int fullest = fullest(counts);
                    String share = NumberFormats.percent(counts[fullest] / (double) city.n());
                    return Bins.name(fullest, words.unit())
                            + words.say("（占 " + share + "）", " (" + share + " of postings)");
                });
    }

    /** How much more the first pays than the last. */
    public String gap() {
        List<PayFigures> cities = words.data().solid();
        if (cities.size() < 2) {
            return cities.isEmpty() ? small() : meanAndMedian(cities.get(0));
        }
        PayFigures first = cities.get(0);
        PayFigures last = cities.get(cities.size() - 1);
        String more = NumberFormats.percent(first.mean() / last.mean() - 1);
        return words.say(
                words.name(first) + "的平均数比" + words.name(last) + "高 " + more + "：" + k(first.mean()) + " 对 "
                        + k(last.mean()) + "。",
                "The mean of " + words.name(first) + " is " + more + " above that of " + words.name(last) + ": "
                        + k(first.mean()) + " against " + k(last.mean()) + ".");
    }

    private String meanAndMedian(PayFigures city) {
        double gap = city.mean() - city.median();
        String side = Math.abs(gap) < words.unit().of(50)
                ? words.say("与中位数相等", "is the median")
                : words.say(
                        "比中位数" + (gap > 0 ? "高 " : "低 ") + k(Math.abs(gap)),
                        "lies " + k(Math.abs(gap)) + (gap > 0 ? " above" : " below") + " the median");
        return words.say(
                words.name(city) + "的平均数 " + k(city.mean()) + " " + side + "。",
                "The mean of " + words.name(city) + ", " + k(city.mean()) + ", " + side + ".");
    }

    /** The largest and the smallest share of postings at 30k or more. */
    public String high() {
        String high = words.unit().tick(words.unit().of(HIGH));
        return ends(
                words.data().solid(),
                words.say(pay() + " " + high + " 及以上的职位：", "Postings at " + high + " or more: "),
                new String[] {words.say("最多的", "most " + in()), words.say("最少的", "fewest " + in())},
                city -> atLeast(city, words.unit().of(HIGH)),
                city -> NumberFormats.percent(atLeast(city, words.unit().of(HIGH))));
    }

    /** Where pay spreads most, and where least. */
    public String spread() {
        return ends(
                words.data().solid(),
                words.say("中间一半职位的跨度：", "Span of the middle half of postings: "),
                new String[] {words.say("最大的", "most " + in()), words.say("最小的", "least " + in())},
                city -> city.quantile(0.75) - city.quantile(0.25),
                city -> k(city.quantile(0.75) - city.quantile(0.25)) + words.say("（", " (") + k(city.quantile(0.25))
                        + "–" + k(city.quantile(0.75)) + words.say("）", ")"));
    }

    /** The band that holds the largest share of any city. */
    public String fullestBand() {
        PayFigures city = words.data().solid().stream()
                .max(Comparator.comparingDouble(this::fullestShare))
                .orElse(null);
        if (city == null) {
            return small();
        }
        String name = words.unit()
                .name(PayBand.values()[fullest(Bins.bands(city.midpoints(), words.unit()))], words.language());
        String share = NumberFormats.percent(fullestShare(city));
        return words.say(
                "最集中的一格：" + words.name(city) + "有 " + share + " 的职位在 " + name + "。",
                "The fullest cell: " + share + " of the postings " + in(city) + " pay " + name + ".");
    }

    private double fullestShare(PayFigures city) {
        long[] counts = Bins.bands(city.midpoints(), words.unit());
        return counts[fullest(counts)] / (double) city.n();
    }

    /** Where most are; of equal ones the lowest pay. */
    private static int fullest(long[] counts) {
        int fullest = 0;
        for (int i = 1; i < counts.length; i++) {
            fullest = counts[i] > counts[fullest] ? i : fullest;
        }
        return fullest;
    }

    /** At which pay some of the cities differ most, and how. */
    public String widestGap(List<PayFigures> some) {
        List<PayFigures> cities = solid(some);
        double[] pays = Arrays.stream(PAYS).mapToDouble(words.unit()::of).toArray();
        double widest = pays[0];
        double most = -1;
        for (double pay : pays) {
            double[] shares = cities.stream()
                    .mapToDouble(city -> atLeast(city, pay))
                    .sorted()
                    .toArray();
            double gap = shares.length == 0 ? 0 : shares[shares.length - 1] - shares[0];
            if (gap > most) {
                most = gap;
                widest = pay;
            }
        }
        double pay = cities.size() == 1 ? nearest(pays, cities.get(0).median()) : widest;
        String k = words.unit().tick(pay);
        return ends(
                cities,
                cities.size() == 1
                        ? words.say(pay() + " " + k + " 及以上的比例：", "Share at " + k + " or more: ")
                        : words.say(
                                "差别最大处，" + k + " 及以上的比例：",
                                words.noun().capital() + " differ most at " + k + " or more: "),
                new String[] {words.say("最高的", "highest " + in()), words.say("最低的", "lowest " + in())},
                city -> atLeast(city, pay),
                city -> NumberFormats.percent(atLeast(city, pay)));
    }

    private static List<PayFigures> solid(List<PayFigures> cities) {
        return cities.stream().filter(city -> !city.isSmall()).toList();
    }

    private static double nearest(double[] pays, double pay) {
        return Arrays.stream(pays)
                .boxed()
                .min(Comparator.comparingDouble(one -> Math.abs(one - pay)))
                .orElse(pays[0]);
    }

    private static double atLeast(PayFigures city, double pay) {
        return Bins.atLeast(city.midpoints().counts(), pay) / (double) city.n();
    }

    /** Which mean moved most from the first run to the last, and its median beside it. */
    public String moved() {
        PayFigures most = words.data().shown().stream()
                .filter(city -> solidRuns(city).size() > 1)
                .max(Comparator.comparingDouble(city -> Math.abs(moved(solidRuns(city)))))
                .orElse(null);
        if (most == null) {
            return small();
        }
        List<PayFigures> runs = solidRuns(most);
        String mean = change(runs, PayFigures::mean);
        String median = change(runs, PayFigures::median);
        return words.say(
                words.name(most) + "变化最大：平均数 " + mean + "，中位数 " + median + "。",
                words.name(most) + " moved most: mean " + mean + ", median " + median + ".");
    }

    private List<PayFigures> solidRuns(PayFigures city) {
        return words.data().trend().cities().getOrDefault(city.group(), Map.of()).values().stream()
                .filter(run -> !run.isSmall())
                .toList();
    }

    private static double moved(List<PayFigures> runs) {
        return runs.get(runs.size() - 1).mean() - runs.get(0).mean();
    }

    /** {@code 24.0k → 25.2k (+1.2k)}. */
    private String change(List<PayFigures> runs, ToDoubleFunction<PayFigures> figure) {
        return words.unit().change(figure.applyAsDouble(runs.get(0)), figure.applyAsDouble(runs.get(runs.size() - 1)));
    }

    /** What is true of the city where a measure is highest, and of the one where it is lowest. */
    private String ends(
            List<PayFigures> cities,
            String start,
            String[] which,
            ToDoubleFunction<PayFigures> measure,
            Function<PayFigures, String> tell) {
        if (cities.isEmpty()) {
            return small();
        }
        if (cities.size() == 1) {
            return start + one(cities.get(0), tell) + words.say("。", ".");
        }
        Comparator<PayFigures> order = Comparator.comparingDouble(measure);
        PayFigures highest = cities.stream().max(order).orElseThrow();
        // Of equal ones the last, so that two cities are named.
        PayFigures lowest = cities.stream()
                .reduce((a, b) -> order.compare(b, a) <= 0 ? b : a)
                .orElseThrow();
        return start
                + which[0]
                + one(highest, tell)
                + words.say("；", "; ")
                + which[1]
                + one(lowest, tell)
                + words.say("。", ".");
    }

    private String one(PayFigures city, Function<PayFigures, String> tell) {
        return words.name(city) + words.say(" ", ", ") + tell.apply(city);
    }

    private String k(double cny) {
        return words.unit().k(cny);
    }
}
