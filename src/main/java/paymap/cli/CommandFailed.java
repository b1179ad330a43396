package paymap.cli;

/** Something outside stops a command; the message is a whole sentence for people. */
final class CommandFailed extends RuntimeException {

    CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
