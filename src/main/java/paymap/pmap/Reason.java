package paymap.pmap;

import paymap.words.Words;

/** Why a port has its state. */
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
    /** A passing trouble of this machine, such as too many open files; the port is asked again. */
    LOCAL(PortState.ERROR, "trouble on this machine"),
    /** This machine does not allow it: a prohibiting route, a local firewall, a sandbox. */
    FORBIDDEN(PortState.ERROR, "forbidden on this machine"),
    /** An error nobody has met yet. */
    OTHER(PortState.ERROR, "an unknown error");

    private final PortState state;
    private final String code;

    Reason(PortState state, String code) {
        this.state = state;
        this.code = code;
    }

    /** The state that it gives a port. */
    public PortState state() {
        return state;
    }

    /** As it stands in JSON; scripts rely on it. */
    public String code() {
        return code;
    }

    /** As people read it. */
    public String words() {
        return switch (this) {
            case UNKNOWN -> Words.say("not asked");
            case CONNECTED -> Words.say("connected");
            case REFUSED -> Words.say("refused");
            case SILENT -> Words.say("no answer");
            case NO_ROUTE -> Words.say("host unreachable or prohibited");
            case NET_UNREACHABLE -> Words.say("network unreachable");
            case NO_PROTOCOL -> Words.say("protocol not available");
            case LOCAL -> Words.say("trouble on this machine");
            case FORBIDDEN -> Words.say("forbidden on this machine");
            case OTHER -> Words.say("an unknown error");
        };
    }

    /** Something answered: the host, or somebody before it. */
    public boolean isAnswer() {
        return switch (this) {
            case CONNECTED, REFUSED, NO_PROTOCOL, NO_ROUTE, NET_UNREACHABLE -> true;
            case UNKNOWN, SILENT, LOCAL, FORBIDDEN, OTHER -> false;
        };
    }

    /** The host itself answered. */
    public boolean isHost() {
        return switch (this) {
            case CONNECTED, REFUSED, NO_PROTOCOL -> true;
            case UNKNOWN, SILENT, NO_ROUTE, NET_UNREACHABLE, LOCAL, FORBIDDEN, OTHER -> false;
        };
    }
}
