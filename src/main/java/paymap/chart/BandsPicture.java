package paymap.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import paymap.job.PayFigures;

/** How each city's postings split into the six bands: bars of 100 %. */
final class BandsPicture extends Picture {

    private static final double BAR_FROM = 0.14;
    private static final double BAR_TO = 0.86;
    private static final double STEP = 0.1;

    private final DrawingContext context;
    private final List<PayFigures> cities;
    private final Rows rows;

    BandsPicture(DrawingContext context) {
        this.context = context;
        cities = context.data().cities();
        rows = new Rows(
                context,
                Rows.height(cities.size(), 58, 42, 28),
                List.of(new Rows.Column("n", city -> context.n(city).substring("n = ".length()))));
    }

    @Override
    PictureLayout layout() {
        return new PictureLayout(
                context,
                new PictureLayout.Words(
                        context.say("各城市职位按薪资档的比例", "How each city's postings split into pay bands"),
                        context.say(
                                "同一颜色在各城市表示同一档，越深越高；城市按平均月薪从高到低排列。",
                                "One colour, one band in every city; the darker, the higher. Cities by mean, highest"
                                        + " first."),
                        List.of()),
                true,
                rows.bodyHeight(),
                this::paint);
    }

    @Override
    String description() {
        return cities.stream().map(this::inWords).collect(Collectors.joining(" "));
    }

    private String inWords(PayFigures city) {
        if (!city.isEnough()) {
            return context.name(city) + context.say("：", ": ") + context.n(city) + context.say("。", ".");
        }
        long[] counts = Bins.bands(city.midpoints());
        List<String> shares = new ArrayList<>();
        for (PayBand band : PayBand.values()) {
            shares.add(band.name(context.language()) + " "
                    + NumberFormats.percent(counts[band.ordinal()] / (double) city.n()));
        }
        return context.name(city)
                + context.say("：", ": ")
                + String.join(context.say("，", ", "), shares)
                + context.say("。", ".");
    }

    private void paint(Painter painter, double top) {
        Scale x = new Scale(0, 1, rows.plotLeft(), rows.plotRight() - 14);
        rows.grid(painter, top, x, STEP, NumberFormats::percent);
        bars(painter, top, (int) x.to());
        for (int row = 0; row < cities.size(); row++) {
            words(painter, x, rows.rowTop(top, row), cities.get(row));
        }
        rows.words(painter, top);
    }

    private void bars(Painter painter, double top, int right) {
        XYChart chart = Plots.field(0, 1, 0, cities.size());
        for (int row = 0; row < cities.size(); row++) {
            if (cities.get(row).isEnough()) {
                bar(chart, cities.get(row), cities.size() - row);
            }
        }
        if (!chart.getSeriesCollection().isEmpty()) {
            painter.chart(chart::paint, rows.plotLeft(), rows.plotTop(top), right - rows.plotLeft(), rows.plotHeight());
        }
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

    private void words(Painter painter, Scale x, double rowTop, PayFigures city) {
        double middle = rowTop + rows.rowHeight() / 2;
        if (!city.isEnough()) {
            String words = city.n() == 0 ? context.tooFew(city) : context.say("样本太少，不算比例", "too few for shares");
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
