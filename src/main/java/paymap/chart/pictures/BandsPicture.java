package paymap.chart.pictures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.Plots;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.Bins;
import paymap.chart.figures.Noun;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.PayBand;
import paymap.chart.figures.Postings;
import paymap.chart.figures.Scale;
import paymap.figures.PayFigures;

/** How each city's postings split into the six bands: bars of 100 %. */
public final class BandsPicture extends RowPicture {

    private static final double BAR_FROM = 0.14;
    private static final double BAR_TO = 0.86;

    /** Lays out what the data have. */
    public BandsPicture(DrawingContext context) {
        super(context, Rows.height(context.data().shown().size(), 58, 42, 28), List.of(Rows.Column.n(context)));
    }

    @Override
    PictureLayout.Words words() {
        return words(
                context.say(
                        context.noun().every() + "职位按薪资档的比例",
                        context.noun() == Noun.CITY
                                ? "How each city's postings split into pay bands"
                                : "How postings split into pay bands, "
                                        + context.noun().by()),
                context.findings().high(),
                context.say(
                        "同一颜色在" + context.noun().every() + "表示同一档；" + order(),
                        "One colour, one band in every " + context.noun().one() + ". " + order()));
    }

    @Override
    String inWords(PayFigures city) {
        return inWords(context, city);
    }

    static String inWords(DrawingContext context, PayFigures city) {
        if (!city.isEnough()) {
            return context.sentence(city, context.wording().n(city));
        }
        long[] counts = Bins.bands(city.midpoints(), context.unit());
        List<String> shares = new ArrayList<>();
        for (PayBand band : PayBand.values()) {
            double share = counts[band.ordinal()] / (double) city.n();
            shares.add(context.name(band) + " " + NumberFormats.percent(share));
        }
        return context.sentence(city, String.join(context.say("，", ", "), shares));
    }

    /** What stands where a bar would; the same in every picture of shares. */
    static String noShares(DrawingContext context, PayFigures city) {
        return city.n() == 0 ? context.wording().tooFew(city) : context.say("样本太少，不算比例", "too few for shares");
    }

    private Scale scale() {
        return new Scale(0, 1, rows.plotLeft(), rows.plotRight() - 14);
    }

    @Override
    void paintField(Painter painter, double top) {
        rows.grid(painter, top, scale(), context.sheet().isPhone() ? 0.2 : 0.1, NumberFormats::percent);
        paintBars(painter, top, scale(), this::bar);
    }

    /** Takes each band that has postings, with the shares where it begins and ends. */
    private interface Part {
        void take(PayBand band, double from, double to);
    }

    private void parts(PayFigures city, Part part) {
        long[] counts = Bins.bands(city.midpoints(), context.unit());
        long before = 0;
        for (PayBand band : PayBand.values()) {
            long count = counts[band.ordinal()];
            if (count > 0) {
                part.take(band, before / (double) city.n(), (before + count) / (double) city.n());
            }
            before += count;
        }
    }

    private void bar(XYChart chart, PayFigures city, Scale y) {
        parts(
                city,
                (band, from, to) -> Plots.area(chart, from, to, y.at(BAR_TO), y.at(BAR_FROM), BandColours.of(band)));
    }

    @Override
    void paintRow(Painter painter, double rowTop, PayFigures city) {
        double middle = rowTop + rows.plotHeight() / 2;
        if (!city.isEnough()) {
            String words = noShares(context, city);
            painter.labelOnPaper(
                    words, scale().from() + 8, middle + 4.5, TextStyle.SMALL, Palette.MUTED, Painter.Align.LEFT);
            return;
        }
        long[] counts = Bins.bands(city.midpoints(), context.unit());
        parts(
                city,
                (band, from, to) -> painter.pointed(
                        context.mark(
                                context.wording().share(city, context.name(band), counts[band.ordinal()]),
                                Postings.in(city.group(), context.unit(), band)),
                        () -> part(painter, rowTop, band, from, to)));
    }

    private void part(Painter painter, double rowTop, PayBand band, double from, double to) {
        double left = scale().at(from);
        double width = scale().at(to) - left;
        double height = rows.plotHeight() * (BAR_TO - BAR_FROM);
        double top = rowTop + rows.plotHeight() * BAR_FROM;
        painter.outline(new Rectangle2D.Double(left, top, width, height), Palette.OUTLINE, 1);
        TextStyle style = rows.isClose() ? TextStyle.SMALL : TextStyle.LABEL;
        String text = NumberFormats.percent(to - from);
        if (painter.width(text, style) + 8 <= width) {
            painter.centre(text, left + width / 2, rowTop + rows.plotHeight() / 2 + 5, style, BandColours.label(band));
        }
    }
}
