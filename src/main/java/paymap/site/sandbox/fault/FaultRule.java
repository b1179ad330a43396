package paymap.site.sandbox.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something the site does wrong on purpose. */
public sealed interface FaultRule {

    /** A fault that befalls a share of all requests, {@code share} from 0 to 1. */
    record Sometimes(Fault fault, double share) implements FaultRule {
        public Sometimes {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "The share of fault " + fault.word() + " must be from 0 to 1: " + share);
            }
        }
    }

    /** Page 1 comes back for every page after {@code lastRightPage} (seen 2018-03), at least 1. */
    record PageOneForEver(int lastRightPage) implements FaultRule {
        public PageOneForEver {
            if (lastRightPage < 1) {
                throw new IllegalArgumentException(
                        "Fault page1 needs the last page that is right, at least 1: " + lastRightPage);
            }
        }
    }

    /** Pages set no cookie, and requests are served without one (seen 2021-01). */
    record NoCookie() implements FaultRule {}

    /**
     * Reads rules as a person types them, parted by commas: {@code 500:0.05,reset:0.03,page1:4,nocookie}.
     *
     * @param text {@code 500}, {@code reset}, {@code cut}, {@code html}, {@code empty} and {@code oversize} with the
     *     share of requests they befall (0 to 1, together at most 1); {@code page1} with the last page that is right
     *     (1 or more); {@code nocookie} alone. Blank = no faults, an empty list
     * @throws IllegalArgumentException in one sentence with the value and what is allowed
     */
    static List<FaultRule> parse(String text) {
        List<FaultRule> faults = new ArrayList<>();
        if (!text.isBlank()) {
            for (String part : text.split(",", -1)) {
                faults.add(parseOne(part.strip()));
            }
        }
        double sum = 0;
        for (FaultRule fault : faults) {
            sum += fault instanceof Sometimes sometimes ? sometimes.share() : 0;
        }
        if (sum > 1.000_000_1) { // ten times 0.1 is a little more than 1
            throw new IllegalArgumentException("The shares of all faults together must be at most 1: " + sum);
        }
        return List.copyOf(faults);
    }

    private static FaultRule parseOne(String part) {
        String[] words = part.split(":", 2);
        String value = words.length == 2 ? words[1].strip() : "";
        String name = words[0].strip();
        try {
            if (name.equals("nocookie") && words.length == 1) {
                return new NoCookie();
            }
            if (name.equals("page1")) {
                return new PageOneForEver(Integer.parseInt(value));
            }
            for (Fault fault : Fault.values()) {
                if (fault.word().equals(name)) {
                    return new Sometimes(fault, Double.parseDouble(value));
                }
            }
        } catch (NumberFormatException e) {
            throw unknown(part, e);
        }
        throw unknown(part, null);
    }

    private static IllegalArgumentException unknown(String part, @Nullable Throwable cause) {
        String shares = Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "This is not a fault: \"" + part + "\". Allowed are " + shares
                        + ", each with a share of all requests (500:0.05), page1 with the last right page (page1:3),"
                        + " and nocookie, parted by commas.",
                cause);
    }
}
