package paymap.pmap;

/** How to ping. */
public enum PingerChoice {
    /** The fastest that this machine has and this user may. */
    AUTO,
    /** The system's ping, in workers. */
    PING,
    /** One fping. */
    FPING,
    /** An ICMP socket of our own. */
    ICMP
}
