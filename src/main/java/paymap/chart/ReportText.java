package paymap.chart;

import java.util.ArrayList;
import java.util.List;
import paymap.chart.figures.Noun;
import paymap.chart.figures.PayUnit;
import paymap.chart.figures.Wording;
import paymap.salary.Basis;

/** The sentences of the report. */
public final class ReportText {

    private ReportText() {}

    /** How the figures were made, a sentence or two each. */
    public static List<String> method(Wording words) {
        List<String> method = new ArrayList<>();
        method.add(words.basis());
        method.add(words.say(
                "每个“城市＋职位＋薪资”组合只算一次。平均数和中位数总是一起给出，因为薪资分布是偏的；没有去掉任何极端值。",
                "Each combination of city, title and pay counts once. Mean and median always stand together,"
                        + " because pay is skewed; nothing is trimmed."));
        if (words.noun() == Noun.KEYWORD) {
            method.add(words.say(
                    "几个关键词都搜到的职位，在每个关键词下各算一次。", "A posting that several searches found counts for each of them."));
        }
        method.add(words.say(
                "P25、中位数、P75 按线性插值（R 类型 7，即 SQL 的 PERCENTILE_CONT）。",
                "P25, median and P75 are interpolated (R type 7, SQL's PERCENTILE_CONT)."));
        if (words.unit() == PayUnit.MONTH) {
            method.add(bands(words) + months(words));
        }
        method.add(left(words));
        method.add(words.say(
                "少于 5 个职位的" + words.noun().zh() + "不画比例、盒和颜色；少于 20 个的注明样本很小，不写进结论。",
                words.noun().capital()
                        + " with fewer than 5 postings get no shares, boxes or colours; fewer than 20 are"
                        + " called a small sample and stand in no sentence."));
        return method;
    }

    private static String bands(Wording words) {
        return words.say(
                "分档含下限不含上限：20.0k 属于 20–25k。年薪除以 12；",
                "Bands hold their lower edge, not their upper: 20.0k is in 20–25k. Yearly pay is divided by 12; ");
    }

    private static String months(Wording words) {
        return words.data().source().question().basis() == Basis.PACKAGE
                ? words.say(
                        "月薪乘以发薪月数再除以 12（“14 薪”即乘 14），未写月数的按 12 个月计。",
                        "monthly pay is multiplied by the months paid (14薪: by 14) and divided by 12, and counts as it is where"
                                + " they are not stated.")
                : words.say("写明“13 薪”之类的不折算进月薪。", "extra months (13薪) are not added to the monthly figure.");
    }

    private static String left(Wording words) {
        return words.unit() == PayUnit.MONTH
                ? words.say(
                        "没有上限或下限、面议、按天或按小时计、无法读取的薪资不计入数字，个数见表中“未计入”一栏。",
                        "Pay with an open end, undisclosed, by the day or hour, or unreadable is in no figure; the table"
                                + " counts it.")
                : words.say(
                        "没有上限或下限、面议、按其他周期计、无法读取的薪资不计入数字，个数见表中“未计入”一栏。",
                        "Pay with an open end, undisclosed, for another interval, or unreadable is in no figure; the table"
                                + " counts it.");
    }

    static String title(Wording words) {
        String heading = words.heading();
        return heading != null ? heading : subject(words);
    }

    /** What the page is about, with what was searched for. */
    public static String subject(Wording words) {
        return words.titled(words.say(
                words.noun().every() + "招聘" + words.unit().called(),
                "Advertised pay " + words.noun().by()));
    }

    /** What stands above its table. */
    public static String tableTitle(Wording words) {
        String unit = words.unit().name(words.language());
        return words.say(
                words.noun().every() + "的数字（" + unit + "）",
                "Figures " + words.noun().by() + " (" + unit + ")");
    }
}
