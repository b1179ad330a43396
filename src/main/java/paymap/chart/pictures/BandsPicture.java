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
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.PayBand;
import paymap.chart.figures.Scale;
import paymap.job.PayFigures;

/** How each city's postings split into the six bands: bars of 100 %. */
public final class BandsPicture extends RowPicture {

    private static final double BAR_FROM = 0.14;
    private static final double BAR_TO = 0.86;
    private static final double STEP = 0.1;

    /** Lays out what the data have. */
    public BandsPicture(DrawingContext context) {
        super(context, Rows.height(context.data().cities().size(), 58, 42, 28), List.of(Rows.Column.n(context)));
    }

    @Override
    PictureLayout.Words words() {
        return new PictureLayout.Words(
                context.say("各城市职位按薪资档的比例", "How each city's postings split into pay bands"),
                context.say(
                        "同一颜色在各城市表示同一档，越深越高；城市按平均月薪从高到低排列。",
                        "One colour, one band in every city; the darker, the higher. Cities by mean, highest first."),
                List.of());
    }

    @Override
    String inWords(PayFigures city) {
        return inWords(context, city);
    }

    static String inWords(DrawingContext context, PayFigures city) {
        if (!city.isEnough()) {
            return context.sentence(city, context.n(city));
        }
        long[] counts = Bins.bands(city.midpoints());
        List<String> shares = new ArrayList<>();
        for (PayBand band : PayBand.values()) {
            double share = counts[band.ordinal()] / (double) city.n();
            shares.add(band.name(context.language()) + " " + NumberFormats.percent(share));
        }
        return context.sentence(city, String.join(context.say("，", ", "), shares));
    }

    /** What stands where a bar would; the same in every picture of shares. */
    static String noShares(DrawingContext context, PayFigures city) {
        return city.n() == 0 ? context.tooFew(city) : context.say("样本太少，不算比例", "too few for shares");
    }

    private Scale scale() {
        return new Scale(0, 1, rows.plotLeft(), rows.plotRight() - 14);
    }

    @Override
    void paintField(Painter painter, double top) {
        rows.grid(painter, top, scale(), STEP, NumberFormats::percent);
        paintBars(painter, top, scale(), BandsPicture::bar);
    }

    private static void bar(XYChart chart, PayFigures city, double up) {
        long[] counts = Bins.bands(city.midpoints());
        long before = 0;
        for (PayBand band : PayBand.values()) {
            long count = counts[band.ordinal()];
            if (count > 0) {
                double from = before / (double) city.n();
                double to = (before + count) / (double) city.n();
                Plots.area(chart, from, to, up - BAR_TO, up - BAR_FROM, BandColours.of(band));
            }
            before += count;
        }
    }

    @Override
    void paintRow(Painter painter, double rowTop, PayFigures city) {
        Scale x = scale();
        double middle = rowTop + rows.rowHeight() / 2;
        if (!city.isEnough()) {
            String words = noShares(context, city);
            painter.labelOnPaper(words, x.from() + 8, middle + 4.5, TextStyle.SMALL, Palette.MUTED, Painter.Align.LEFT);
            return;
        }
        long[] counts = Bins.bands(city.midpoints());
        long before = 0;
        for (PayBand band : PayBand.values()) {
            double share = counts[band.ordinal()] / (double) city.n();
            double from = x.at(before / (double) city.n());
            before += counts[band.ordinal()];
            double to = x.at(before / (double) city.n());
            if (share > 0) {
                double height = rows.rowHeight() * (BAR_TO - BAR_FROM);
                painter.outline(
                        new Rectangle2D.Double(from, rowTop + rows.rowHeight() * BAR_FROM, to - from, height),
                        Palette.OUTLINE,
                        1);
            }
            TextStyle style = rows.rowHeight() < 34 ? TextStyle.SMALL : TextStyle.LABEL;
            String text = NumberFormats.percent(share);
            if (painter.width(text, style) + 8 <= to - from) {
                painter.centre(text, (from + to) / 2, middle + 5, style, BandColours.label(band));
            }
        }
    }
}
