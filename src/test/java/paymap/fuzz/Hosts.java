package paymap.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static paymap.fuzz.Input.that;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.fuzz.SlowHosts.Span;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressRange;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.TargetText;
import paymap.pmap.target.Targets;

/** Hosts as people type them, with what is left out, beside {@link SlowHosts}: no address is asked that nobody named. */
final class Hosts {

    private Hosts() {}

    static void judge(byte[] input) {
        String[] parts = Input.parts(input, 3);
        String wanted = parts[0];
        String excluded = parts[1];
        if (Stream.of(parts).anyMatch(part -> part.indexOf('@') >= 0)) {
            return; // would read files of this machine
        }
        TargetText text = new TargetText(Hosts::resolved, new ByteArrayInputStream(parts[2].getBytes(UTF_8)));
        Targets targets = Input.orRefused(() -> orNull(text, wanted, excluded));
        boolean isComparable = !(wanted + excluded).contains("%")
                && !List.of(wanted, excluded).contains("-")
                && Stream.of((wanted + "," + excluded).split(","))
                        .noneMatch(word -> word.strip().equals("-"));
        if (isComparable) {
            List<Span> slowly = SlowHosts.spans(wanted, false);
            List<Span> holes = excluded.isBlank() ? List.of() : SlowHosts.spans(excluded, true);
            if (targets != null) {
                that(slowly != null && holes != null, "taken for hosts: " + wanted + " without " + excluded);
                compared(targets, slowly, holes);
            }
        }
        if (targets != null) {
            printed(targets);
        }
    }

    private static @Nullable Targets orNull(TargetText text, String wanted, String excluded) {
        try {
            return text.targets(wanted, excluded, false);
        } catch (TargetText.Unconfirmed e) {
            that(e.count() > TargetText.UNCONFIRMED, "too few to ask: " + e.count());
            return null;
        }
    }

    /** Who is asked changes only beside the ends of spans: there, both must agree. */
    private static void compared(Targets targets, List<Span> wanted, List<Span> holes) {
        List<Span> chosen = targets.ranges().stream().map(Hosts::span).toList();
        BigInteger count = BigInteger.ZERO;
        for (Span span : chosen) {
            count = count.add(span.last().subtract(span.first()).add(BigInteger.ONE));
        }
        that(count.equals(BigInteger.valueOf(targets.count())), targets.count() + " are counted of " + count);
        List<Span> all = new ArrayList<>(chosen);
        all.addAll(wanted);
        all.addAll(holes);
        for (Span span : all) {
            for (BigInteger end : List.of(span.first(), span.last())) {
                for (int beside = -1; beside <= 1; beside++) {
                    BigInteger at = end.add(BigInteger.valueOf(beside));
                    boolean meant = isIn(wanted, at, span.six()) && !isIn(holes, at, span.six());
                    that(meant == isIn(chosen, at, span.six()), (meant ? "left out: " : "nobody named: ") + at);
                }
            }
        }
    }

    private static boolean isIn(List<Span> spans, BigInteger at, boolean six) {
        return spans.stream()
                .anyMatch(
                        span -> span.six() == six && span.first().compareTo(at) <= 0 && at.compareTo(span.last()) <= 0);
    }

    private static Span span(AddressRange range) {
        return new Span(
                number(range.first()), number(range.last()), range.first().six());
    }

    private static BigInteger number(Address address) {
        return new BigInteger(1, address.bytes());
    }

    /** What is written to a file of a scan is read as the same hosts; a walk through them meets each once. */
    private static void printed(Targets targets) {
        AddressSet set = AddressSet.of(targets);
        String text = set.toString();
        that(set.equals(AddressSet.of(text, Integer.MAX_VALUE)), "printed is not what it was: " + text);
        if (targets.count() <= 2_000) {
            walked(targets, set);
        }
    }

    private static void walked(Targets targets, AddressSet set) {
        AddressSet met = new AddressSet();
        int steps = 0;
        for (var hosts = targets.shuffled(7); hosts.hasNext(); steps++) {
            Address host = hosts.next();
            that(set.contains(host) && !met.contains(host), "nobody named, or twice: " + host);
            met.add(host);
            that(Address.of(host.toString()).equals(host), "read as another: " + host);
        }
        that(steps == targets.count(), steps + " hosts of " + targets.count());
    }

    /** Two names that there are; all others are unknown, and nobody is asked. */
    private static InetAddress[] resolved(String name) throws UnknownHostException {
        return switch (name) {
            case "both" -> new InetAddress[] {literal("fd00::9"), literal("10.9.8.7")};
            case "six" -> new InetAddress[] {literal("fd00::8")};
            default -> throw new UnknownHostException(name);
        };
    }

    private static InetAddress literal(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }
}
