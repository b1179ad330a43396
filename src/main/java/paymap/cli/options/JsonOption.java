package paymap.cli.options;

import picocli.CommandLine.Option;

/** Results for scripts instead of for people. */
public final class JsonOption {

    @Option(names = "--json", description = "Print JSON.")
    private boolean wanted;

    public boolean wanted() {
        return wanted;
    }
}
