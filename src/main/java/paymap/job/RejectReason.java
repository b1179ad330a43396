package paymap.job;

/** Why what a site or a file shows as a row is no posting. */
public enum RejectReason {
    NO_TITLE("no title"),
    TITLE_TOO_LONG("a title of more than " + PostingRules.LONGEST_TITLE + " characters"),
    PAY_TOO_LONG("pay of more than " + PostingRules.LONGEST_FIELD + " characters"),
    ID_TOO_LONG("an id of more than " + PostingRules.LONGEST_FIELD + " characters"),
    NO_CITY("no city"),
    NOT_A_CITY("a place that is no city"),
    /** A search in one city showed a row of another. */
    OTHER_CITY("a city other than the one asked for"),
    NOT_TEXT("bytes that are not text in this encoding"),

    // What a file can be hostile or broken with, before its row is looked at.
    SITE_WITHOUT_NAME("a site without a proper name"),
    TOO_MANY_SITES("too many sites"),
    TOO_MANY_KEYWORDS("too many keywords"),
    TOO_MANY_CITIES("too many cities"),
    /** A comma too many shifts what follows it: then no cell can be trusted. */
    TOO_MANY_COLUMNS("more columns than the header has"),
    CELL_TOO_LONG("a cell that is too long, perhaps a stray quote"),
    LINE_TOO_LONG("a line that is too long"),
    VALUE_TOO_LONG("a value that is too long"),
    BROKEN_JSON("JSON that is cut off or malformed"),
    MORE_THAN_JSON("something after the end of the JSON"),
    NOT_AN_OBJECT("no JSON object"),
    /** Of paymap's own export, changed by another program. */
    NO_HISTORY("openings, first_seen or last_seen that cannot be read"),
    /** Stands for the rest where too many different reasons are counted. */
    OTHER("other reasons");

    private final String words;

    RejectReason(String words) {
        this.words = words;
    }

    /** A part of a sentence for people, without a full stop; holds nothing that a site or a file says. */
    public String words() {
        return words;
    }
}
