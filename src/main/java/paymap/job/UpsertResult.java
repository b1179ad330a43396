package paymap.job;

/** What became of a row that was stored. Rows are the same if site, city, title and salary are. */
public enum UpsertResult {
    /** It was not there before. */
    INSERTED,
    /** It was there before; what it tells anew is written over what was known, what it does not tell stays. */
    UPDATED,
    /** This run or import has brought it already; only the opening behind it may be another. */
    DUPLICATE
}
