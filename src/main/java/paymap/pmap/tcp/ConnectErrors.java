package paymap.pmap.tcp;

import java.net.BindException;
import java.net.NoRouteToHostException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.pmap.Reason;

/**
 * What a failed connect means. The JDK keeps the system's error number to itself: a few have an exception class, several
 * of them together one, and the others only the C library's sentence. So this is the one place that reads a sentence;
 * further in there is only the enum. What stands for what was measured on Linux with JDK 17 against a reset, each kind of
 * ICMP refusal, silence, a prohibiting route and a full table of open files.
 */
final class ConnectErrors {

    /** Errors of connect(2) and socket(2), with their numbers on Linux and macOS. */
    private enum Known {
        REFUSED(Reason.REFUSED, 111, 61, "Connection refused"),
        RESET(Reason.REFUSED, 104, 54, "Connection reset"),
        TIMED_OUT(Reason.SILENT, 110, 60, "timed out"),
        HOST_UNREACHABLE(Reason.NO_ROUTE, 113, 65, "No route to host"),
        NET_UNREACHABLE(Reason.NET_UNREACHABLE, 101, 51, "Network is unreachable"),
        NET_DOWN(Reason.NET_UNREACHABLE, 100, 50, "Network is down"),
        NO_PROTOCOL(Reason.NO_PROTOCOL, 92, 42, "Protocol not available"),
        NOT_PERMITTED(Reason.FORBIDDEN, 1, 1, "Operation not permitted"),
        ACCESS_DENIED(Reason.FORBIDDEN, 13, 13, "Permission denied"),
        FILES_OF_PROCESS(Reason.LOCAL, 24, 24, "Too many open files"),
        FILES_OF_SYSTEM(Reason.LOCAL, 23, 23, "Too many open files in system"),
        NO_BUFFERS(Reason.LOCAL, 105, 55, "No buffer space"),
        NO_MEMORY(Reason.LOCAL, 12, 12, "Cannot allocate memory"),
        NO_FREE_PORT(Reason.LOCAL, 99, 49, "Cannot assign requested address");

        private static final Known[] ALL = values();

        private final Reason reason;
        private final int linux;
        private final int mac;
        private final String english;

        Known(Reason reason, int linux, int mac, String english) {
            this.reason = reason;
            this.linux = linux;
            this.mac = mac;
            this.english = english;
        }
    }

    /** The system's sentences for its error numbers, in the language of this user. */
    interface ErrorTexts {
        /** Empty where there is none. */
        String of(int number);
    }

    private final ErrorTexts texts;
    private final String system;
    private @Nullable Map<String, Reason> translated;

    ConnectErrors() {
        this(new CLibrary(), System.getProperty("os.name", ""));
    }

    /**
     * For one thread.
     *
     * @param texts asked only where a sentence is not in English
     * @param system as {@code os.name} tells it
     */
    ConnectErrors(ErrorTexts texts, String system) {
        this.texts = texts;
        this.system = system;
    }

    /** The reason that a port gets from it, or {@link Reason#LOCAL} and {@link Reason#FORBIDDEN} for this machine. */
    Reason reason(Throwable failure) {
        if (failure instanceof NoRouteToHostException) {
            return Reason.NO_ROUTE;
        }
        String text = String.valueOf(failure.getMessage());
        for (Known error : Known.ALL) {
            if (text.contains(error.english)) { // Windows has more words around them
                return error.reason;
            }
        }
        Reason known = translated().get(text);
        return known != null ? known : failure instanceof BindException ? Reason.LOCAL : Reason.OTHER;
    }

    /** The JDK passes on what the C library says, which follows LC_MESSAGES; on Windows it is always English. */
    private Map<String, Reason> translated() {
        if (translated == null) {
            translated = new HashMap<>();
            boolean linux = system.equals("Linux");
            if (linux || system.startsWith("Mac")) {
                for (Known error : Known.ALL) {
                    translated.put(texts.of(linux ? error.linux : error.mac), error.reason);
                }
            }
        }
        return translated;
    }
}
