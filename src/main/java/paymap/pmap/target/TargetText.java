package paymap.pmap.target;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.files.FileTrouble;
import paymap.words.Words;

/**
 * Reads what a person writes for hosts: {@code 192.168.0.1}, {@code 192.168.0.250-192.168.1.5},
 * {@code 192.168.0.1-100}, {@code 10.0.0.0/24}, {@code fd00::/120}, a host name, several by commas,
 * {@code @file}, and {@code -} for standard input.
 */
public final class TargetText {

    /** More addresses than this must be confirmed: 2^24, a /8. */
    public static final long UNCONFIRMED = 1L << 24;

    /** More than this are refused even so: all of IPv4. */
    public static final long MOST = 1L << 32;

    /** Turns a host name into addresses. */
    public interface Resolver {
        /**
         * All addresses of a host, at least one.
         *
         * @throws UnknownHostException if there is none, or nobody can be asked
         */
        InetAddress[] resolve(String name) throws UnknownHostException;
    }

    /** More than {@link #UNCONFIRMED} addresses were named, and nobody has said that they are meant. */
    public static final class Unconfirmed extends IllegalArgumentException {
        private final long count;

        Unconfirmed(long count) {
            super(count + " addresses were named");
            this.count = count;
        }

        /** How many. */
        public long count() {
            return count;
        }
    }

    private final Resolver resolver;
    private final InputStream standardInput;

    /**
     * A reader of what was typed.
     *
     * @param standardInput read to its end where the text is {@code -}
     */
    public TargetText(Resolver resolver, InputStream standardInput) {
        this.resolver = resolver;
        this.standardInput = standardInput;
    }

    /**
     * @param wanted hosts to scan
     * @param excluded hosts to leave out, in the same words; empty = none
     * @param huge whether more than {@link #UNCONFIRMED} addresses are meant
     * @throws Unconfirmed if they are that many, and it is not said that they are meant
     * @throws IllegalArgumentException if a part of it is not understood, nothing is left, or it is too much even so
     */
    public Targets targets(String wanted, String excluded, boolean huge) {
        return targets(wanted, excluded, null, huge);
    }

    /**
     * The same with more hosts to leave out.
     *
     * @param excludeFile a file of them, read like {@code @file}; null = none
     */
    public Targets targets(String wanted, String excluded, @Nullable String excludeFile, boolean huge) {
        List<AddressRange> ranges = ranges(wanted, false);
        for (AddressRange range : ranges) {
            requireHosts(range);
        }
        List<AddressRange> holes = new ArrayList<>(excluded.isBlank() ? List.of() : ranges(excluded, true));
        if (excludeFile != null) {
            holes.addAll(file(excludeFile, true));
        }
        Targets targets = Targets.of(ranges, holes);
        if (targets.count() == 0) {
            throw new IllegalArgumentException(Words.say("every address of \"%s\" is excluded", wanted));
        }
        if (targets.count() > MOST) {
            throw new IllegalArgumentException(tooMany(targets.count()));
        }
        if (targets.count() > UNCONFIRMED && !huge) {
            throw new Unconfirmed(targets.count());
        }
        return targets;
    }

    /** @param every whether all addresses of a name count, as nobody is to be asked by another address who is excluded */
    private List<AddressRange> ranges(String text, boolean every) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String word = part.strip();
            if (word.isEmpty()) {
                throw new IllegalArgumentException(
                        Words.say("an address is missing between the commas of \"%s\"", text));
            } else if (word.equals("-")) {
                ranges.addAll(lines(Words.say("standard input"), standardInput, every));
            } else if (word.startsWith("@")) {
                ranges.addAll(file(word.substring(1), every));
            } else {
                add(word, every, ranges);
            }
        }
        return ranges;
    }

    private List<AddressRange> file(String name, boolean every) {
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            return lines(name, in, every);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    Words.say("the file of targets \"%s\" cannot be read: %s", name, FileTrouble.reading(e)), e);
        }
    }

    private List<AddressRange> lines(String name, InputStream in, boolean every) {
        List<AddressRange> ranges = new ArrayList<>();
        try {
            TargetLines text = new TargetLines(name, in);
            for (String line = text.next(); line != null; line = text.next()) {
                int comment = line.indexOf('#');
                for (String word : (comment < 0 ? line : line.substring(0, comment)).split("[\\s,]+", -1)) {
                    if (!word.isEmpty()) {
                        add(word, every, ranges);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(Words.say("%s cannot be read: %s", name, FileTrouble.reading(e)), e);
        }
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException(Words.say("no targets are in %s; write one a line", name));
        }
        return ranges;
    }

    private void add(String word, boolean every, List<AddressRange> to) {
        int slash = word.indexOf('/');
        int dash = word.indexOf('-');
        if (slash >= 0) {
            to.add(AddressRange.network(single(word.substring(0, slash)), prefix(word, word.substring(slash + 1))));
        } else if (dash > 0 && (looksNumeric(word.substring(0, dash)) || word.indexOf(':') >= 0)) {
            to.add(fromTo(word.substring(0, dash), word.substring(dash + 1)));
        } else if (every && !isLiteral(word)) {
            for (InetAddress address : resolved(word)) {
                to.add(new AddressRange(Address.of(address), Address.of(address)));
            }
        } else {
            Address address = single(word);
            to.add(new AddressRange(address, address));
        }
    }

    private AddressRange fromTo(String from, String to) {
        Address first = Address.of(from);
        boolean shortForm = to.indexOf('.') < 0 && to.indexOf(':') < 0;
        if (!shortForm) {
            return new AddressRange(first, Address.of(to));
        }
        if (first.six()) {
            throw new IllegalArgumentException(Words.say("a range of IPv6 needs both addresses: \"%s-%s\"", from, to));
        }
        return new AddressRange(first, Address.of(from.substring(0, from.lastIndexOf('.') + 1) + to));
    }

    private Address single(String word) {
        if (isLiteral(word)) {
            return Address.of(word);
        }
        InetAddress[] found = resolved(word);
        for (InetAddress address : found) {
            if (address.getAddress().length == 4) {
                return Address.of(address); // IPv4 where there is a choice, as ping and nmap choose
            }
        }
        return Address.of(found[0]);
    }

    private InetAddress[] resolved(String name) {
        try {
            return resolver.resolve(name);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(Words.say("no host of this name is known: \"%s\"", name), e);
        }
    }

    private static boolean isLiteral(String word) {
        return looksNumeric(word) || word.indexOf(':') >= 0;
    }

    private static void requireHosts(AddressRange range) {
        if (range.first().isUnspecified()) {
            throw new IllegalArgumentException(Words.say(
                    "%s is no host: it would reach this machine itself; 127.0.0.1 or ::1 says so", range.first()));
        }
        if (range.last().isBeyondHosts()) {
            throw new IllegalArgumentException(
                    Words.say("multicast and reserved addresses are no hosts: %s", range.last()));
        }
        if (range.first().isLinkLocal() && range.first().scope() == 0) {
            throw new IllegalArgumentException(Words.say(
                    "a link-local address needs its interface: \"%s%%eth0\", with the name of yours", range.first()));
        }
    }

    private static int prefix(String word, String bits) {
        if (bits.length() > 3 || !Digits.only(bits)) {
            throw new IllegalArgumentException(
                    Words.say("a network is an address, / and a number of bits: \"%s\"", word));
        }
        return Integer.parseInt(bits);
    }

    private static boolean looksNumeric(String word) {
        return Digits.onlyAnd('.', word);
    }

    private static String tooMany(long count) {
        return count == Long.MAX_VALUE
                ? Words.say("more than 2^63 addresses are more than a scan can ever finish; at most 2^32")
                : Words.say("%d addresses are more than a scan can ever finish; at most 2^32", count);
    }
}
