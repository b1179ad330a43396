package paymap.torture.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts and numbers that stand nowhere else, each with the place where it was planted; safe for many threads. */
final class Markers {

    private static final String WORD = "zqmark";
    private static final String END = "qz";
    private static final long FIRST_NUMBER = 7_731_415_000_000L;
    private static final Pattern ANY = Pattern.compile("zqmark(\\d+)qz|7731415(\\d{6})");

    /** What is left of the word in other clothes: as base64 at each of its three offsets, and as hexadecimal digits. */
    private static final List<String> DISGUISED =
            List.of("enFtYXJr", "pxbWFya", "6cW1hcm", "7a716d61726b", "7A716D61726B");

    /** What fixtures of other tests hold in the place of people. */
    private static final List<String> OF_FIXTURES = List.of("PLANTED", "MASKED-", "PERSONAL-", "RECRUITERNAME");

    private final List<String> places = new ArrayList<>();

    synchronized String text(String place) {
        places.add(place);
        return WORD + (places.size() - 1) + END;
    }

    /** A number of 13 digits. */
    synchronized long number(String place) {
        places.add(place);
        return FIRST_NUMBER + places.size() - 1;
    }

    synchronized int planted() {
        return places.size();
    }

    /** The places whose markers stand in these bytes in any case, encoding and, as base64 or digits, any disguise. */
    synchronized Set<String> in(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        String text = new String(bytes, ISO_8859_1);
        Matcher marker = ANY.matcher(text.replace("\0", "").toLowerCase(Locale.ROOT)); // UTF-16 loses its zeros
        while (marker.find()) {
            int number = Integer.parseInt(marker.group(1) == null ? marker.group(2) : marker.group(1));
            found.add(number < places.size() ? places.get(number) : "of another trial");
        }
        DISGUISED.stream().filter(text::contains).forEach(part -> found.add("something in disguise, " + part));
        OF_FIXTURES.stream().filter(text::contains).forEach(part -> found.add("something of a fixture, " + part));
        return found;
    }

    /** Whether the search knows these words in disguise; else it would find nothing. */
    static boolean knowsItsDisguises() {
        for (String before : List.of("", "x", "xx")) {
            String disguised = Base64.getEncoder().encodeToString((before + WORD + "123").getBytes(US_ASCII));
            if (DISGUISED.stream().noneMatch(disguised::contains)) {
                return false;
            }
        }
        return true;
    }
}
