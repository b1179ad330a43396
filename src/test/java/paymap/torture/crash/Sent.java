package paymap.torture.crash;

import java.util.List;

/** Signals sent one after the other, and the exit code of the last. */
enum Sent {
    INT(130, "INT"),
    INT_TWICE(130, "INT", "INT"),
    TERM(143, "TERM"),
    HUP(129, "HUP"),
    STOPPED_THEN_GOES_ON(0, "STOP", "CONT"),
    STOPPED_THEN_INT(130, "STOP", "INT", "CONT");

    private final int exitCode;
    private final List<String> signals;

    Sent(int exitCode, String... signals) {
        this.exitCode = exitCode;
        this.signals = List.of(signals);
    }

    int exitCode() {
        return exitCode;
    }

    List<String> signals() {
        return signals;
    }

    /** Whether they end a command, and do not only stop it for a while. */
    boolean ends() {
        return exitCode != 0;
    }
}
