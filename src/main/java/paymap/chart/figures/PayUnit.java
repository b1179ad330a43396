package paymap.chart.figures;

import paymap.salary.Basis;

/**
 * What pay is counted by: how it is called and written, and where its bands begin. Those of a week, a day and an hour are
 * those of a month by a whole number, 20 days of 10 hours a month: round edges near what a month's would be.
 */
public enum PayUnit {
    MONTH(1, "月薪", "元/月", "a month"),
    WEEK(5, "周薪", "元/周", "a week"),
    DAY(20, "日薪", "元/天", "a day"),
    HOUR(200, "时薪", "元/小时", "an hour");

    private final int inMonth;
    private final String called;
    private final String chinese;
    private final String english;

    PayUnit(int inMonth, String called, String chinese, String english) {
        this.inMonth = inMonth;
        this.called = called;
        this.chinese = chinese;
        this.english = english;
    }

    /** The unit that figures of a basis are in. */
    public static PayUnit of(Basis basis) {
        return switch (basis) {
            case MONTH, PACKAGE -> MONTH;
            case WEEK -> WEEK;
            case DAY -> DAY;
            case HOUR -> HOUR;
        };
    }

    /** The Chinese word for such pay, {@code 月薪}. */
    public String called() {
        return called;
    }

    /** {@code a month}, as it stands behind an amount in English. */
    public String each() {
        return english;
    }

    /** {@code monthly}. */
    public String adjective() {
        return switch (this) {
            case MONTH -> "monthly";
            case WEEK -> "weekly";
            case DAY -> "daily";
            case HOUR -> "hourly";
        };
    }

    /** {@code CNY a month}. */
    public String name(Language language) {
        return language.say(chinese, "CNY " + english);
    }

    /** What stands in the place of so much a month, e.g. 500 a day of 10,000. */
    public double of(double cnyPerMonth) {
        return cnyPerMonth / inMonth;
    }

    /** The band that pay in this unit falls in. */
    public PayBand band(double cny) {
        return PayBand.of(cny * inMonth);
    }

    /** The bin that it falls in, 0 to {@link Bins#COUNT} - 1. */
    int bin(double cny) {
        return Bins.of(cny * inMonth);
    }

    /** Whether amounts are written in thousands. */
    public boolean inThousands() {
        return this == MONTH || this == WEEK;
    }

    /** {@code 25.6k}, and {@code 450} or {@code 62.5} by the day and the hour. */
    public String k(double cny) {
        return inThousands() ? NumberFormats.k(cny) : NumberFormats.tenths(cny, this == HOUR);
    }

    /** {@code 24.0k → 25.2k (+1.2k)}; what rounds to nothing is {@code ±0.0k}. */
    public String change(double before, double after) {
        return inThousands() ? NumberFormats.change(before, after) : k(before) + " → " + k(after);
    }

    /** {@code 20k} or {@code 2.5k}, for axes; {@code 450} by the day and the hour. */
    public String tick(double cny) {
        return inThousands() ? NumberFormats.tick(cny) : NumberFormats.tenths(cny, cny % 1 != 0);
    }

    /** {@code 20–25}, as the ends of a range. */
    String range(double from, double to) {
        return inThousands()
                ? NumberFormats.tick(from).replace("k", "") + "–" + NumberFormats.tick(to)
                : tick(from) + "–" + tick(to);
    }

    /** As a key names a band, e.g. {@code 20–30k} or {@code 40k and over}. */
    public String name(PayBand band, Language language) {
        String from = tick(of(band.from()));
        String to = tick(of(band.to()));
        return switch (band) {
            case UNDER_10 -> language.say(to + " 以下", "under " + to);
            case FROM_40 -> language.say(from + " 及以上", from + " and over");
            default -> range(of(band.from()), of(band.to()));
        };
    }
}
