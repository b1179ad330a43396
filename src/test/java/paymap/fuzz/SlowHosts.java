package paymap.fuzz;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The grammar of hosts once more, written the slow way from its description and sharing no code with the other. */
final class SlowHosts {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern FOUR = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern GROUP = Pattern.compile("0*[0-9a-fA-F]{1,4}");

    /**
     * Addresses from one to another.
     *
     * @param last is among them
     */
    record Span(BigInteger first, BigInteger last, boolean six) {}

    private SlowHosts() {}

    /**
     * @param every whether all addresses of a name count
     * @return null = these are no hosts
     */
    static @Nullable List<Span> spans(String text, boolean every) {
        List<Span> spans = new ArrayList<>();
        for (String raw : text.split(",", -1)) {
            String word = raw.strip();
            if (word.equals("both") && every) {
                spans.add(address("fd00::9"));
                spans.add(address("10.9.8.7"));
                continue;
            }
            Span span = span(word);
            if (span == null) {
                return null;
            }
            spans.add(span);
        }
        return spans;
    }

    private static @Nullable Span span(String word) {
        if (word.equals("both")) {
            return address("10.9.8.7");
        }
        if (word.equals("six")) {
            return address("fd00::8");
        }
        if (word.contains("/")) {
            return network(word.substring(0, word.indexOf('/')), word.substring(word.indexOf('/') + 1));
        }
        if (word.contains("-")) {
            return range(word.substring(0, word.indexOf('-')), word.substring(word.indexOf('-') + 1));
        }
        return address(word);
    }

    /** An IPv4 address in the dress of IPv6, {@code ::ffff:10.0.0.1}, is the IPv4 address. */
    private static @Nullable Span address(String typed) {
        boolean isBracketed = typed.startsWith("[") && typed.endsWith("]") && typed.contains(":");
        String word = isBracketed ? typed.substring(1, typed.length() - 1) : typed; // as in an address of a page
        BigInteger four = four(word);
        BigInteger six = four == null ? six(word) : null;
        if (six != null && six.shiftRight(32).equals(BigInteger.valueOf(0xFFFF))) {
            four = six.subtract(BigInteger.valueOf(0xFFFF).shiftLeft(32));
        }
        return four != null ? one(four, false) : six == null ? null : one(six, true);
    }

    private static Span one(BigInteger address, boolean six) {
        return new Span(address, address, six);
    }

    private static @Nullable Span network(String address, String bits) {
        Span one = span(address);
        if (one == null || address.contains("/") || address.contains("-") || !bits.matches("\\d{1,3}")) {
            return null;
        }
        int width = one.six() ? 128 : 32;
        int left = width - Integer.parseInt(bits);
        if (left < 0) {
            return null;
        }
        BigInteger first = one.first().shiftRight(left).shiftLeft(left);
        return new Span(first, first.add(BigInteger.ONE.shiftLeft(left)).subtract(BigInteger.ONE), one.six());
    }

    private static @Nullable Span range(String from, String to) {
        Span first = address(from);
        boolean isShort = first != null && !first.six() && to.matches("\\d+");
        Span last = address(isShort ? from.substring(0, from.lastIndexOf('.') + 1) + to : to);
        return first == null || last == null || first.six() != last.six()
                ? null
                : ordered(first.first(), last.first(), first.six());
    }

    private static @Nullable Span ordered(BigInteger first, BigInteger last, boolean six) {
        return first.compareTo(last) > 0 ? null : new Span(first, last, six);
    }

    private static @Nullable BigInteger four(String word) {
        if (!FOUR.matcher(word).matches()) {
            return null;
        }
        BigInteger address = BigInteger.ZERO;
        for (String octet : word.split("\\.")) {
            address = address.shiftLeft(8).add(new BigInteger(octet));
        }
        return address;
    }

    /** Eight groups, or fewer around one {@code ::}; the last two may be an IPv4 address. */
    private static @Nullable BigInteger six(String word) {
        int gap = word.indexOf("::");
        if (gap >= 0 && word.indexOf("::", gap + 1) >= 0 || !word.contains(":")) {
            return null;
        }
        List<Integer> before = groups(gap < 0 ? word : word.substring(0, gap), gap < 0);
        List<Integer> after = gap < 0 ? List.of() : groups(word.substring(gap + 2), true);
        int missing = before == null || after == null ? -1 : 8 - before.size() - after.size();
        if (missing < 0 || gap < 0 && missing != 0 || gap >= 0 && missing == 0) {
            return null;
        }
        List<Integer> all = new ArrayList<>(before);
        all.addAll(java.util.Collections.nCopies(missing, 0));
        all.addAll(after);
        BigInteger address = BigInteger.ZERO;
        for (int group : all) {
            address = address.shiftLeft(16).add(BigInteger.valueOf(group));
        }
        return address;
    }

    private static @Nullable List<Integer> groups(String text, boolean mayEndInFour) {
        List<Integer> groups = new ArrayList<>();
        List<String> parts = text.isEmpty() ? List.of() : Arrays.asList(text.split(":", -1));
        for (int i = 0; i < parts.size(); i++) {
            BigInteger four = i == parts.size() - 1 && mayEndInFour ? four(parts.get(i)) : null;
            if (four != null) {
                groups.add(four.shiftRight(16).intValue());
                groups.add(four.intValue() & 0xFFFF);
            } else if (GROUP.matcher(parts.get(i)).matches()) {
                groups.add(Integer.parseInt(parts.get(i), 16));
            } else {
                return null;
            }
        }
        return groups;
    }
}
