package paymap.site.sandbox.data;

/** What an applicant must have learnt, in the site's words; each rung pays more than the one below it. */
enum Education {
    COLLEGE("大专", 0.74),
    BACHELOR("本科", 1),
    MASTER("硕士", 1.25),
    DOCTOR("博士", 1.6),
    ANY("不限", 0.76);

    /** Somewhat more varied than 北京 Python, 450 rows, 2018-03, so that each shows. */
    private static final Weighted<Education> ALL = new Weighted<Education>()
            .add(14, COLLEGE)
            .add(72, BACHELOR)
            .add(7, MASTER)
            .add(0.7, DOCTOR)
            .add(6, ANY);

    private final String text;
    private final double pay;

    Education(String text, double pay) {
        this.text = text;
        this.pay = pay;
    }

    /** As the site writes it. */
    String text() {
        return text;
    }

    /** What it multiplies the pay by; a bachelor's degree changes nothing. */
    double pay() {
        return pay;
    }

    /**
     * What a posting asks for.
     *
     * @param lean how much more often, as a logarithm, a rung is asked for than the one below it
     * @param place from 0 to 1, which decides
     */
    static Education of(double lean, double place) {
        return ALL.at(place, rung -> rung == ANY ? 1 : StrictMath.exp(lean * (rung.ordinal() - BACHELOR.ordinal())));
    }
}
