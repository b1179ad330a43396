package paymap.cli.pmap;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.cli.console.TextEncoding;
import paymap.pmap.BannerChoice;
import paymap.pmap.PingerChoice;
import paymap.pmap.ScanMemory;
import paymap.pmap.ScanPlan;
import paymap.pmap.file.AskedScan;
import paymap.pmap.file.StoredScan;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.PortSet;
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
 * @param resumed what an earlier scan has found out of it; null = it begins with nothing
 * @param since the earlier scan that it is compared with; null = all results are told
 * @param failsOnChange whether a change is told by the exit code
 * @param report where the page for people goes; null = nowhere
 */
record PmapRequest(
        ScanPlan plan,
        String targetsText,
        boolean children,
        Format format,
        @Nullable Path file,
        int verbosity,
        Services services,
        BannerChoice banner,
        @Nullable PmapResumed resumed,
        @Nullable StoredScan since,
        boolean failsOnChange,
        @Nullable Path report) {

    enum Format {
        TEXT,
        PLAIN,
        JSON,
        NDJSON
    }

    /** @throws IllegalArgumentException if it is none */
    static Format format(String typed) {
        return one(Format.values(), typed, "--format");
    }

    /** Whether the whole result is kept until the end. */
    boolean keeps() {
        return file != null || format == Format.JSON || since != null || report != null;
    }

    /** What is left to scan. */
    ScanPlan rest() {
        return resumed == null ? plan : resumed.rest();
    }

    /** The same as files tell it. */
    AskedScan asked(Instant started) {
        return new AskedScan(
                plan.kind(),
                targetsText,
                AddressSet.of(plan.targets()),
                plan.kind() == ScanPlan.Kind.TCP ? PortSet.of(plan.ports()) : PortSet.EMPTY,
                started,
                plan.settings(),
                plan.pinger(),
                children,
                banner);
    }

    /** @throws IllegalArgumentException if anything about it is wrong */
    static PmapRequest of(PmapOptions typed, InputStream standardInput) {
        Format format = format(typed.format);
        PmapEarlier.requireUse(typed, format);
        requireFile("-w", typed.file);
        requireFile("--report", typed.report);
        Path report = PmapReport.path(typed.report, "-w", typed.file, "--resume", typed.resume, "--since", typed.since);
        StoredScan stopped = typed.resume == null ? null : PmapEarlier.stopped(typed.resume);
        AskedScan asked = stopped == null ? null : stopped.asked();
        ScanPlan.Kind kind =
                PmapEarlier.kind(typed.kind == null ? null : one(ScanPlan.Kind.values(), typed.kind, "-f"), asked);
        requireUse(typed, kind, format);
        Services services = new Services(Services.SYSTEM);
        ScanPlan plan = plan(typed, kind, asked, services, standardInput);
        String file = typed.resume == null ? typed.file : typed.resume;
        BannerChoice banner = typed.choices.banner(asked == null ? BannerChoice.NONE : asked.banner());
        return new PmapRequest(
                plan,
                PmapEarlier.text(typed, asked),
                typed.model == null ? asked != null && asked.children() : children(typed.model),
                format,
                file == null ? null : TextEncoding.path(file),
                typed.verbose.length,
                services,
                banner,
                stopped == null ? null : new PmapResumed(stopped, plan, banner != BannerChoice.NONE),
                typed.since == null ? null : PmapEarlier.since(typed.since, kind),
                typed.failOnChange,
                report);
    }

    /** Where other options take a dash for standard output or input, these would write a file of that name. */
    private static void requireFile(String option, @Nullable String typed) {
        if (typed != null && typed.equals("-")) {
            throw new IllegalArgumentException(
                    Words.say("%s needs the name of a file; --format json prints the result", option));
        }
    }

    /** @param asked what a stopped scan was to find out; null = there is none */
    private static ScanPlan plan(
            PmapOptions typed,
            ScanPlan.Kind kind,
            @Nullable AskedScan asked,
            Services services,
            InputStream standardInput) {
        boolean stored = asked != null && typed.hosts().isEmpty();
        boolean portByPort = typed.file != null || typed.resume != null || typed.since != null;
        return new ScanPlan(
                kind,
                PmapEarlier.targets(typed, asked, stored ? null : typedTargets(typed, standardInput)),
                PmapEarlier.ports(typed, asked, kind, services),
                PmapSettings.of(typed, kind, asked == null ? null : asked.settings()),
                pinger(typed, asked),
                portByPort || typed.report != null || typed.format.endsWith("json")
                        ? new ScanMemory(ScanMemory.NONE.known(), false, true)
                        : ScanMemory.NONE);
    }

    private static PingerChoice pinger(PmapOptions typed, @Nullable AskedScan asked) {
        if (typed.pinger != null) {
            return one(PingerChoice.values(), typed.pinger, "--pinger");
        }
        return asked == null ? PingerChoice.AUTO : asked.pinger();
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
        typed.choices.requireUse(kind, typed.ports != null, isRoomy(typed, format));
        if (typed.all && !isRoomy(typed, format)) {
            throw new IllegalArgumentException(
                    Words.say("--all tells more than --format plain can hold, which lists what is open or alive;"
                            + " use text, json or ndjson"));
        }
    }

    /** Whether there is room for more than what is open or alive. */
    private static boolean isRoomy(PmapOptions typed, Format format) {
        return format != Format.PLAIN || typed.file != null || typed.resume != null || typed.report != null;
    }

    private static Targets typedTargets(PmapOptions typed, InputStream standardInput) {
        String hosts = typed.hosts();
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException(Words.say("no hosts are named; write e.g. paymap pmap 192.168.0.0/24"));
        }
        return targets(hosts, typed.exclude, typed.choices.excludeFile, typed.yes, standardInput);
    }

    /** @throws IllegalArgumentException if they make no sense, or are more than was said to be meant */
    static Targets targets(
            String hosts, String exclude, @Nullable String excludeFile, boolean yes, InputStream standardInput) {
        try {
            return new TargetText(new SystemNames(), standardInput).targets(hosts, exclude, excludeFile, yes);
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
