package paymap.cli.pmap;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Durations;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.words.Words;

/** How fast, how often and how long is asked: what is typed, what the file of a stopped scan says, or what is usual. */
final class PmapSettings {

    /** Measured in docs/pmap.md: a host that drops packets is scanned in about a second; nmap starts lower. */
    private static final int USUAL_AT_ONCE_TCP = 256;

    private static final Duration USUAL_WAIT = Duration.ofSeconds(1);

    /** One is a small packet, or a whole process where there is only the system's ping. Chosen; not measured. */
    private static final int USUAL_AT_ONCE_PING = 64;

    private PmapSettings() {}

    /**
     * What is typed, or else usual.
     *
     * @param stopped those of a scan that is gone on with, for what is not typed; null = there is none
     * @throws IllegalArgumentException if a number is none, or not within its range
     */
    static ScanSettings of(PmapOptions typed, ScanPlan.Kind kind, @Nullable ScanSettings stopped) {
        int usual = kind == ScanPlan.Kind.TCP ? USUAL_AT_ONCE_TCP : USUAL_AT_ONCE_PING;
        int rate = typed.rate == null ? 0 : PmapRequest.number(typed.rate, "--rate");
        if (typed.rate != null && rate == 0) {
            throw new IllegalArgumentException(
                    Words.say("a rate of 0 would never send anything; --rate is at least 1"));
        }
        ScanSettings before = stopped != null
                ? stopped
                : new ScanSettings(usual, USUAL_WAIT, ScanSettings.AS_NEEDED, 0, false, false);
        try {
            return new ScanSettings(
                    typed.atOnce == null ? before.atOnce() : PmapRequest.number(typed.atOnce, "-n"),
                    typed.longestWait == null ? before.longestWait() : Durations.PROBE.of(typed.longestWait),
                    typed.retries == null ? before.retries() : PmapRequest.number(typed.retries, "--retries"),
                    typed.rate == null ? before.rate() : rate,
                    typed.assumeUp || before.assumeUp(),
                    typed.all || before.everyPort(),
                    typed.choices.timeout(before.hostTimeout()),
                    typed.choices.seedOfOrder(before.seed()));
        } catch (ScanSettings.OutOfRange e) {
            throw new IllegalArgumentException(words(e), e);
        }
    }

    private static String words(ScanSettings.OutOfRange e) {
        long least = e.limit().least();
        long most = e.limit().most();
        return switch (e.limit()) {
            case AT_ONCE -> Words.say("-n must be from %d to %d probes at once: %d", least, most, e.value());
            case LONGEST_WAIT -> Words.say("-t must be from 1ms to 5min: %dms", e.value());
            case RETRIES -> Words.say("--retries must be from %d to %d: %d", least, most, e.value());
            case HOST_TIMEOUT -> Words.say("--host-timeout must be from 100ms to 24h: %dms", e.value());
            case RATE -> Words.say("--rate must be from %d to %d packets a second: %d", least, most, e.value());
        };
    }
}
