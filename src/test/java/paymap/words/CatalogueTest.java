package paymap.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the catalogue against the sentences that the program really says: by {@code Words}, never imported statically. */
class CatalogueTest {

    private static final Path SOURCES = Path.of("src/main/java/paymap");
    private static final String LITERAL = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern SAID = Pattern.compile(
            "\\bWords\\.(?:(?:say|later)\\(\\s*|count\\((?:[^()\";]|\\([^()]*(?:\\([^()]*\\))?[^()]*\\))*?,\\s*)("
                    + LITERAL + "(?:\\s*\\+\\s*" + LITERAL + ")*)(?=\\s*[,)])");
    private static final Pattern PLACEHOLDER = Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?[a-zA-Z%]");

    @Test
    void everySentenceThatIsSaidHasItsChinese() throws IOException {
        Set<String> missing = new TreeSet<>(said());
        missing.removeAll(Catalogue.read().keySet());
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyEntryIsSaidSomewhere() throws IOException {
        Set<String> idle = new TreeSet<>(Catalogue.read().keySet());
        idle.removeAll(Catalogue.read(Catalogue.HELP).keySet());
        idle.removeAll(said());
        assertEquals(Set.of(), idle);
    }

    @Test
    void theChineseTakesTheSameValues() {
        List<String> wrong = new ArrayList<>();
        Catalogue.read().forEach((english, chinese) -> {
            if (!values(english).equals(values(chinese))) {
                wrong.add(english + " -> " + chinese);
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void noSentenceHasTwoTranslations() {
        Map<String, String> first = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String room : Catalogue.ROOMS) {
            Catalogue.read(room).keySet().forEach(english -> {
                String other = first.putIfAbsent(english, room);
                if (other != null) {
                    twice.add(english + ": " + other + ", " + room);
                }
            });
        }
        assertEquals(List.of(), twice);
    }

    /** Placeholders by the value they take, whatever their order: {@code 1s 2d}. */
    private static Set<String> values(String pattern) {
        Set<String> values = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        int next = 1;
        while (matcher.find()) {
            String found = matcher.group();
            if (!found.endsWith("%")) {
                int dollar = found.indexOf('$');
                String place = dollar < 0 ? String.valueOf(next++) : found.substring(1, dollar);
                values.add(place + found.charAt(found.length() - 1));
            }
        }
        return values;
    }

    private static Set<String> said() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = SAID.matcher(Files.readString(file));
                while (matcher.find()) {
                    said.add(text(matcher.group(1)));
                }
            }
        }
        return said;
    }

    /** What a sum of literals comes to. */
    private static String text(String literals) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = Pattern.compile(LITERAL).matcher(literals);
        while (matcher.find()) {
            String quoted = matcher.group();
            text.append(quoted.substring(1, quoted.length() - 1).translateEscapes());
        }
        return text.toString();
    }
}
