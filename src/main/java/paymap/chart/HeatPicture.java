package paymap.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.HeatMapChart;

/** City by pay band, for many cities: blue for the share, the colours of pay only in the strip on top. */
final class HeatPicture implements Picture {

    /** With fewer cities the other pictures say the same better. */
    static final int ENOUGH_CITIES = 5;

    private static final double STRIP = 36;
    private static final double GAP = 3;

    private final Studio studio;
    private final List<CityFigures> cities;
    private final Rows rows;
    private final double[][] shares;
    private final double highest;

    HeatPicture(Studio studio) {
        this.studio = studio;
        cities = studio.data().cities();
        rows = new Rows(
                studio,
                Rows.height(cities.size(), 50, 38, 27),
                List.of(
                        new Rows.Column(studio.say("平均", "mean"), c -> c.isEnough() ? Figure.k(c.mean()) : "–"),
                        new Rows.Column("n", c -> studio.n(c).substring("n = ".length()))));
        shares = cities.stream().map(HeatPicture::shares).toArray(double[][]::new);
        highest = Math.max(
                0.01,
                cities.stream()
                        .filter(CityFigures::isEnough)
                        .flatMapToDouble(city -> Arrays.stream(shares(city)))
                        .max()
                        .orElse(1));
    }

    /** NaN where a city is too small for shares. */
    private static double[] shares(CityFigures city) {
        return Arrays.stream(Bins.levels(city.midpoints()))
                .mapToDouble(count -> city.isEnough() ? count / (double) city.n() : Double.NaN)
                .toArray();
    }

    @Override
    public Sheet sheet() {
        return new Sheet(
                studio,
                new Sheet.Words(
                        studio.say("城市与薪资档", "City by pay band"),
                        studio.say(
                                "数字和蓝色深浅：该城市职位所占比例。上方色条：薪资档。城市按平均月薪从高到低排列。",
                                "Number and blue: share of that city's postings. Strip on top: the pay band. Cities by"
                                        + " mean, highest first."),
                        List.of()),
                false,
                STRIP + rows.bodyHeight() - 20,
                this::paint);
    }

    @Override
    public String description() {
        return new BandsPicture(studio).description();
    }

    private void paint(Pen pen, double sheetTop) {
        double top = sheetTop + STRIP;
        double column = (rows.plotRight() - rows.plotLeft()) / (double) Level.values().length;
        for (Level level : Level.values()) {
            double x = rows.plotLeft() + level.ordinal() * column;
            pen.centre(level.name(studio.language()), x + column / 2, top + 4, Type.SMALL, Palette.INK);
            pen.bar(x + GAP / 2, top + 10, column - GAP, 9, level.colour());
        }
        cells(pen, top);
        for (int row = 0; row < cities.size(); row++) {
            row(pen, rows.rowTop(top, row), column, row);
        }
        rows.words(pen, top);
    }

    private void cells(Pen pen, double top) {
        if (cities.stream().anyMatch(CityFigures::isEnough)) {
            HeatMapChart chart = Plots.cells(shares, highest, Palette.SHARES);
            pen.chart(
                    chart::paint,
                    rows.plotLeft(),
                    rows.plotTop(top),
                    rows.plotRight() - rows.plotLeft(),
                    rows.plotHeight());
        }
    }

    private void row(Pen pen, double rowTop, double column, int row) {
        double base = rowTop + rows.rowHeight() / 2 + 5;
        if (!cities.get(row).isEnough()) {
            String words = cities.get(row).n() == 0
                    ? studio.tooFew(cities.get(row))
                    : studio.say("样本太少，不算比例", "too few for shares");
            pen.left(words, rows.plotLeft() + 10, base, Type.SMALL, Palette.MUTED);
            return;
        }
        for (Level level : Level.values()) {
            double share = shares[row][level.ordinal()];
            double x = rows.plotLeft() + level.ordinal() * column;
            Color ink = share / highest > 0.6 ? Palette.LIGHT_LABEL : Palette.DARK_LABEL;
            pen.centre(Figure.percent(share), x + column / 2, base, Type.LABEL, ink);
            // White joints between the cells.
            pen.line(x, rowTop, x, rowTop + rows.rowHeight(), Palette.PAPER, GAP);
            pen.line(x, rowTop, x + column, rowTop, Palette.PAPER, GAP);
        }
    }
}
