package paymap.pmap.file;

/** A file that is no scan's; the message may follow "cannot use FILE: ". */
final class UnreadableScan extends RuntimeException {

    UnreadableScan(String message) {
        super(message);
    }
}
