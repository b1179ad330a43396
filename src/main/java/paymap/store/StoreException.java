package paymap.store;

import org.jspecify.annotations.Nullable;

/** The database could not do what was asked; the message is a whole sentence for people. */
public final class StoreException extends RuntimeException {

    private final boolean wrongFile;

    StoreException(String message, boolean wrongFile, @Nullable Throwable cause) {
        super(message, cause);
        this.wrongFile = wrongFile;
    }

    /** Whether the file itself is the mistake: not a database, not writable, not a file. */
    public boolean isWrongFile() {
        return wrongFile;
    }
}
