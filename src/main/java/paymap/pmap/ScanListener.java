package paymap.pmap;

import paymap.pmap.target.Address;

/** Hears of results as they come, always on the thread that runs the scan. */
public interface ScanListener {

    /** A port is open. Told before its host is finished; a port may be told twice where a child process died. */
    void open(Address host, PortResult port);

    /** A host is finished. */
    void host(HostResult result);

    /** A host answers ping. */
    void alive(Address host, long rttMicros);

    /** A host does not answer ping. */
    void silent(Address host);

    /** How far away a host is, told once when it is known; other processes of the same scan want to know. */
    default void near(Address host, long rttNanos) {}

    /** Which of several ways was taken, in a sentence. */
    void chose(String sentence);

    /** An unusual decision, in a sentence. */
    void decided(String sentence);

    /** Something went wrong that makes the result partial, in a sentence. */
    void trouble(String sentence);

    /** How far it is; several times a second. */
    void progress(Progress progress);

    /**
     * @param done probes whose answer is known or given up, as far as it can be said
     * @param total of them; grows where silent ports are asked again
     * @param found open ports, or hosts that answer
     */
    record Progress(long done, long total, long found) {}
}
