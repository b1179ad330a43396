package paymap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is promised against harm is promised by tests. */
class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void eachTestThatThePageNamesIsThere() throws Exception {
        Map<String, Path> classes = classes();
        List<String> missing = new ArrayList<>();
        List<MatchResult> named = NAMED.matcher(Files.readString(Path.of("docs/security.md")))
                .results()
                .toList();
        for (MatchResult test : named) {
            Path file = classes.get(test.group(1));
            if (file == null || !Files.readString(file).contains(" void " + test.group(2) + "(")) {
                missing.add(test.group());
            }
        }
        assertTrue(named.size() > 30, "" + named.size());
        assertEquals(List.of(), missing);
    }

    @Test
    void eachThreatHasItsTest() throws Exception {
        List<String> without = Files.readAllLines(Path.of("docs/security.md")).stream()
                .filter(line ->
                        line.startsWith("| ") && !line.startsWith("| ---") && !line.contains(" could | answer |"))
                .filter(line -> !NAMED.matcher(line).find())
                .toList();
        assertEquals(List.of(), without);
    }

    private static Map<String, Path> classes() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, two) -> one));
        }
    }
}
