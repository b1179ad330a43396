package paymap.cli.console;

/** Something outside stops a command; the message is a whole sentence for people. */
public final class CommandFailed extends RuntimeException {

    public CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
