package paymap.cli.console;

/** A command of which a person may ask for the traces of errors. */
public interface Traced {

    /** Whether that was asked for. */
    boolean traced();
}
