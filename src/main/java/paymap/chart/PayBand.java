package paymap.chart;

import java.awt.Color;

/**
 * How high pay is: fixed edges, so that a colour means the same in every run, city and picture. The ramp falls evenly
 * in lightness (L* 91 to 18): dark is high on paper, and red is up in China.
 */
enum PayBand {
    UNDER_10(0, new Color(0xf9e5a4), Palette.DARK_LABEL),
    FROM_10(10_000, new Color(0xf7b02d), Palette.DARK_LABEL),
    FROM_15(15_000, new Color(0xeb7258), Palette.DARK_LABEL),
    FROM_20(20_000, new Color(0xce3653), Palette.LIGHT_LABEL),
    FROM_30(30_000, new Color(0x931e43), Palette.LIGHT_LABEL),
    FROM_40(40_000, new Color(0x4c0f5a), Palette.LIGHT_LABEL);

    private final int from;
    private final Color colour;
    private final Color label;

    PayBand(int from, Color colour, Color label) {
        this.from = from;
        this.colour = colour;
        this.label = label;
    }

    /** The band that pay falls in; 20,000 is in the one that begins there. */
    static PayBand of(double cnyPerMonth) {
        PayBand found = UNDER_10;
        for (PayBand band : values()) {
            if (cnyPerMonth >= band.from) {
                found = band;
            }
        }
        return found;
    }

    /** The lower edge in CNY a month; it belongs to the band. */
    int from() {
        return from;
    }

    /** The upper edge in CNY a month, which belongs to the next band; the last band has none. */
    double to() {
        return this == FROM_40 ? Double.POSITIVE_INFINITY : values()[ordinal() + 1].from;
    }

    Color colour() {
        return colour;
    }

    /** For text on the colour; contrast at least 4.9. */
    Color label() {
        return label;
    }

    String name(Language language) {
        return switch (this) {
            case UNDER_10 -> language.say("10k 以下", "under 10k");
            case FROM_40 -> language.say("40k 及以上", "40k and over");
            default -> from / 1000 + "–" + (int) to() / 1000 + "k";
        };
    }
}
