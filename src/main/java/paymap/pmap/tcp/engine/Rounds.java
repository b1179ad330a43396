package paymap.pmap.tcp.engine;

import paymap.pmap.ScanSettings;

/**
 * How often the silent ports of a host are asked again: in rounds, for as long as the last one found something, or as
 * often as was asked for. Pure; times in nanoseconds.
 */
final class Rounds {

    /** Where so many are silent, a third fruitless round costs more than it is likely to find. Chosen; not measured. */
    private static final int MANY_SILENT = 2048;

    private final int retries;
    private final boolean kernelRepeats;
    private int number;
    private int found;
    private int fruitless;
    private boolean lossy;

    /**
     * @param retries as in {@link ScanSettings}
     * @param kernelRepeats whether sockets live long enough for the kernel to repeat a question by itself
     */
    Rounds(int retries, boolean kernelRepeats) {
        this.retries = retries;
        this.kernelRepeats = kernelRepeats;
    }

    /** 0 = each port is asked for the first time. */
    int number() {
        return number;
    }

    /** A port that was silent at first has answered: questions or answers get lost here. */
    void foundLate() {
        found++;
        lossy = true;
    }

    /**
     * Whether a further round is worth it.
     *
     * @param silent how many ports have not answered
     */
    boolean isAnotherWorthIt(int silent) {
        boolean allowed = retries == ScanSettings.AS_NEEDED || number < retries;
        return allowed && fruitlessAfterThis() < mostFruitless(silent);
    }

    void begin() {
        fruitless = fruitlessAfterThis();
        number++;
        found = 0;
    }

    /** Host discovery is asked a second time; it counts as a first round that may have to be begun again. */
    void repeatDiscovery() {
        number = 1;
    }

    void restart() {
        number = 0;
    }

    /**
     * Silent ports asked at this time or earlier need no round: the kernel has repeated the question, in vain, and
     * nothing says that packets get lost here. {@link Long#MIN_VALUE} = all need one.
     */
    long repeatedBefore(long now, long timeout) {
        boolean trusted = kernelRepeats && !lossy && number <= 1;
        return trusted ? now - HostPlan.KERNEL_REPEATS - timeout : Long.MIN_VALUE;
    }

    private int fruitlessAfterThis() {
        return found > 0 || number == 0 ? 0 : fruitless + 1;
    }

    /** Where packets get lost, a few silent ports may be unlucky twice; one round in vain proves little then. */
    private int mostFruitless(int silent) {
        return !lossy ? 1 : silent > MANY_SILENT ? 2 : 3;
    }
}
