package paymap.site.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something the site does wrong on purpose. */
public sealed interface Fault {

    /** What can befall a single request, and the word a person orders it by. */
    enum Mishap {
        /** HTTP 500 with an HTML page. */
        SERVER_ERROR("500"),
        /** The connection is closed without a reply. */
        RESET("reset"),
        /** Half a body: in turn with an honest length, and with the length of the whole. */
        CUT("cut"),
        /** HTTP 200 with a page that says 网络出错啦 in place of what was asked for (seen 2019-07). */
        HTML("html"),
        /** A page of rows without rows although the total says there are some. */
        EMPTY("empty"),
        /** A body of more than 8 MiB. */
        OVERSIZE("oversize");

        private final String word;

        Mishap(String word) {
            this.word = word;
        }
    }

    /** A mishap that befalls a share of all requests, {@code share} from 0 to 1. */
    record Sometimes(Mishap mishap, double share) implements Fault {
        public Sometimes {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "The share of fault " + mishap.word + " must be from 0 to 1: " + share);
            }
        }
    }

    /** Page 1 comes back for every page after {@code lastRightPage} (seen 2018-03), at least 1. */
    record PageOneForEver(int lastRightPage) implements Fault {
        public PageOneForEver {
            if (lastRightPage < 1) {
                throw new IllegalArgumentException(
                        "Fault page1 needs the last page that is right, at least 1: " + lastRightPage);
            }
        }
    }

    /** Pages set no cookie, and requests are served without one (seen 2021-01). */
    record NoCookie() implements Fault {}

    /** What {@link SandboxOptions#parseFaults} does. */
    static List<Fault> parse(String text) {
        List<Fault> faults = new ArrayList<>();
        if (!text.isBlank()) {
            for (String part : text.split(",", -1)) {
                faults.add(parseOne(part.strip()));
            }
        }
        return checked(faults);
    }

    /** An unchangeable copy, once it is clear that the shares leave room for each other. */
    static List<Fault> checked(List<Fault> faults) {
        double sum = 0;
        for (Fault fault : faults) {
            sum += fault instanceof Sometimes sometimes ? sometimes.share() : 0;
        }
        if (sum > 1.000_000_1) { // ten times 0.1 is a little more than 1
            throw new IllegalArgumentException("The shares of all faults together must be at most 1: " + sum);
        }
        return List.copyOf(faults);
    }

    private static Fault parseOne(String part) {
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
            for (Mishap mishap : Mishap.values()) {
                if (mishap.word.equals(name)) {
                    return new Sometimes(mishap, Double.parseDouble(value));
                }
            }
        } catch (NumberFormatException e) {
            throw unknown(part, e);
        }
        throw unknown(part, null);
    }

    private static IllegalArgumentException unknown(String part, @Nullable Throwable cause) {
        String shares = Arrays.stream(Mishap.values()).map(m -> m.word).collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "This is not a fault: \"" + part + "\". Allowed are " + shares
                        + ", each with a share of all requests (500:0.05), page1 with the last right page (page1:3),"
                        + " and nocookie, parted by commas.",
                cause);
    }
}
