package paymap.importer.format;

/** The kinds of files that are known. */
public enum FileKind {
    HAR("HAR of a browser"),
    PAGE("saved page"),
    JSON("JSON"),
    JSON_LINES("JSON lines"),
    TABLE("table"),
    UNKNOWN("not known");

    private final String label;

    FileKind(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
