package paymap.cli.pmap;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Durations;
import paymap.cli.console.Table;
import paymap.cli.console.TextEncoding;
import paymap.pmap.PingerChoice;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.banner.BannerChoice;
import paymap.pmap.target.Services;
import paymap.pmap.target.TargetText;
import paymap.pmap.target.Targets;
import paymap.words.Words;

/**
 * What was asked for, understood and found sensible.
 *
 * @param plan what to scan
 * @param targetsText the hosts as they were typed, by commas
 * @param children whether child processes do it
 * @param format how results are printed
 * @param file where the JSON goes; null = nowhere
 * @param verbosity 0, 1 = the elapsed time, 2 = decisions as well
 * @param services names of ports
 * @param banner whether it is heard what open ports say
 */
record PmapRequest(
        ScanPlan plan,
        String targetsText,
        boolean children,
        Format format,
        @Nullable Path file,
        int verbosity,
        Services services,
        BannerChoice banner) {

    enum Format {
        TEXT,
        PLAIN,
        JSON,
        NDJSON
    }

    /** Measured in docs/scanner.md: a host that drops packets is scanned in about a second; nmap starts lower. */
    private static final int USUAL_AT_ONCE_TCP = 256;

    /** One is a small packet, or a whole process where there is only the system's ping. Chosen; not measured. */
    private static final int USUAL_AT_ONCE_PING = 64;

    /** @throws IllegalArgumentException if anything about it is wrong */
    static PmapRequest of(PmapOptions typed, InputStream standardInput) {
        ScanPlan.Kind kind = one(ScanPlan.Kind.values(), typed.kind, "-f");
        Format format = one(Format.values(), typed.format, "--format");
        requireUse(typed, kind, format);
        Services services = new Services(Services.SYSTEM);
        ScanPlan plan = new ScanPlan(
                kind,
                targets(typed, standardInput),
                typed.choices.ports(typed.ports, services),
                settings(typed, kind),
                typed.pinger == null ? PingerChoice.AUTO : one(PingerChoice.values(), typed.pinger, "--pinger"));
        return new PmapRequest(
                plan,
                typed.hosts(),
                children(typed.model),
                format,
                typed.file == null ? null : TextEncoding.path(typed.file),
                typed.verbose.length,
                services,
                typed.choices.banner());
    }

    /** What would change nothing was meant to do something. */
    private static void requireUse(PmapOptions typed, ScanPlan.Kind kind, Format format) {
        boolean tcp = kind == ScanPlan.Kind.TCP;
        if (tcp && typed.pinger != null) {
            throw new IllegalArgumentException(Words.say("--pinger says how to ping; it needs -f ping"));
        }
        if (!tcp && typed.ports != null) {
            throw new IllegalArgumentException(
                    Words.say("-p names TCP ports, and a ping asks none; leave it out, or say -f tcp"));
        }
        if (!tcp && typed.assumeUp) {
            throw new IllegalArgumentException(Words.say("--assume-up is for TCP ports; a ping asks every host"));
        }
        typed.choices.requireUse(kind, typed.ports != null, format != Format.PLAIN || typed.file != null);
        if (typed.all && format == Format.PLAIN && typed.file == null) {
            throw new IllegalArgumentException(
                    Words.say("--all tells more than --format plain can hold, which lists what is open or alive;"
                            + " use text, json or ndjson"));
        }
    }

    private static Targets targets(PmapOptions typed, InputStream standardInput) {
        String hosts = typed.hosts();
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException(Words.say("no hosts are named; write e.g. paymap pmap 192.168.0.0/24"));
        }
        try {
            return new TargetText(new SystemNames(), standardInput)
                    .targets(hosts, typed.exclude, typed.choices.excludeFile, typed.yes);
        } catch (TargetText.Unconfirmed e) {
            throw new IllegalArgumentException(
                    Words.say("%d addresses were named; pass --yes to scan more than 2^24 addresses", e.count()), e);
        }
    }

    /** The system's own look-up. No lambda: linking one takes longer than reading the targets. */
    private static final class SystemNames implements TargetText.Resolver {
        @Override
        public InetAddress[] resolve(String name) throws UnknownHostException {
            return InetAddress.getAllByName(name);
        }
    }

    private static ScanSettings settings(PmapOptions typed, ScanPlan.Kind kind) {
        int usual = kind == ScanPlan.Kind.TCP ? USUAL_AT_ONCE_TCP : USUAL_AT_ONCE_PING;
        int rate = typed.rate == null ? 0 : number(typed.rate, "--rate");
        if (typed.rate != null && rate == 0) {
            throw new IllegalArgumentException(
                    Words.say("a rate of 0 would never send anything; --rate is at least 1"));
        }
        int retries = typed.retries == null ? ScanSettings.AS_NEEDED : number(typed.retries, "--retries");
        try {
            return new ScanSettings(
                    typed.atOnce == null ? usual : number(typed.atOnce, "-n"),
                    Durations.PROBE.of(typed.longestWait),
                    retries,
                    rate,
                    typed.assumeUp,
                    typed.all,
                    typed.choices.timeout(),
                    typed.choices.seedOfOrder());
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

    private static boolean children(String model) {
        if (!model.equals("thread") && !model.equals("proc")) {
            throw new IllegalArgumentException(Words.say("-m is thread or proc, not \"%s\"", Table.safe(model)));
        }
        return model.equals("proc");
    }

    private static <E extends Enum<E>> E one(E[] choices, String typed, String option) {
        List<String> names = new ArrayList<>();
        for (E choice : choices) {
            String name = choice.name().toLowerCase(Locale.ROOT);
            if (name.equals(typed)) {
                return choice;
            }
            names.add(name);
        }
        throw new IllegalArgumentException(
                Words.say("%s is one of %s, not \"%s\"", option, Words.list(names), Table.safe(typed)));
    }

    /** @throws IllegalArgumentException if it is no whole number of at most nine digits */
    static int number(String typed, String option) {
        boolean digits = !typed.isEmpty() && typed.length() <= 9;
        for (int i = 0; i < typed.length(); i++) {
            digits &= typed.charAt(i) >= '0' && typed.charAt(i) <= '9';
        }
        if (!digits) {
            throw new IllegalArgumentException(
                    Words.say("%s takes a whole number, not \"%s\"", option, Table.safe(typed)));
        }
        return Integer.parseInt(typed);
    }
}
