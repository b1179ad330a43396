package paymap.cli;

/** What scripts can trust. */
final class Exit {

    static final int COMPLETE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int PARTIAL = 3;
    static final int INTERRUPTED = 130;

    private Exit() {}
}
