package paymap.chart.echarts;

import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.PayUnit;
import paymap.chart.figures.Wording;
import paymap.figures.PayFigures;

/**
 * What an option says about its data, as the picture does.
 *
 * @param title what is shown
 * @param finding what it shows, one sentence
 * @param description the same in words and numbers, for those who cannot see it
 */
public record Frame(Wording words, String title, String finding, String description) {

    ChartData data() {
        return words.data();
    }

    String say(String chinese, String english) {
        return words.say(chinese, english);
    }

    PayUnit unit() {
        return words.unit();
    }

    Language language() {
        return words.language();
    }

    /** The same of pay by the day. */
    Frame daily() {
        ChartData daily = data().details().dayRates();
        return daily == null
                ? this
                : new Frame(new Wording(daily, language(), words.heading()), title, finding, description);
    }

    /** What axes and labels call the group; beside it how many postings it has. */
    String named(PayFigures group) {
        return words.name(group) + " (n = " + NumberFormats.count(group.n()) + ")";
    }

    /** Pay as values are given: in thousands of CNY where people write k. */
    double pay(double cny) {
        return rounded(unit().inThousands() ? cny / 1000 : cny);
    }

    /** A share of 0 to 1 in percent. */
    static double percent(double share) {
        return rounded(share * 100);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** What stands behind a value of pay. */
    String k() {
        return unit().inThousands() ? "k" : "";
    }
}
