package paymap.cli;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What paymap can be told to do, in the order of its help; each is called as it is named here, in small letters. */
enum Subcommand {
    CRAWL,
    IMPORT,
    STATS,
    CHART,
    SERVE,
    EXPORT,
    RUNS,
    PACE,
    FORGET,
    CONFIG,
    DOCTOR,
    SANDBOX,
    PMAP,
    COMPLETION,
    VERSION,
    HELP;

    /** These tell of all the others. */
    private static final Set<Subcommand> KNOWING_ALL = EnumSet.of(CONFIG, COMPLETION, HELP);

    /**
     * Those that a command line needs: to put all together takes longer than a short answer. One alone where the first
     * argument names it, which may be any but those that tell of others; else all.
     */
    static Set<Subcommand> of(String... args) {
        for (Subcommand one : values()) {
            if (args.length > 0 && args[0].equals(one.word()) && !KNOWING_ALL.contains(one)) {
                return EnumSet.of(one);
            }
        }
        return EnumSet.allOf(Subcommand.class);
    }

    /** As it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
