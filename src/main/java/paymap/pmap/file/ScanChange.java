package paymap.pmap.file;

import org.jspecify.annotations.Nullable;
import paymap.pmap.PortState;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/**
 * Something that is different between two scans.
 *
 * @param kind what has happened
 * @param host where
 * @param ports of a host that came or is gone, those that are or were open, which may be none; otherwise those that have
 *     changed
 * @param was their state before; null = they were not open, or it is about the host itself
 */
public record ScanChange(
        Kind kind, Address host, PortSet ports, @Nullable PortState was) {

    /** What can happen to a port or a host. */
    public enum Kind {
        /** A port is open that was not. */
        OPENED,
        /** A port is closed that was open or filtered. */
        CLOSED,
        /** A port is filtered that was open or closed. */
        FILTERED,
        /** A port is not open any more; whether closed or filtered, nobody can say. */
        NOT_OPEN,
        /** A host answers that did not. */
        CAME,
        /** A host does not answer that did. */
        GONE
    }
}
