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
}
