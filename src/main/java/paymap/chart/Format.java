package paymap.chart;

import java.util.Locale;
import paymap.words.Words;

/** The formats of pictures. */
public enum Format {
    /** At double resolution. */
    PNG,
    /** Its text is shapes, so it looks the same everywhere. */
    SVG;

    /** In file names and options. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
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
        throw new IllegalArgumentException(Words.say("unknown format \"%s\"; allowed: %s", code.strip(), "png, svg"));
    }
}
