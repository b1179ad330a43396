package paymap.cli.console;

/** What is there does not let a command go on, however it is typed; the message is a whole sentence for people. */
public final class CommandFailed extends RuntimeException {

    public CommandFailed(String message) {
        super(message);
    }

    public CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
