package paymap.pmap;

import org.jspecify.annotations.Nullable;
import paymap.pmap.target.Address;

/**
 * What a scan knows before it begins, as it goes on where another stopped, and what it is to keep track of.
 *
 * @param known what is known of hosts of which not all is known
 * @param several whether they are some of several hosts; a last one left is to show that it is there all the same
 * @param portByPort whether it is told, as ranges, which ports are closed and filtered: at the end of each host, and
 *     several times a second as far as they have become known
 */
public record ScanMemory(Known known, boolean several, boolean portByPort) {

    /** Nothing is known, and numbers of ports are enough. */
    public static final ScanMemory NONE = new ScanMemory(new Nothing(), false, false);

    /** What is known of hosts beforehand. */
    public interface Known {
        /** Its open ports and the others by reason, which are not asked again; null = nothing is known of it. */
        @Nullable
        HostResult of(Address host);
    }

    /** Whether something is known at all. */
    public boolean isEmpty() {
        return known instanceof Nothing;
    }

    /** No lambda: linking one takes longer than a short scan. */
    private static final class Nothing implements Known {
        @Override
        public @Nullable HostResult of(Address host) {
            return null;
        }
    }
}
