package paymap.site.sandbox.data;

import paymap.site.sandbox.data.Titles.Seniority;

/** How long an applicant must have worked, in the site's words; each rung pays more than the one below it. */
enum Experience {
    GRADUATE("应届毕业生", 0.50),
    UNDER_ONE_YEAR("1年以下", 0.58),
    FROM_ONE_YEAR("1-3年", 0.74),
    FROM_THREE_YEARS("3-5年", 1),
    FROM_FIVE_YEARS("5-10年", 1.38),
    OVER_TEN_YEARS("10年以上", 1.85),
    ANY("不限", 0.84);

    private static final Weighted<Experience> OF_JUNIORS =
            new Weighted<Experience>().add(20, GRADUATE).add(20, UNDER_ONE_YEAR).add(60, FROM_ONE_YEAR);
    private static final Weighted<Experience> OF_LEADERS = new Weighted<Experience>()
            .add(20, FROM_THREE_YEARS)
            .add(70, FROM_FIVE_YEARS)
            .add(10, OVER_TEN_YEARS);
    private static final Weighted<Experience> OF_SENIORS = new Weighted<Experience>()
            .add(62, FROM_THREE_YEARS)
            .add(35, FROM_FIVE_YEARS)
            .add(3, OVER_TEN_YEARS);
    private static final Weighted<Experience> USUAL = new Weighted<Experience>()
            .add(2, GRADUATE)
            .add(2, UNDER_ONE_YEAR)
            .add(31, FROM_ONE_YEAR)
            .add(43, FROM_THREE_YEARS)
            .add(13, FROM_FIVE_YEARS)
            .add(1, OVER_TEN_YEARS)
            .add(8, ANY);

    private final String text;
    private final double pay;

    Experience(String text, double pay) {
        this.text = text;
        this.pay = pay;
    }

    /** As the site writes it. */
    String text() {
        return text;
    }

    /** What it multiplies the pay by; 3 to 5 years change nothing. */
    double pay() {
        return pay;
    }

    /**
     * What fits the title.
     *
     * @param lean how much more often, as a logarithm, a rung is asked for than the one below it
     * @param place from 0 to 1, which decides
     */
    static Experience of(Seniority seniority, double lean, double place) {
        return switch (seniority) {
            case TRAINEE -> GRADUATE;
            case JUNIOR -> OF_JUNIORS.at(place, rung -> rung.tilt(lean));
            case USUAL -> USUAL.at(place, rung -> rung.tilt(lean));
            case SENIOR -> OF_SENIORS.at(place, rung -> rung.tilt(lean));
            case LEADING -> OF_LEADERS.at(place, rung -> rung.tilt(lean));
        };
    }

    private double tilt(double lean) {
        return this == ANY ? 1 : StrictMath.exp(lean * (ordinal() - FROM_THREE_YEARS.ordinal()));
    }
}
