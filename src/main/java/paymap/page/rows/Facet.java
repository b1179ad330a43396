package paymap.page.rows;

/** By what the rows of a page are chosen: the values of one are alternatives, different ones must all hold. */
public enum Facet {
    SITE,
    KEYWORD,
    CITY,
    EXPERIENCE,
    EDUCATION,
    DISTRICT,
    PAY;

    /** What a row fails by that is of no facet. */
    static final int OTHER = 1 << values().length;

    /** Its place in the number that says by which facets a row fails. */
    int bit() {
        return 1 << ordinal();
    }
}
