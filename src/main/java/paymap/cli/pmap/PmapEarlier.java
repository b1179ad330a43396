package paymap.cli.pmap;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.TextEncoding;
import paymap.files.GrowingFile;
import paymap.pmap.ScanPlan;
import paymap.pmap.file.AskedScan;
import paymap.pmap.file.ScanFile;
import paymap.pmap.file.StoredScan;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.PortSet;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Services;
import paymap.pmap.target.Targets;
import paymap.words.Words;

/** What is typed about an earlier scan, and how it goes together with the rest of the command line. */
final class PmapEarlier {

    private PmapEarlier() {}

    /** What would change nothing was meant to do something. */
    static void requireUse(PmapOptions typed, PmapRequest.Format format) {
        if (typed.resume != null && typed.file != null) {
            throw new IllegalArgumentException(
                    Words.say("--resume saves the whole in the file it goes on with; leave -w out"));
        }
        if (typed.merge && typed.resume == null) {
            throw new IllegalArgumentException(Words.say("--merge adds to the scan of a file; it needs --resume"));
        }
        if (typed.failOnChange && typed.since == null) {
            throw new IllegalArgumentException(Words.say("--fail-on-change needs --since, to know what has changed"));
        }
        if (typed.since != null && format == PmapRequest.Format.PLAIN) {
            throw new IllegalArgumentException(
                    Words.say("--format plain lists what is open or alive, not what has changed;"
                            + " use text, json or ndjson with --since"));
        }
        boolean excludes = !typed.exclude.isEmpty() || typed.choices.excludeFile != null;
        if (typed.resume != null && typed.hosts().isEmpty() && excludes) {
            throw new IllegalArgumentException(Words.say(
                    "%s leaves out hosts that are named; with --resume alone, the file says which are left",
                    typed.exclude.isEmpty() ? "--exclude-file" : "--exclude"));
        }
    }

    /** What a stopped scan left of its file. */
    static StoredScan stopped(String file) {
        return ScanFile.read(GrowingFile.left(TextEncoding.path(file)));
    }

    static StoredScan since(String file, ScanPlan.Kind kind) {
        Path path = TextEncoding.path(file);
        StoredScan scan = ScanFile.read(path);
        if (scan.asked().kind() != kind) {
            throw new IllegalArgumentException(otherKind(scan.asked().kind()));
        }
        return scan;
    }

    /** @param typed null = it was not */
    static ScanPlan.Kind kind(ScanPlan.@Nullable Kind typed, @Nullable AskedScan asked) {
        if (asked != null && typed != null && typed != asked.kind()) {
            throw new IllegalArgumentException(otherKind(asked.kind()));
        }
        return asked != null ? asked.kind() : typed != null ? typed : ScanPlan.Kind.TCP;
    }

    /** @param typed null = no hosts were */
    static Targets targets(PmapOptions options, @Nullable AskedScan asked, @Nullable Targets typed) {
        AddressSet stored = asked == null ? null : asked.addresses();
        if (typed == null) {
            if (stored == null) {
                throw new IllegalArgumentException(
                        Words.say("%s does not say which addresses were meant; name the hosts again", options.resume));
            }
            return checked(stored, options);
        }
        AddressSet now = AddressSet.of(typed);
        if (stored == null || now.equals(stored)) {
            return typed;
        }
        if (!options.merge) {
            throw new IllegalArgumentException(Words.say(
                    "%s is the scan of other hosts (%s); leave the hosts out, or add them with --merge",
                    options.resume, shortened(stored.toString())));
        }
        now.addAll(stored);
        return checked(now, options);
    }

    /** What a file says is not believed more than what is typed. */
    private static Targets checked(AddressSet addresses, PmapOptions options) {
        return PmapRequest.targets(addresses.toString(), "", null, options.yes, InputStream.nullInputStream());
    }

    static Ports ports(PmapOptions options, @Nullable AskedScan asked, ScanPlan.Kind kind, Services services) {
        PortSet stored = asked == null ? PortSet.EMPTY : asked.ports();
        boolean named = options.ports != null || options.choices.top != null;
        if (asked != null && stored.isEmpty() && !named && kind == ScanPlan.Kind.TCP) {
            throw new IllegalArgumentException(
                    Words.say("%s does not say which ports were meant; name them again with -p", options.resume));
        }
        if (!named && !stored.isEmpty()) {
            return Ports.of(stored.sorted());
        }
        Ports typed = options.choices.ports(options.ports, services);
        return stored.isEmpty() ? typed : merged(options, stored, PortSet.of(typed));
    }

    /** The hosts as they were typed. */
    static String text(PmapOptions typed, @Nullable AskedScan asked) {
        String hosts = typed.hosts();
        if (asked == null || asked.targetsText().isEmpty()) {
            return hosts;
        }
        return typed.merge && !hosts.isEmpty() ? asked.targetsText() + "," + hosts : asked.targetsText();
    }

    private static Ports merged(PmapOptions options, PortSet stored, PortSet typed) {
        if (!stored.equals(typed) && !options.merge) {
            throw new IllegalArgumentException(Words.say(
                    "%s is the scan of other ports (%s); leave %s out, or add them with --merge",
                    options.resume, shortened(stored.toString()), options.choices.top == null ? "-p" : "--top"));
        }
        return Ports.of(stored.with(typed).sorted());
    }

    private static String otherKind(ScanPlan.Kind kind) {
        return kind == ScanPlan.Kind.PING
                ? Words.say("the file is of a ping, and this is a scan of TCP ports; say -f ping")
                : Words.say("the file is of a scan of TCP ports, and this is a ping; say -f tcp");
    }

    private static String shortened(String ranges) {
        int comma = ranges.length() > 60 ? ranges.lastIndexOf(',', 60) : -1;
        return comma < 0 ? ranges : ranges.substring(0, comma) + ",...";
    }
}
