package paymap.pmap.file;

import paymap.words.Words;

/** What a file may cost in memory, however it is made. */
final class ReadingBudget {

    /** Units of some 30 bytes: a million hosts with nothing open, or 65,000 with 60 open ports each. Chosen. */
    private static final int MOST = 1 << 22;

    /** A host without ports. */
    private static final int HOST = 4;

    private long left = MOST;

    void host() {
        take(HOST);
    }

    /** @param units open ports, and ranges of ports or addresses */
    void take(long units) {
        left -= units;
        if (left < 0) {
            throw new UnreadableScan(Words.say("it holds more hosts and ports than paymap takes in at once"));
        }
    }
}
