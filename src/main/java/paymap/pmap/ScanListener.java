package paymap.pmap;

import java.util.Map;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/**
 * Hears what a scan finds, decides and suffers. The same interface carries it from the engine to the terminal; whoever
 * hands a listener to {@link Scanner#run} is called on the thread that runs the scan. What does not matter to a listener
 * it leaves alone.
 */
public interface ScanListener {

    /** A port is open. Told before its host is finished; a port may be told twice where a child process died. */
    default void open(Address host, PortResult port) {}

    /**
     * Some more ports of a host that is not finished are known to be closed or filtered; told only where
     * {@link ScanMemory#portByPort} says so.
     */
    default void ports(Address host, Map<Reason, PortSet> byReason) {}

    /** A host is finished. */
    default void host(HostResult result) {}

    /** A host answers ping. @param rttMicros microseconds; -1 = not known */
    default void alive(Address host, long rttMicros) {}

    /** A host does not answer ping. */
    default void silent(Address host) {}

    /** How far away a host is, told once when it is known; other processes of the same scan want to know. */
    default void rttKnown(Address host, long rttNanos) {}

    /** Which of several ways was taken, in a sentence. */
    default void chose(String sentence) {}

    /** An unusual decision, in a sentence. */
    default void decided(String sentence) {}

    /** Something went wrong that makes the result partial, in a sentence. */
    default void trouble(String sentence) {}

    /** How far it is; several times a second. */
    default void progress(Progress progress) {}

    /**
     * How far a scan is.
     *
     * @param done probes whose answer is known or given up, as far as it can be said
     * @param total of them; grows where silent ports are asked again; {@link Long#MAX_VALUE} = more than a long holds
     * @param found open ports, or hosts that answer
     */
    record Progress(long done, long total, long found) {}
}
