package paymap.chart.figures;

/** How high pay is: fixed edges, so that a colour means the same in every run, city and picture. */
public enum PayBand {
    UNDER_10(0),
    FROM_10(10_000),
    FROM_15(15_000),
    FROM_20(20_000),
    FROM_30(30_000),
    FROM_40(40_000);

    private final int from;

    PayBand(int from) {
        this.from = from;
    }

    /** The band that pay falls in; 20,000 is in the one that begins there. */
    public static PayBand of(double cnyPerMonth) {
        PayBand found = UNDER_10;
        for (PayBand band : values()) {
            if (cnyPerMonth >= band.from) {
                found = band;
            }
        }
        return found;
    }

    /** The lower edge in CNY a month; it belongs to the band. */
    public int from() {
        return from;
    }

    /** The upper edge in CNY a month, which belongs to the next band; the last band has none. */
    public double to() {
        return this == FROM_40 ? Double.POSITIVE_INFINITY : values()[ordinal() + 1].from;
    }

    /** As a key names it, e.g. {@code 20–30k} or {@code 40k and over}. */
    public String name(Language language) {
        return switch (this) {
            case UNDER_10 -> language.say("10k 以下", "under 10k");
            case FROM_40 -> language.say("40k 及以上", "40k and over");
            default -> from / 1000 + "–" + (int) to() / 1000 + "k";
        };
    }
}
