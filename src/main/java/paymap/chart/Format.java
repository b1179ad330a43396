package paymap.chart;

import java.util.Locale;
import paymap.words.Words;

/** The formats of pictures. */
public enum Format {
    /** At double resolution. */
    PNG,
    /** Its text is shapes, so it looks the same everywhere. */
    SVG,
    /** An option of ECharts 5 as JSON, for people's own pages. */
    ECHARTS;

    /** In file names and options. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its files end with, without a dot. */
    String ending() {
        return this == ECHARTS ? "echarts.json" : code();
    }

    /**
     * The format with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Format of(String code) {
        for (Format format : values()) {
            if (format.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                Words.say("unknown format \"%s\"; allowed: %s", code.strip(), "png, svg, echarts"));
    }
}
