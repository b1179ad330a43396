package paymap.chart.pictures;

import java.awt.Color;
import java.util.Objects;
import paymap.chart.draw.Fonts;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Findings;
import paymap.chart.figures.Language;
import paymap.chart.figures.Noun;
import paymap.chart.figures.PayBand;
import paymap.chart.figures.PayUnit;
import paymap.chart.figures.Wording;
import paymap.figures.PayFigures;

/** What every picture needs: the data with their words, fonts, and what it is laid out for. */
public record DrawingContext(Wording wording, Fonts fonts, Sheet sheet) {

    /** All that is drawn. */
    public ChartData data() {
        return wording.data();
    }

    /** The same of pay by the day; the data must have some. */
    public DrawingContext daily() {
        ChartData daily = Objects.requireNonNull(data().details().dayRates());
        return new DrawingContext(new Wording(daily, language(), wording.heading()), fonts, sheet);
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

    PayUnit unit() {
        return wording.unit();
    }

    Noun noun() {
        return wording.noun();
    }

    /** Pay as people read it. */
    String k(double pay) {
        return unit().k(pay);
    }

    /** Pay at an axis. */
    String tick(double pay) {
        return unit().tick(pay);
    }

    /** What a band is called. */
    String name(PayBand band) {
        return unit().name(band, language());
    }

    /** The colour of the band that pay falls in. */
    Color colour(double pay) {
        return BandColours.of(unit().band(pay));
    }

    String name(PayFigures city) {
        return wording.name(city);
    }

    String sentence(PayFigures city, String words) {
        return wording.sentence(city, words);
    }
}
