package paymap.importer.format;

/** Why a file gives no rows, as far as there is something to do about it. */
public enum FailureKind {
    /** It is none of the kinds that are known, or one that is named in the sentence. */
    NOT_A_LIST,
    /** It is no list either, and nobody said that it is one: it lies among lists, and is passed over. */
    STRAY,
    /** Its bytes are text in no encoding that is looked for. */
    NO_ENCODING,
    /** It is of a known kind, and cannot be read to its end. */
    BROKEN,
    /** It counts only as a whole and is none, so nothing of it was taken. */
    NOT_WHOLE
}
