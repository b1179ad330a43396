package paymap.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import paymap.chart.echarts.Frame;
import paymap.chart.echarts.GroupOptions;
import paymap.chart.echarts.LineOptions;
import paymap.chart.echarts.Option;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Details;
import paymap.chart.figures.Ladder;
import paymap.chart.pictures.AtLeastPicture;
import paymap.chart.pictures.AveragePicture;
import paymap.chart.pictures.BandsPicture;
import paymap.chart.pictures.BoxPicture;
import paymap.chart.pictures.DistributionPicture;
import paymap.chart.pictures.DrawingContext;
import paymap.chart.pictures.HeatPicture;
import paymap.chart.pictures.LadderHeatPicture;
import paymap.chart.pictures.LadderPicture;
import paymap.chart.pictures.LikeForLikePicture;
import paymap.chart.pictures.Picture;
import paymap.chart.pictures.TrendPicture;
import paymap.figures.Dimension;
import paymap.figures.PayFigures;
import paymap.salary.Basis;
import paymap.words.Words;

/** The pictures that can be drawn. */
public enum ChartKind {
    DISTRIBUTION("1-distribution", DistributionPicture::new, GroupOptions::distribution),
    AVERAGE("2-average", AveragePicture::new, GroupOptions::average),
    BANDS("3-bands", BandsPicture::new, GroupOptions::bands),
    BOX("4-box", BoxPicture::new, GroupOptions::box),
    HEAT("5-heat", HeatPicture::new, GroupOptions::heat),
    AT_LEAST("6-at-least", AtLeastPicture::new, LineOptions::atLeast),
    TREND("7-trend", TrendPicture::new, LineOptions::trend),
    EXPERIENCE(
            "8-experience",
            context -> new LadderPicture(context, details(context).experience()),
            LineOptions::experience),
    EDUCATION(
            "9-education",
            context -> new LadderPicture(context, details(context).education()),
            LineOptions::education),
    LADDER(
            "10-ladder",
            context -> new LadderHeatPicture(context, crossed(context.data())),
            frame -> LineOptions.ladder(frame, crossed(frame.words().data()))),
    LIKE_FOR_LIKE("11-like-for-like", LikeForLikePicture::new, GroupOptions::likeForLike),
    DAY_RATES("12-day-rates", context -> new BoxPicture(context.daily()), GroupOptions::daily);

    /** The order of reading: the answer first. Files are numbered as the pictures came to be. */
    public static final List<ChartKind> IN_READING_ORDER = List.of(
            AVERAGE,
            DISTRIBUTION,
            BANDS,
            BOX,
            HEAT,
            AT_LEAST,
            TREND,
            EXPERIENCE,
            EDUCATION,
            LADDER,
            LIKE_FOR_LIKE,
            DAY_RATES);

    private final String file;
    private final Function<DrawingContext, Picture> picture;
    private final Function<Frame, Option> option;

    ChartKind(String file, Function<DrawingContext, Picture> picture, Function<Frame, Option> option) {
        this.file = file;
        this.picture = picture;
        this.option = option;
    }

    /** The beginning of its file names, e.g. {@code 2-average}. */
    public String file() {
        return file;
    }

    /**
     * The chart with this name.
     *
     * @param name {@code 2-average}, {@code average} or {@code 2}; the case does not matter
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static ChartKind of(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> wanted.equals(kind.file)
                        || wanted.equals(kind.file.substring(0, kind.file.indexOf('-')))
                        || wanted.equals(kind.file.substring(kind.file.indexOf('-') + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Words.say(
                        "unknown chart \"%s\"; known: %s",
                        name.strip(),
                        Words.list(Arrays.stream(values()).map(ChartKind::file).toList()))));
    }

    private static Details details(DrawingContext context) {
        return context.data().details();
    }

    /** By experience the other ladder is crossed with it, and otherwise experience. */
    static Ladder crossed(ChartData data) {
        return data.by() == Dimension.EXPERIENCE
                ? data.details().education()
                : data.details().experience();
    }

    /** Whether the data have what it shows: postings enough for shares, many cities for the heat map, runs for the trend. */
    boolean suits(ChartData data) {
        return switch (this) {
            case DISTRIBUTION, AVERAGE, BOX -> true;
            case HEAT -> data.comparable().size() >= HeatPicture.ENOUGH_CITIES;
            case BANDS, AT_LEAST -> !data.comparable().isEmpty();
            case LADDER -> lacks(data).isEmpty() && data.comparable().size() > 1;
            case TREND, EXPERIENCE, EDUCATION, LIKE_FOR_LIKE, DAY_RATES ->
                lacks(data).isEmpty();
        };
    }

    /** What the data lack for it to be drawn at all, a sentence; empty where they have it. */
    String lacks(ChartData data) {
        return switch (this) {
            case DISTRIBUTION, AVERAGE, BANDS, BOX, HEAT, AT_LEAST -> "";
            case TREND -> lacksTrend(data);
            case EXPERIENCE -> lacksSteps(data.details().experience());
            case EDUCATION -> lacksSteps(data.details().education());
            case LADDER -> lacksSteps(crossed(data));
            case LIKE_FOR_LIKE ->
                data.details().adjusted().isEmpty()
                        ? Words.say(
                                "like for like needs two groups of %d postings or more with a cell of experience and"
                                        + " education in common",
                                PayFigures.PLENTY)
                        : "";
            case DAY_RATES ->
                data.details().dayRates() == null
                        ? Words.say("there are fewer than %d postings by the day", PayFigures.ENOUGH)
                        : "";
        };
    }

    private static String lacksTrend(ChartData data) {
        if (!data.trend().isEmpty()) {
            return "";
        }
        if (data.by() != Dimension.CITY || data.source().question().basis() != Basis.MONTH) {
            return Words.say("the trend is drawn by city and month only");
        }
        return data.trend().mixed().isEmpty()
                ? Words.say("the trend needs at least two runs at different times")
                : Words.say(
                        "the trend needs at least two runs for the same keyword; these are of several: %s",
                        Words.list(data.trend().mixed()));
    }

    private static String lacksSteps(Ladder ladder) {
        return ladder.isEmpty()
                ? Words.say(
                        "fewer than two steps of %s have %d postings in a group",
                        ladder.dimension().code(), PayFigures.ENOUGH)
                : "";
    }

    Picture picture(DrawingContext context) {
        return picture.apply(context);
    }

    Option option(Frame frame) {
        return option.apply(frame);
    }
}
