package paymap.pmap;

/** Something outside keeps a scan from beginning, or from going on; the message is a whole sentence for people. */
public final class CouldNotScan extends RuntimeException {

    public CouldNotScan(String message) {
        super(message);
    }
}
