package paymap.importer;

/** Hears how an import goes; always called by the thread that runs it. An exception of a listener ends the import. */
public interface ImportListener {

    /**
     * How far it is.
     *
     * @param bytes read of all files
     * @param allBytes of all files
     * @param rows postings so far
     * @param rejected rows that are none
     */
    record Status(long bytes, long allBytes, long rows, long rejected) {}

    /** After each batch of some ten thousand rows. */
    void status(Status status);

    /** A page of a visit is stored. */
    default void page(VisitedPage page) {}

    /** A row that is no posting, when its batch is stored. */
    void rejected(RejectedRow row);
}
