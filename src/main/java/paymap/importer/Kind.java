package paymap.importer;

/** The kinds of files that are known. */
public enum Kind {
    HAR("HAR of a browser"),
    PAGE("saved page"),
    JSON("JSON"),
    JSON_LINES("JSON lines"),
    TABLE("table"),
    UNKNOWN("not known");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
