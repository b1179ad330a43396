package paymap.fuzz;

import static paymap.fuzz.Input.that;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.pmap.target.PortSet;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Services;

/** Lists of ports, beside a reader that is written the slow way. */
final class PortLists {

    private static final Services SERVICES = new Services(Path.of("/nowhere/services"));
    private static final Pattern RANGE = Pattern.compile("(\\d{0,6})-(\\d{0,6})");

    private PortLists() {}

    static void judge(byte[] input) {
        String typed = Input.text(input);
        Ports ports = Input.orRefused(() -> Ports.of(typed, SERVICES));
        BitSet slowly = slowly(typed);
        if (ports != null && slowly != null) {
            that(Objects.equals(numbers(ports), slowly), "other ports than named: " + typed);
        } else if (slowly != null) {
            that(false, "refused: " + typed);
        } else if (ports != null) { // only a name of a service is not known to the slow one
            that(typed.chars().anyMatch(Character::isLetter), "taken for ports: " + typed);
        }
        if (ports != null) {
            printed(ports);
        }
        PortSet set = Input.orRefused(() -> PortSet.of(typed));
        that(set == null || set.equals(PortSet.of(set.toString())), "printed is not what it was: " + typed);
    }

    private static void printed(Ports ports) {
        BitSet numbers = numbers(ports);
        that(!numbers.isEmpty() && !numbers.get(0) && numbers.length() <= 65536, "no ports: " + ports);
        that(numbers.equals(numbers(Ports.of(ports.toString(), SERVICES))), "printed is not what it was: " + ports);
        PortSet set = PortSet.of(ports);
        that(set.toString().equals(ports.toString()), "two ways to print: " + ports);
        that(set.count() == numbers.cardinality() && PortSet.of(set.toString()).equals(set), "as a set: " + ports);
    }

    private static BitSet numbers(Ports ports) {
        BitSet numbers = new BitSet();
        for (int port : ports.sorted()) {
            that(!numbers.get(port), "twice: " + port);
            numbers.set(port);
        }
        return numbers;
    }

    /** null = not a list of numbers. */
    private static @Nullable BitSet slowly(String typed) {
        BitSet ports = new BitSet();
        if (typed.strip().equals("-")) {
            add(1, 65535, ports);
            return ports;
        }
        for (String raw : typed.split(",", -1)) {
            String part = raw.strip();
            Matcher range = RANGE.matcher(part);
            boolean isOne = part.matches("\\d{1,6}");
            boolean isRange = range.matches() && part.length() > 1;
            if (!isOne && !isRange) {
                return null;
            }
            int from = isOne ? Integer.parseInt(part) : number(range.group(1), 1);
            int to = isOne ? from : number(range.group(2), 65535);
            if (from < 1 || to > 65535 || from > to) {
                return null;
            }
            add(from, to, ports);
        }
        return ports;
    }

    private static int number(String digits, int otherwise) {
        return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    private static void add(int from, int to, BitSet ports) {
        ports.set(from, to + 1);
    }
}
