package paymap.pmap;

/** What is known of a port at the end. */
public enum PortState {
    /** Something accepts connections. */
    OPEN,
    /** The host says that nothing listens. */
    CLOSED,
    /** No answer, or something on the way said no: nobody can tell. */
    FILTERED,
    /** This machine could not ask. */
    ERROR
}
