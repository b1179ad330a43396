package paymap.pmap.proc;

/** What a line to a worker is about. */
enum ToWorker {
    /** How to scan; the first line, and only that. */
    SETTINGS,
    /** What to scan next. */
    CHUNK,
    /** Another worker knows how far away a host is. */
    RTT_KNOWN
}
