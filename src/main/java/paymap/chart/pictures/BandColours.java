package paymap.chart.pictures;

import java.awt.Color;
import paymap.chart.draw.Palette;
import paymap.chart.figures.PayBand;

/**
 * The colours of pay, the same in every run, city and picture. The ramp falls evenly in lightness (L* 91 to 18): dark is
 * high on paper, and red is up in China.
 */
public final class BandColours {

    private BandColours() {}

    static Color of(PayBand band) {
        return switch (band) {
            case UNDER_10 -> new Color(0xf9e5a4);
            case FROM_10 -> new Color(0xf7b02d);
            case FROM_15 -> new Color(0xeb7258);
            case FROM_20 -> new Color(0xce3653);
            case FROM_30 -> new Color(0x931e43);
            case FROM_40 -> new Color(0x4c0f5a);
        };
    }

    /** As {@code #ce3653}. */
    public static String hex(PayBand band) {
        return GroupColours.hex(of(band));
    }

    /** For text on the colour; contrast at least 4.9. */
    static Color label(PayBand band) {
        return band.compareTo(PayBand.FROM_20) < 0 ? Palette.DARK_LABEL : Palette.LIGHT_LABEL;
    }
}
