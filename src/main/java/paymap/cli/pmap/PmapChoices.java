package paymap.cli.pmap;

import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Durations;
import paymap.pmap.BannerChoice;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Services;
import paymap.pmap.target.UsualPorts;
import paymap.words.Words;
import picocli.CommandLine.Option;

/** What a person types about which hosts and ports are asked, in which order and how long, and what is heard of them. */
final class PmapChoices {

    /** Nine digits are typed again without a mistake. Chosen. */
    private static final int SEEDS = 1_000_000_000;

    @Option(names = "--exclude-file", paramLabel = "FILE", description = "A file of hosts to leave out.")
    @Nullable
    String excludeFile;

    @Option(names = "--top", paramLabel = "COUNT", description = "Instead of -p: so many of the most usual ports.")
    @Nullable
    String top;

    @Option(names = "--randomize", description = "Ask hosts and ports in an order that looks random.")
    boolean randomize;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "With --randomize: the order of an earlier scan.")
    @Nullable
    String seed;

    @Option(
            names = "--host-timeout",
            paramLabel = "TIME",
            description = "Leave a host after this, e.g. 30s, 15min, with what is known of it; default: never.")
    @Nullable
    String hostTimeout;

    @Option(names = "--banner", description = "Tell the first line that each open port says within a second.")
    boolean banner;

    @Option(
            names = "--banner=http",
            description = "The same, and ask those that say nothing for the head of a web page.")
    boolean bannerHttp;

    /** @return whether it is one of these */
    boolean flag(String name) {
        switch (name) {
            case "--randomize" -> randomize = true;
            case "--banner" -> banner = true;
            case "--banner=http" -> bannerHttp = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** @return whether it is one of these */
    boolean value(String name, String value) {
        switch (name) {
            case "--exclude-file" -> excludeFile = value;
            case "--top" -> top = value;
            case "--seed" -> seed = value;
            case "--host-timeout" -> hostTimeout = value;
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * What would change nothing was meant to do something.
     *
     * @param named whether {@code -p} is typed
     * @param shown whether the output has room for what a port says
     * @throws IllegalArgumentException if there is such
     */
    void requireUse(ScanPlan.Kind kind, boolean named, boolean shown) {
        if (kind != ScanPlan.Kind.TCP) {
            requireNoPorts();
        }
        if (top != null && named) {
            throw new IllegalArgumentException(Words.say("--top and -p both say which ports; leave one out"));
        }
        if (seed != null && !randomize) {
            throw new IllegalArgumentException(Words.say("--seed says in which random order; it needs --randomize"));
        }
        if (!shown && banner(BannerChoice.NONE) != BannerChoice.NONE) {
            throw new IllegalArgumentException(
                    Words.say(
                            "--format plain has no room for what --banner hears; use text, json or ndjson, or save it with -w"));
        }
    }

    private void requireNoPorts() {
        if (top != null) {
            throw new IllegalArgumentException(Words.say("--top names TCP ports, and a ping asks none"));
        }
        if (hostTimeout != null) {
            throw new IllegalArgumentException(
                    Words.say("--host-timeout is for TCP ports; how long a ping waits is said by -t"));
        }
        if (banner(BannerChoice.NONE) != BannerChoice.NONE) {
            throw new IllegalArgumentException(Words.say("--banner is for TCP ports; a ping connects to none"));
        }
    }

    /** @param typed after {@code -p}; null = nothing was */
    Ports ports(@Nullable String typed, Services services) {
        if (top == null) {
            return Ports.of(typed == null ? PmapOptions.USUAL_PORTS : typed, services);
        }
        int count = PmapRequest.number(top, "--top");
        if (count < 1 || count > UsualPorts.MOST) {
            throw new IllegalArgumentException(Words.say(
                    "--top is from 1 to %d, which is how many usual ports are known: %d", UsualPorts.MOST, count));
        }
        return Ports.usual(count);
    }

    /** @param before where none is typed; zero = no limit */
    Duration timeout(Duration before) {
        return hostTimeout == null ? before : Durations.HOST.of(hostTimeout);
    }

    /** @param before where none is typed: the order of a scan that is gone on with; else any */
    int seedOfOrder(int before) {
        if (!randomize) {
            return before;
        }
        if (seed != null) {
            return PmapRequest.number(seed, "--seed");
        }
        return before == ScanSettings.IN_ORDER ? new Random().nextInt(SEEDS) : before;
    }

    /** @param before where none is typed */
    BannerChoice banner(BannerChoice before) {
        return bannerHttp ? BannerChoice.HTTP : banner ? BannerChoice.LISTEN : before;
    }
}
