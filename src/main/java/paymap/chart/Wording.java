package paymap.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.salary.SalaryStatistics;

/**
 * What is said about the data in one language.
 *
 * @param heading the user's own words above the title; null = none
 */
record Wording(ChartData data, Language language, @Nullable String heading) {

    private static final char NO_BREAK = 0xa0;

    String say(String chinese, String english) {
        return language.say(chinese, english);
    }

    String name(CityFigures city) {
        return city.name(language);
    }

    /** {@code n = 100}, with a word of warning where that is few. */
    String n(CityFigures city) {
        return "n = " + Figure.count(city.n()) + (isSmall(city) ? say("，样本很小", ", small sample") : "");
    }

    static boolean isSmall(CityFigures city) {
        return city.n() < CityFigures.PLENTY;
    }

    String tooFew(CityFigures city) {
        return city.n() == 0
                ? say("没有可画的薪资", "no pay that can be drawn")
                : say("样本太少，只画出每个职位", "too few to sum up: each posting is a dot");
    }

    /** Where the rows are from, when, how many, and what the pay means. */
    List<String> caption() {
        return List.of(source() + counts(), basis());
    }

    /** Whole sentences on where the rows are from. */
    String source() {
        ChartData.Source source = data.source();
        StringBuilder text = new StringBuilder(say("来源：", "Source: ") + source.name());
        if (source.isMadeUp()) {
            text.append(say("（虚构数据）", " (made-up data)"));
        }
        if (source.keyword() != null) {
            text.append(say("；关键词：", "; keyword: ")).append(source.keyword());
        }
        if (!source.days().isEmpty()) {
            text.append(say("；采集日期（UTC）：", "; collected (UTC): ")).append(source.days());
        }
        return text + say("。", ". ");
    }

    private String counts() {
        long left = data.total() - data.n();
        String all = say(
                "按“城市＋职位＋薪资”去重后共 " + Figure.count(data.total()) + " 个职位",
                Figure.count(data.total()) + " postings, distinct by city, title and pay");
        if (left == 0) {
            return all + say("，全部画出。", ", all drawn.");
        }
        return all
                + say(
                        "，其中 " + Figure.count(left) + " 个未画出：" + reasons() + "。",
                        ", of which " + Figure.count(left) + " not drawn: " + reasons() + ".");
    }

    String basis() {
        return say(
                "薪资为招聘广告所写范围的中点，人民币，税前月薪，按一年 12 个月计；是广告所写，不是实发。k = 1000 元。",
                "Pay: midpoint of the advertised range, CNY a month before tax, on a 12-month basis; advertised, not paid."
                        + " k = 1,000.");
    }

    private String reasons() {
        long[] sums = new long[4];
        for (CityFigures city : data.cities()) {
            SalaryStatistics figures = city.statistics();
            sums[0] += figures.openEnded();
            sums[1] += figures.undisclosed();
            sums[2] += figures.dayOrHourRate();
            sums[3] += figures.unreadable();
        }
        return reasons(sums);
    }

    /** Why postings of one city are not drawn; empty when all are. */
    String reasons(SalaryStatistics figures) {
        return reasons(figures.openEnded(), figures.undisclosed(), figures.dayOrHourRate(), figures.unreadable());
    }

    private String reasons(long... sums) {
        List<String> names = List.of(
                say("只有上限或下限", "open-ended"),
                say("面议或未写", "undisclosed"),
                say("按天或按小时", "by the day or hour"),
                say("无法读取", "unreadable"));
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 0) {
                // A no-break space keeps a count and its reason on one line.
                String count = Figure.count(sums[i]);
                reasons.add(say(names.get(i) + NO_BREAK + count, count + NO_BREAK + names.get(i)));
            }
        }
        return String.join(say("，", ", "), reasons);
    }
}
