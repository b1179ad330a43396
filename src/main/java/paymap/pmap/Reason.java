package paymap.pmap;

import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;

/**
 * Why a port has its state. What Java's exceptions mean was measured on Linux with JDK 17 against a reset, each kind of
 * ICMP refusal, silence, and a full table of open files.
 */
public enum Reason {
    /** Not asked, or not answered yet. */
    UNKNOWN(PortState.FILTERED, "not asked"),
    /** The connection stood. */
    CONNECTED(PortState.OPEN, "connected"),
    /** A reset, or an ICMP port-unreachable: Java cannot tell them apart. */
    REFUSED(PortState.CLOSED, "refused"),
    /** Asked several times, not a word. */
    SILENT(PortState.FILTERED, "no answer"),
    /** ICMP host-unreachable or admin-prohibited, or no answer to ARP. */
    NO_ROUTE(PortState.FILTERED, "host unreachable or prohibited"),
    /** ICMP net-unreachable, or no route at all. */
    NET_UNREACHABLE(PortState.FILTERED, "network unreachable"),
    /** ICMP protocol-unreachable. */
    NO_PROTOCOL(PortState.FILTERED, "protocol not available"),
    /** Trouble of this machine; the probe goes back. */
    LOCAL(PortState.ERROR, "trouble on this machine"),
    /** An error nobody has met yet. */
    OTHER(PortState.ERROR, "an unknown error");

    private final PortState state;
    private final String words;

    Reason(PortState state, String words) {
        this.state = state;
        this.words = words;
    }

    /** The state that it gives a port. */
    public PortState state() {
        return state;
    }

    /** In words for people. */
    public String words() {
        return words;
    }

    /** Something answered: the host, or somebody before it. */
    public boolean isAnswer() {
        return this == CONNECTED
                || this == REFUSED
                || this == NO_ROUTE
                || this == NO_PROTOCOL
                || this == NET_UNREACHABLE;
    }

    /** The host itself answered. */
    public boolean isHost() {
        return this == CONNECTED || this == REFUSED || this == NO_PROTOCOL;
    }

    /** What a failed connect means. The class is asked first, then the text, which is the C library's. */
    public static Reason of(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        if (failure instanceof BindException) {
            return LOCAL; // no free port, or not permitted here
        }
        if (failure instanceof NoRouteToHostException || text.contains("No route to host")) {
            return NO_ROUTE; // the text: macOS reports it as a ConnectException
        }
        if (failure instanceof ConnectException) {
            return text.contains("timed out") ? SILENT : text.contains("refused") ? REFUSED : OTHER;
        }
        return failure instanceof SocketException ? ofText(text) : isOpenFiles(text) ? LOCAL : OTHER;
    }

    private static Reason ofText(String text) {
        if (text.contains("Network is unreachable") || text.contains("Network is down")) {
            return NET_UNREACHABLE;
        }
        if (text.contains("Protocol not available")) {
            return NO_PROTOCOL;
        }
        boolean local = isOpenFiles(text)
                || text.contains("buffer space")
                || text.contains("memory")
                || text.contains("not permitted")
                || text.contains("denied")
                || text.contains("Cannot assign");
        return local ? LOCAL : text.contains("reset") ? REFUSED : OTHER;
    }

    private static boolean isOpenFiles(String text) {
        return text.contains("open files");
    }
}
