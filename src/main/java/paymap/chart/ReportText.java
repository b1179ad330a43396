package paymap.chart;

import java.util.List;
import paymap.chart.figures.Wording;

/** The sentences of the report. */
final class ReportText {

    private ReportText() {}

    /** How the figures were made, a sentence or two each. */
    static List<String> method(Wording words) {
        return List.of(
                words.basis(),
                words.say(
                        "每个“城市＋职位＋薪资”组合只算一次。平均数和中位数总是一起给出，因为薪资分布是偏的；没有去掉任何极端值。",
                        "Each combination of city, title and pay counts once. Mean and median always stand together,"
                                + " because pay is skewed; nothing is trimmed."),
                words.say(
                        "P25、中位数、P75 按线性插值（R 类型 7，即 SQL 的 PERCENTILE_CONT）。",
                        "P25, median and P75 are interpolated (R type 7, SQL's PERCENTILE_CONT)."),
                words.say(
                        "分档含下限不含上限：20.0k 属于 20–25k。年薪除以 12；写明“13 薪”之类的不折算进月薪。",
                        "Bands hold their lower edge, not their upper: 20.0k is in 20–25k. Yearly pay is divided by 12;"
                                + " extra months (13薪) are not added to the monthly figure."),
                words.say(
                        "没有上限或下限、面议、按天或按小时计、无法读取的薪资不计入数字，个数见表中“未计入”一栏。",
                        "Pay with an open end, undisclosed, by the day or hour, or unreadable is in no figure; the table"
                                + " counts it."),
                words.say(
                        "少于 5 个职位的城市不画比例、盒和颜色；少于 20 个的注明样本很小，不写进结论。",
                        "Cities with fewer than 5 postings get no shares, boxes or colours; fewer than 20 are called a"
                                + " small sample and stand in no sentence."));
    }

    static String title(Wording words) {
        String heading = words.heading();
        return heading != null ? heading : subject(words);
    }

    /** What the page is about, with what was searched for. */
    static String subject(Wording words) {
        return words.titled(words.say("各城市招聘月薪", "Advertised pay by city"));
    }

    static String tableTitle(Wording words) {
        return words.say("各城市的数字（元/月）", "Figures by city (CNY a month)");
    }
}
