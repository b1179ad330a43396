package paymap.job;

import org.jspecify.annotations.Nullable;

/**
 * A store could not do what was asked; what earlier calls stored is kept. The message is one sentence for people that
 * names the database.
 */
public final class StoreException extends RuntimeException {

    private final boolean wrongFile;

    /**
     * @param message a sentence without a full stop
     * @param wrongFile whether naming another file would help
     * @param cause null = the store noticed by itself
     */
    public StoreException(String message, boolean wrongFile, @Nullable Throwable cause) {
        super(message, cause);
        this.wrongFile = wrongFile;
    }

    /** Whether the file itself is the mistake: not a database, not writable, not a file. */
    public boolean isWrongFile() {
        return wrongFile;
    }
}
