package paymap.cli.pmap;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Durations;
import paymap.cli.console.Table;
import paymap.pmap.PingerChoice;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Services;
import paymap.pmap.target.TargetText;

/**
 * What was asked for, understood and found sensible.
 *
 * @param plan what to scan
 * @param targetsText the hosts as they were typed
 * @param children whether child processes do it
 * @param format how results are printed
 * @param file where the JSON goes; null = nowhere
 * @param verbosity 0, 1 = the elapsed time, 2 = decisions as well
 * @param services names of ports
 */
record PmapRequest(
        ScanPlan plan,
        String targetsText,
        boolean children,
        Format format,
        @Nullable Path file,
        int verbosity,
        Services services) {

    enum Format {
        TEXT,
        PLAIN,
        JSON,
        NDJSON
    }

    private static final int USUAL_AT_ONCE_TCP = 256;
    private static final int USUAL_AT_ONCE_PING = 64;

    /** @throws IllegalArgumentException if anything about it is wrong */
    static PmapRequest of(PmapOptions typed, InputStream standardInput) {
        String hosts = String.valueOf(typed.hosts);
        ScanPlan.Kind kind = one(ScanPlan.Kind.values(), typed.kind, "-f");
        Services services = new Services(Services.SYSTEM);
        ScanPlan plan = new ScanPlan(
                kind,
                new TargetText(new SystemNames(), standardInput).targets(hosts, typed.exclude, typed.yes),
                Ports.of(typed.ports, services),
                settings(typed, kind),
                one(PingerChoice.values(), typed.pinger, "--pinger"));
        return new PmapRequest(
                plan,
                hosts,
                children(typed.model),
                one(Format.values(), typed.format, "--format"),
                typed.file == null ? null : Path.of(typed.file),
                typed.verbose.length,
                services);
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
            throw new IllegalArgumentException("a rate of 0 would never send anything; --rate is at least 1");
        }
        int retries = typed.retries == null ? ScanSettings.AS_NEEDED : number(typed.retries, "--retries");
        return new ScanSettings(
                typed.atOnce == null ? usual : number(typed.atOnce, "-n"),
                Durations.PROBE.of(typed.longestWait),
                retries,
                rate,
                typed.assumeUp,
                typed.all);
    }

    private static boolean children(String model) {
        if (!model.equals("thread") && !model.equals("proc")) {
            throw new IllegalArgumentException("-m is thread or proc, not \"" + Table.safe(model) + "\"");
        }
        return model.equals("proc");
    }

    private static <E extends Enum<E>> E one(E[] choices, String typed, String option) {
        StringBuilder names = new StringBuilder();
        for (E choice : choices) {
            String name = choice.name().toLowerCase(Locale.ROOT);
            if (name.equals(typed)) {
                return choice;
            }
            names.append(names.length() == 0 ? "" : ", ").append(name);
        }
        throw new IllegalArgumentException(option + " is one of " + names + ", not \"" + Table.safe(typed) + "\"");
    }

    private static int number(String typed, String option) {
        boolean digits = !typed.isEmpty() && typed.length() <= 9;
        for (int i = 0; i < typed.length(); i++) {
            digits &= typed.charAt(i) >= '0' && typed.charAt(i) <= '9';
        }
        if (!digits) {
            throw new IllegalArgumentException(option + " takes a whole number, not \"" + Table.safe(typed) + "\"");
        }
        return Integer.parseInt(typed);
    }
}
