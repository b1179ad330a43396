package paymap.chart.pictures;

import java.awt.Color;
import java.util.Objects;
import paymap.chart.draw.Fonts;
import paymap.chart.draw.Mark;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Findings;
import paymap.chart.figures.Language;
import paymap.chart.figures.Noun;
import paymap.chart.figures.PayBand;
import paymap.chart.figures.PayUnit;
import paymap.chart.figures.Postings;
import paymap.chart.figures.Wording;
import paymap.figures.PayFigures;

/** What every picture needs: the data with their words, fonts, what it is laid out for, and where its marks lead. */
public record DrawingContext(Wording wording, Fonts fonts, Sheet sheet, Postings.Links links) {

    /** For pictures whose marks lead nowhere. */
    public DrawingContext(Wording wording, Fonts fonts, Sheet sheet) {
        this(wording, fonts, sheet, Postings.Links.NONE);
    }

    /** All that is drawn. */
    public ChartData data() {
        return wording.data();
    }

    /** The same of pay by the day; the data must have some. */
    public DrawingContext daily() {
        ChartData daily = Objects.requireNonNull(data().details().dayRates());
        return new DrawingContext(new Wording(daily, language(), wording.heading()), fonts, sheet, links);
    }

    /** A mark of all postings of a group. */
    Mark whole(String words, PayFigures figures) {
        return mark(words, Postings.all(figures.group(), unit()));
    }

    /** A mark that leads to the postings it stands for. */
    Mark mark(String words, Postings postings) {
        return new Mark(words, null, links.address(postings), Mark.Reach.STOP);
    }

    /** One of the many dots of a group that has a mark of its own, which is where the keyboard stops. */
    Mark dot(String words, PayFigures figures, double midpoint) {
        Postings there = Postings.at(figures.group(), unit(), midpoint);
        return new Mark(words, null, links.address(there), Mark.Reach.POINTED);
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
