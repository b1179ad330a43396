package paymap.pmap.file;

import paymap.words.Words;

/** What a file may cost in memory, however it is made. */
final class ReadingBudget {

    /** Units of some 30 bytes: a million hosts with nothing open, or 65,000 with 60 open ports each. Chosen. */
    private static final int MOST = 1 << 22;

    /** A host without ports, or a range of addresses. */
    private static final int HOST = 4;

    private static final int OPEN = 2;
    private static final int RANGES = 8; // of ports, 4 bytes each

    private long left;

    ReadingBudget() {
        this(MOST);
    }

    /** @param units of some 30 bytes, 0 or more */
    ReadingBudget(long units) {
        left = units;
    }

    /** @param more hosts, or ranges of addresses; below 0 = they are fewer now */
    void hosts(long more) {
        take(more * HOST);
    }

    /**
     * What is kept of a host's ports.
     *
     * @param open how many more are open
     * @param ranges how many more ranges the others make; below 0 = they have grown together
     */
    void ports(int open, int ranges) {
        take((long) open * OPEN + ranges / RANGES);
    }

    private void take(long units) {
        left -= units;
        if (left < 0) {
            throw new UnreadableScan(Words.say("it holds more hosts and ports than paymap takes in at once"));
        }
    }
}
