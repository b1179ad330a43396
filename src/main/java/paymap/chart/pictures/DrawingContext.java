package paymap.chart.pictures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.chart.draw.Fonts;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Findings;
import paymap.chart.figures.Language;
import paymap.chart.figures.Wording;
import paymap.job.PayFigures;

/** What every picture needs: the data with their words, fonts, and what it is laid out for. */
public record DrawingContext(Wording wording, Fonts fonts, Sheet sheet) {

    ChartData data() {
        return wording.data();
    }

    Findings findings() {
        return new Findings(wording);
    }

    /** The language of all words. */
    public Language language() {
        return wording.language();
    }

    @Nullable
    String heading() {
        return wording.heading();
    }

    String say(String chinese, String english) {
        return wording.say(chinese, english);
    }

    String titled(String title) {
        return wording.titled(title);
    }

    String name(PayFigures city) {
        return wording.name(city);
    }

    String sentence(PayFigures city, String words) {
        return wording.sentence(city, words);
    }

    String n(PayFigures city) {
        return wording.n(city);
    }

    String tooFew(PayFigures city) {
        return wording.tooFew(city);
    }

    List<String> caption() {
        return wording.caption();
    }
}
