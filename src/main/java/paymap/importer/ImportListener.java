package paymap.importer;

/** Hears how an import goes; always called by the thread that runs it. */
public interface ImportListener {

    /**
     * How far it is.
     *
     * @param bytes read of all files
     * @param allBytes of all files
     */
    record Status(long bytes, long allBytes, long rows, long rejected) {}

    void status(Status status);

    void rejected(RejectedRow row);
}
