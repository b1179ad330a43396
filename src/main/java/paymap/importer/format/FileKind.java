package paymap.importer.format;

import paymap.words.Words;

/** The kinds of files that are known. */
public enum FileKind {
    HAR,
    PAGE,
    JSON,
    JSON_LINES,
    TABLE,
    DATABASE,
    VISIT,
    UNKNOWN;

    /** For people. */
    public String words() {
        return switch (this) {
            case HAR -> Words.say("HAR of a browser");
            case PAGE -> Words.say("saved page");
            case JSON -> "JSON";
            case JSON_LINES -> Words.say("JSON lines");
            case TABLE -> Words.say("table");
            case DATABASE -> Words.say("paymap database");
            case VISIT -> Words.say("visit");
            case UNKNOWN -> Words.say("not known");
        };
    }
}
