package paymap.cli.console;

/** What scripts can trust. */
public final class Exit {

    public static final int COMPLETE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int PARTIAL = 3;
    public static final int INTERRUPTED = 130;

    private Exit() {}
}
