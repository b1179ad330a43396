package paymap.cli;

/** Something outside stops a command; the message is a whole sentence for people. */
final class CouldNotGoOn extends RuntimeException {

    CouldNotGoOn(String message, Throwable cause) {
        super(message, cause);
    }
}
