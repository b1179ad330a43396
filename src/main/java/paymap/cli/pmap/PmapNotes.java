package paymap.cli.pmap;

import java.io.PrintStream;
import paymap.cli.console.Table;
import paymap.pmap.HostResult;
import paymap.pmap.ScanListener;

/** Says on standard error what a person should know beside the results. */
final class PmapNotes implements ScanListener {

    private final PrintStream err;
    private final PmapProgress progress;
    private final int verbosity;
    private final boolean saysDoubts;

    /**
     * @param progress whose line makes room
     * @param verbosity 0 = troubles, 1 = choices too, 2 = unusual decisions as well
     * @param saysDoubts whether a suspicious host is told; where people read the results it stands there
     */
    PmapNotes(PrintStream err, PmapProgress progress, int verbosity, boolean saysDoubts) {
        this.err = err;
        this.progress = progress;
        this.verbosity = verbosity;
        this.saysDoubts = saysDoubts;
    }

    void say(String sentence) {
        progress.clear();
        err.println("paymap: " + Table.safe(sentence));
    }

    @Override
    public void host(HostResult result) {
        String suspicious = PmapJson.suspicious(result);
        if (suspicious != null && saysDoubts) {
            say(result.address() + ": " + suspicious + ".");
        }
    }

    @Override
    public void chose(String sentence) {
        if (verbosity > 0) {
            say(sentence);
        }
    }

    @Override
    public void decided(String sentence) {
        if (verbosity > 1) {
            say(sentence);
        }
    }

    @Override
    public void trouble(String sentence) {
        say(sentence);
    }
}
