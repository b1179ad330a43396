package paymap.job;

import paymap.words.Sentence;
import paymap.words.Words;

/** Why what a site or a file shows as a row is no posting. */
public enum RejectReason {
    NO_TITLE(Words.later("no title")),
    TITLE_TOO_LONG(Words.later("a title of more than %d characters", PostingRules.LONGEST_TITLE)),
    PAY_TOO_LONG(Words.later("pay of more than %d characters", PostingRules.LONGEST_FIELD)),
    ID_TOO_LONG(Words.later("an id of more than %d characters", PostingRules.LONGEST_FIELD)),
    NO_CITY(Words.later("no city")),
    NOT_A_CITY(Words.later("a place that is no city")),
    /** A search in one city showed a row of another. */
    OTHER_CITY(Words.later("a city other than the one asked for")),
    /** Boss's pages, since 2022; a reply of its own holds plain digits. */
    PRIVATE_DIGITS(Words.later("pay in digits of the page's own font, which nobody else can read; save a HAR instead")),
    FOREIGN_PAY(Words.later("pay in another currency than CNY, which no figure could compare")),
    NOT_TEXT(Words.later("bytes that are not text in this encoding")),

    // What a file can be hostile or broken with, before its row is looked at.
    SITE_WITHOUT_NAME(Words.later("a site without a proper name")),
    TOO_MANY_SITES(Words.later("too many sites")),
    TOO_MANY_KEYWORDS(Words.later("too many keywords")),
    TOO_MANY_CITIES(Words.later("too many cities")),
    /** A comma too many shifts what follows it: then no cell can be trusted. */
    TOO_MANY_COLUMNS(Words.later("more columns than the header has")),
    CELL_TOO_LONG(Words.later("a cell that is too long, perhaps a stray quote")),
    LINE_TOO_LONG(Words.later("a line that is too long")),
    VALUE_TOO_LONG(Words.later("a value that is too long")),
    BROKEN_JSON(Words.later("JSON that is cut off or malformed")),
    MORE_THAN_JSON(Words.later("something after the end of the JSON")),
    NOT_AN_OBJECT(Words.later("no JSON object")),
    /** Of paymap's own export, changed by another program. */
    NO_HISTORY(Words.later("openings, first_seen or last_seen that cannot be read")),
    /** Stands for the rest where too many different reasons are counted. */
    OTHER(Words.later("other reasons"));

    private final Sentence words;

    RejectReason(Sentence words) {
        this.words = words;
    }

    /** A part of a sentence, without a full stop; holds nothing that a site or a file says. */
    public Sentence words() {
        return words;
    }
}
