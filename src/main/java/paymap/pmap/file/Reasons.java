package paymap.pmap.file;

import org.jspecify.annotations.Nullable;
import paymap.pmap.PortState;
import paymap.pmap.Reason;

/** Why a port is closed or filtered, as files name it. */
final class Reasons {

    private Reasons() {}

    /**
     * @param code of a {@link Reason}; an early version wrote it in words, and a later one may know more
     * @param state as a word; empty = the file does not say
     * @return null = the port is not known to be closed or filtered
     */
    static @Nullable Reason of(String code, String state) {
        for (Reason reason : Reason.values()) {
            if (reason.code().equals(code)) {
                return isKnown(reason) ? reason : null;
            }
        }
        return switch (state) {
            case "closed" -> Reason.REFUSED;
            case "filtered" -> Reason.SILENT;
            default -> null;
        };
    }

    private static boolean isKnown(Reason reason) {
        boolean otherState = reason.state() == PortState.CLOSED || reason.state() == PortState.FILTERED;
        return otherState && reason != Reason.UNKNOWN;
    }
}
