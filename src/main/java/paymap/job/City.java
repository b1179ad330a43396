package paymap.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import paymap.words.Words;

/**
 * A city that job sites list, under the names people type.
 *
 * @param code two to four letters, e.g. {@code bj}; empty = it has none, as all but the largest
 * @param pinyin e.g. {@code beijing}; a few have the same, such as {@code taizhou}
 * @param chinese the bare name that sites use, e.g. 北京 (never 北京市: 0 of 36,080 Lagou rows, seen 2026-11)
 * @param listed the name that a site lists it under: as {@code chinese}, but that of an autonomous prefecture in full
 *     (甘孜藏族自治州)
 */
public record City(String code, String pinyin, String chinese, String listed) {

    private static final CityTable TABLE = CityTable.read();

    /** Every city there is: all places of the mainland that stand directly below a province or are one, each place once. */
    public static final List<City> ALL = TABLE.cities();

    /** Those that have a code, the four largest first. Codes are unique; 苏州 is {@code su}, as {@code sz} is 深圳. */
    public static final List<City> KNOWN = coded();

    /** The day whose places {@link #ALL} are, ISO 8601. */
    public static final String AS_OF = TABLE.asOf();

    /** Instead of names: all of them. */
    public static final String EVERY = "all";

    /** In a message: a line of all would hide what it says. */
    private static final int NAMED = 4;

    private static final Pattern WITH_DISTRICT = Pattern.compile("[·\\-]");

    /**
     * A city that a person types; {@link CityNames} reads what sites write.
     *
     * @param name a code, a pinyin name (any case) or a Chinese name, with or without 市 or a district (北京·海淀区), or in
     *     full (甘孜藏族自治州)
     * @throws IllegalArgumentException if it is none that we know, or can mean two; the message names some
     */
    public static City of(String name) {
        String word = WITH_DISTRICT.split(name.strip(), 2)[0].strip();
        String wanted = CityNames.bare(word).toLowerCase(Locale.ROOT);
        List<City> found = TABLE.byName().get(wanted);
        if (found == null) {
            found = ALL.stream().filter(city -> city.listed.equals(wanted)).toList();
        }
        if (found.size() > 1) {
            List<String> names = found.stream().map(City::chinese).toList();
            throw new IllegalArgumentException(
                    Words.say("\"%s\" can mean %s; name it in Chinese", name.strip(), Words.list(names)));
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(Words.say(
                    "unknown city \"%s\"; known are %s and %d more",
                    name.strip(),
                    Words.list(KNOWN.stream()
                            .limit(NAMED)
                            .map(c -> c.code + " " + c.chinese)
                            .toList()),
                    ALL.size() - NAMED));
        }
        return found.get(0);
    }

    /**
     * @param names several cities by commas (an ASCII or a Chinese comma), each as {@link #of} takes it; naming one
     *     twice counts once. Or {@link #EVERY}
     * @throws IllegalArgumentException if a name is unknown, none is given, or some are beside all
     */
    public static List<City> listOf(String names) {
        List<String> typed = Arrays.stream(names.split("[,，、]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (typed.isEmpty()) {
            throw new IllegalArgumentException(Words.say("no city is named; try bj,sh,gz,sz"));
        }
        if (typed.stream().anyMatch(EVERY::equalsIgnoreCase)) {
            if (typed.size() > 1) {
                throw new IllegalArgumentException(
                        Words.say("%s is every city; leave the others out: \"%s\"", EVERY, names.strip()));
            }
            return ALL;
        }
        Set<City> cities = new LinkedHashSet<>();
        typed.forEach(name -> cities.add(of(name)));
        return List.copyOf(cities);
    }

    /** Whether these are all cities, by whatever name. */
    public static boolean isEvery(String names) {
        return names.strip().equalsIgnoreCase(EVERY);
    }

    /** The shortest name that means no other city: its code, or its Chinese name. */
    public String shortest() {
        return code.isEmpty() ? chinese : code;
    }

    /** The name that a site lists a city under; one that we do not know goes by its own. */
    public static String listed(String chinese) {
        List<City> found = TABLE.byName().get(chinese);
        return found == null ? chinese : found.get(0).listed;
    }

    /** The place of a Chinese name in {@link #KNOWN}, for tables; names we do not know come last. */
    public static int rank(String chinese) {
        for (int i = 0; i < KNOWN.size(); i++) {
            if (KNOWN.get(i).chinese.equals(chinese)) {
                return i;
            }
        }
        return KNOWN.size();
    }

    /** Its English name, e.g. Beijing and Xi'an; a name we do not know stays as it is. */
    public static String english(String chinese) {
        int rank = rank(chinese);
        if (rank == KNOWN.size()) {
            return chinese;
        }
        String pinyin = KNOWN.get(rank).pinyin;
        return pinyin.equals("xian") ? "Xi'an" : Character.toUpperCase(pinyin.charAt(0)) + pinyin.substring(1);
    }

    private static List<City> coded() {
        List<City> coded = new ArrayList<>();
        for (City city : TABLE.cities()) {
            if (!city.code.isEmpty()) {
                coded.add(city);
            }
        }
        return List.copyOf(coded);
    }
}
