package paymap.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;

/** How each city's postings split into the six levels: bars of 100 %. */
final class BandsPicture implements Picture {

    private static final double BAR_FROM = 0.14;
    private static final double BAR_TO = 0.86;
    private static final double STEP = 0.1;

    private final Studio studio;
    private final List<CityFigures> cities;
    private final Rows rows;

    BandsPicture(Studio studio) {
        this.studio = studio;
        cities = studio.data().cities();
        rows = new Rows(
                studio,
                Rows.height(cities.size(), 58, 42, 28),
                List.of(new Rows.Column("n", city -> studio.n(city).substring("n = ".length()))));
    }

    @Override
    public Sheet sheet() {
        return new Sheet(
                studio,
                new Sheet.Words(
                        studio.say("各城市职位按薪资档的比例", "How each city's postings split into pay bands"),
                        studio.say(
                                "同一颜色在各城市表示同一档，越深越高；城市按平均月薪从高到低排列。",
                                "One colour, one band in every city; the darker, the higher. Cities by mean, highest"
                                        + " first."),
                        List.of()),
                true,
                rows.bodyHeight(),
                this::paint);
    }

    @Override
    public String description() {
        return cities.stream().map(this::inWords).collect(Collectors.joining(" "));
    }

    private String inWords(CityFigures city) {
        if (!city.isEnough()) {
            return studio.name(city) + studio.say("：", ": ") + studio.n(city) + studio.say("。", ".");
        }
        long[] counts = Bins.levels(city.midpoints());
        List<String> shares = new ArrayList<>();
        for (Level level : Level.values()) {
            shares.add(
                    level.name(studio.language()) + " " + Figure.percent(counts[level.ordinal()] / (double) city.n()));
        }
        return studio.name(city)
                + studio.say("：", ": ")
                + String.join(studio.say("，", ", "), shares)
                + studio.say("。", ".");
    }

    private void paint(Pen pen, double top) {
        Scale x = new Scale(0, 1, rows.plotLeft(), rows.plotRight() - 14);
        rows.grid(pen, top, x, STEP, Figure::percent);
        bars(pen, top, (int) x.to());
        for (int row = 0; row < cities.size(); row++) {
            words(pen, x, rows.rowTop(top, row), cities.get(row));
        }
        rows.words(pen, top);
    }

    private void bars(Pen pen, double top, int right) {
        XYChart chart = Plots.field(0, 1, 0, cities.size());
        for (int row = 0; row < cities.size(); row++) {
            if (cities.get(row).isEnough()) {
                bar(chart, cities.get(row), cities.size() - row);
            }
        }
        if (!chart.getSeriesCollection().isEmpty()) {
            pen.chart(chart::paint, rows.plotLeft(), rows.plotTop(top), right - rows.plotLeft(), rows.plotHeight());
        }
    }

    private static void bar(XYChart chart, CityFigures city, double up) {
        long[] counts = Bins.levels(city.midpoints());
        long before = 0;
        for (Level level : Level.values()) {
            long count = counts[level.ordinal()];
            if (count > 0) {
                double from = before / (double) city.n();
                double to = (before + count) / (double) city.n();
                Plots.area(chart, from, to, up - BAR_TO, up - BAR_FROM, level.colour());
            }
            before += count;
        }
    }

    private void words(Pen pen, Scale x, double rowTop, CityFigures city) {
        double middle = rowTop + rows.rowHeight() / 2;
        if (!city.isEnough()) {
            String words = city.n() == 0 ? studio.tooFew(city) : studio.say("样本太少，不算比例", "too few for shares");
            pen.plate(words, x.from() + 8, middle + 4.5, Type.SMALL, Palette.MUTED, Pen.Align.LEFT);
            return;
        }
        long[] counts = Bins.levels(city.midpoints());
        long before = 0;
        for (Level level : Level.values()) {
            double share = counts[level.ordinal()] / (double) city.n();
            double from = x.at(before / (double) city.n());
            before += counts[level.ordinal()];
            double to = x.at(before / (double) city.n());
            if (share > 0) {
                double height = rows.rowHeight() * (BAR_TO - BAR_FROM);
                pen.outline(
                        new Rectangle2D.Double(from, rowTop + rows.rowHeight() * BAR_FROM, to - from, height),
                        Palette.OUTLINE,
                        1);
            }
            Type type = rows.rowHeight() < 34 ? Type.SMALL : Type.LABEL;
            String text = Figure.percent(share);
            if (pen.width(text, type) + 8 <= to - from) {
                pen.centre(text, (from + to) / 2, middle + 5, type, level.label());
            }
        }
    }
}
