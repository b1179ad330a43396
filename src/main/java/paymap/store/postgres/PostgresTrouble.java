package paymap.store.postgres;

import java.io.FileNotFoundException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import paymap.job.StoreException;
import paymap.words.Words;

/** What PostgreSQL's errors mean; see appendix A of its manual for the codes. */
final class PostgresTrouble {

    /** What the next attempt may do better. */
    enum Kind {
        /** Others did what did not go together with it; at once. */
        COLLISION,
        /** The server is gone, starts, or takes nobody more; after a while. */
        GONE,
        /** Prepared statements are not kept by a pool in between, or do not fit any more; without them. */
        UNPREPARED,
        /** No attempt will. */
        LASTING
    }

    private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "55P03");
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "57P05", "53300", "25P03");

    /** There is a server, and what it asks for is not here: a password, or TLS. */
    private static final String REJECTED = "08004";

    /** The last: a table has changed its shape since. */
    private static final Set<String> UNPREPARED = Set.of("26000", "42P05", "0A000");

    /** Not granted, or everything here is for reading: the role, or a server that only follows another. */
    private static final Set<String> NO_RIGHT = Set.of("42501", "25006");

    private PostgresTrouble() {}

    static Kind kind(SQLException e) {
        String state = state(e);
        if (COLLISIONS.contains(state)) {
            return Kind.COLLISION;
        }
        if (UNPREPARED.contains(state)) {
            return Kind.UNPREPARED;
        }
        boolean gone = state.startsWith("08") && !state.equals(REJECTED) || GONE.contains(state);
        return gone && !isDistrust(e) ? Kind.GONE : Kind.LASTING;
    }

    /** Whether nothing answers at the address, which may be wrong. A server that answers and takes nobody is there. */
    static boolean isNobodyThere(SQLException e) {
        return state(e).startsWith("08");
    }

    /** Whether it is a certificate that is wrong or missing. */
    private static boolean isDistrust(Throwable trouble) {
        for (Throwable cause = trouble.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof GeneralSecurityException
                    || cause instanceof SSLPeerUnverifiedException
                    || cause instanceof FileNotFoundException) {
                return true;
            }
        }
        return false;
    }

    static StoreException of(PostgresAddress address, SQLException e) {
        String state = state(e);
        if (state.startsWith("28") || state.equals(REJECTED)) {
            return new StoreException(
                    Words.say(
                            "the database %s lets nobody in so: %s; a password is read from PGPASSWORD or ~/.pgpass",
                            address, firstLine(e)),
                    true,
                    e);
        }
        if (NO_RIGHT.contains(state)) {
            return new StoreException(
                    Words.say("the database %s grants that to others only: %s", address, firstLine(e)), true, e);
        }
        if (kind(e) == Kind.GONE) {
            return new StoreException(
                    Words.say("the database %s cannot be reached: %s", address, firstLine(e)), false, e);
        }
        return new StoreException(Words.say("the database %s failed: %s", address, firstLine(e)), false, e);
    }

    /** @param schema that it is of; 0 = none */
    static StoreException older(PostgresAddress address, int schema, int wanted, @Nullable Throwable cause) {
        return new StoreException(
                Words.say(
                        "the database %s has schema %d, and this version of paymap needs %d; let its owner crawl or"
                                + " import with it once, directly and through no pool",
                        address, schema, wanted),
                true,
                cause);
    }

    static StoreException newer(PostgresAddress address, int schema, int known) {
        return new StoreException(
                Words.say(
                        "the database %s is of a later version of paymap (schema %d; this one knows %d)",
                        address, schema, known),
                true,
                null);
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static String firstLine(SQLException e) {
        if (e.getCause() instanceof UnknownHostException host) {
            return Words.say("there is no host %s", host.getMessage());
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse(state(e));
    }
}
