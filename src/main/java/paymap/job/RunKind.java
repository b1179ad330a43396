package paymap.job;

import java.util.Locale;

/** Where the rows of a run came from. */
public enum RunKind {
    /** From a site. */
    CRAWL,
    /** From files. */
    IMPORT;

    /** As it is stored and shown: {@code crawl}, {@code import}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
