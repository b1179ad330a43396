package paymap.chart.pictures;

import paymap.chart.draw.Fonts;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Findings;
import paymap.chart.figures.Language;
import paymap.chart.figures.Wording;
import paymap.figures.PayFigures;

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

    String say(String chinese, String english) {
        return wording.say(chinese, english);
    }

    String name(PayFigures city) {
        return wording.name(city);
    }

    String sentence(PayFigures city, String words) {
        return wording.sentence(city, words);
    }
}
