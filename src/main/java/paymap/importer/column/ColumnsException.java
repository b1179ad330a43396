package paymap.importer.column;

/** The columns of a file cannot be told. Its message is for developers; people get words for {@link #trouble}. */
public final class ColumnsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final transient ColumnTrouble trouble;

    /** @param file as the user named it */
    public ColumnsException(String file, ColumnTrouble trouble) {
        super(file + ": " + trouble);
        this.file = file;
        this.trouble = trouble;
    }

    public String file() {
        return file;
    }

    public ColumnTrouble trouble() {
        return trouble;
    }
}
