package paymap.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import paymap.chart.figures.ChartData;
import paymap.chart.pictures.AtLeastPicture;
import paymap.chart.pictures.AveragePicture;
import paymap.chart.pictures.BandsPicture;
import paymap.chart.pictures.BoxPicture;
import paymap.chart.pictures.DistributionPicture;
import paymap.chart.pictures.DrawingContext;
import paymap.chart.pictures.HeatPicture;
import paymap.chart.pictures.Picture;
import paymap.chart.pictures.TrendPicture;
import paymap.words.Words;

/** The pictures that can be drawn. */
public enum ChartKind {
    DISTRIBUTION("1-distribution", DistributionPicture::new),
    AVERAGE("2-average", AveragePicture::new),
    BANDS("3-bands", BandsPicture::new),
    BOX("4-box", BoxPicture::new),
    HEAT("5-heat", HeatPicture::new),
    AT_LEAST("6-at-least", AtLeastPicture::new),
    TREND("7-trend", TrendPicture::new);

    private final String file;
    private final Function<DrawingContext, Picture> picture;

    ChartKind(String file, Function<DrawingContext, Picture> picture) {
        this.file = file;
        this.picture = picture;
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
                        || wanted.equals(kind.file.substring(0, 1))
                        || wanted.equals(kind.file.substring(2)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Words.say(
                        "unknown chart \"%s\"; known: %s",
                        name.strip(),
                        Words.list(Arrays.stream(values()).map(ChartKind::file).toList()))));
    }

    /** Whether the data have what it shows: postings enough for shares, many cities for the heat map, runs for the trend. */
    boolean suits(ChartData data) {
        return switch (this) {
            case HEAT -> data.comparable().size() >= HeatPicture.ENOUGH_CITIES;
            case BANDS, AT_LEAST -> !data.comparable().isEmpty();
            case TREND -> !data.trend().isEmpty();
            default -> true;
        };
    }

    Picture picture(DrawingContext context) {
        return picture.apply(context);
    }
}
