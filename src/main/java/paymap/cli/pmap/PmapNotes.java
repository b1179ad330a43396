package paymap.cli.pmap;

import java.io.PrintStream;
import paymap.cli.console.Table;
import paymap.pmap.HostResult;
import paymap.pmap.ScanListener;
import paymap.words.Words;

/** Says on standard error what a person should know beside the results. */
final class PmapNotes implements ScanListener {

    private final PrintStream err;
    private final PmapProgress progress;
    private final int verbosity;

    /**
     * @param progress whose line makes room
     * @param verbosity 0 = troubles, 1 = choices too, 2 = unusual decisions as well
     */
    PmapNotes(PrintStream err, PmapProgress progress, int verbosity) {
        this.err = err;
        this.progress = progress;
        this.verbosity = verbosity;
    }

    void say(String sentence) {
        progress.clear();
        err.println("paymap: " + Table.safe(sentence));
    }

    @Override
    public void host(HostResult result) {
        if (result.isSuspicious()) {
            say(Words.say(
                    "%s: more than half of its ports are open; something in between may answer for it.",
                    result.address()));
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
