package paymap.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Exit;
import paymap.cli.console.Table;
import paymap.job.StoreException;
import paymap.pmap.CouldNotScan;
import paymap.words.Words;

/** The one place that knows which exit code, and which words, an exception comes to. */
final class Failures {

    private Failures() {}

    /**
     * Says on standard error what stopped a command. Only an error of paymap itself comes with its trace, for a report.
     *
     * @param traced whether the person asked for the traces of all but their own mistakes
     * @return the exit code
     */
    static int report(Exception e, PrintWriter err, boolean traced) {
        if (e instanceof InterruptedException) {
            return Exit.INTERRUPTED;
        }
        boolean wrongUsage = e instanceof IllegalArgumentException;
        boolean plain = wrongUsage || e instanceof StoreException s && s.isWrongFile();
        boolean foreseen =
                plain || e instanceof StoreException || e instanceof CommandFailed || e instanceof CouldNotScan;
        if (foreseen) {
            err.println("paymap: " + oneLine(e.getMessage()));
        } else {
            err.println("paymap: " + Words.say("internal error: %s", oneLine(e.toString())));
            err.println(Words.say("Please report it with the command and the lines below."));
        }
        if (!foreseen || traced && !plain) {
            e.printStackTrace(err);
        }
        err.flush();
        return wrongUsage ? Exit.USAGE : Exit.FAILED;
    }

    /**
     * Says that the heap is full, for want of which nothing else could be told.
     *
     * @return the exit code
     */
    static int reportMemory(PrintStream err) {
        err.println("paymap: "
                + Words.say(
                        "%,d MB of memory are too little for this; what was stored is safe; give it more: java -Xmx2g -jar"
                                + " paymap.jar ...",
                        Runtime.getRuntime().maxMemory() >> 20));
        return Exit.FAILED;
    }

    /** A message as one line that cannot move the cursor. */
    static String oneLine(@Nullable String message) {
        return Table.safe(String.valueOf(message).replaceAll("\\s*\\R\\s*", " "));
    }
}
