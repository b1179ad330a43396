package paymap.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The table of all cities, read once, when the first city is asked for. By hand: every command names cities, and neither
 * patterns nor streams are worth waking for that.
 *
 * @param asOf the day of the divisions that it follows, ISO 8601
 * @param cities in the order of the file
 * @param byName by code, pinyin and Chinese name; a pinyin that several have is that of the one with a code, else it is all
 *     of theirs
 */
record CityTable(String asOf, List<City> cities, Map<String, List<City>> byName) {

    private static final String FILE = "cities.tsv";
    private static final String AS_OF = "# As of: ";

    static CityTable read() {
        try (InputStream in = Objects.requireNonNull(CityTable.class.getResourceAsStream(FILE), FILE)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CityTable of(String text) {
        String asOf = "";
        List<City> cities = new ArrayList<>();
        Map<String, List<City>> byName = new HashMap<>();
        int end;
        for (int from = 0; from < text.length(); from = end + 1) {
            end = text.indexOf('\n', from);
            if (text.charAt(from) != '#') {
                cities.add(city(text.substring(from, end), byName));
            } else if (text.startsWith(AS_OF, from)) {
                asOf = text.substring(from + AS_OF.length(), end);
            }
        }
        return new CityTable(asOf, List.copyOf(cities), byName);
    }

    private static City city(String line, Map<String, List<City>> byName) {
        int pinyin = line.indexOf('\t') + 1;
        int chinese = line.indexOf('\t', pinyin) + 1;
        int listed = line.indexOf('\t', chinese) + 1;
        String code = line.charAt(0) == '-' ? "" : line.substring(0, pinyin - 1);
        String spelled = line.substring(pinyin, chinese - 1);
        String name = listed == 0 ? line.substring(chinese) : line.substring(chinese, listed - 1);
        int other = spelled.indexOf('/');
        City city = new City(
                code,
                other < 0 ? spelled : spelled.substring(0, other),
                name,
                listed == 0 ? name : line.substring(listed));
        goesBy(name, city, byName);
        goesBy(city.pinyin(), city, byName);
        if (other >= 0) {
            goesBy(spelled.substring(other + 1), city, byName);
        }
        if (!code.isEmpty()) {
            goesBy(code, city, byName);
        }
        return city;
    }

    private static void goesBy(String name, City city, Map<String, List<City>> byName) {
        List<City> before = byName.get(name);
        if (before == null) {
            byName.put(name, List.of(city));
        } else if (before.get(0).code().isEmpty()) {
            List<City> all = new ArrayList<>(before);
            all.add(city);
            byName.put(name, all);
        }
    }
}
