package paymap.job.ladder;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real texts of five boards, where the folder of captures is at hand: -Dpaymap.captures=/path/to/captures. */
class CapturedRungsTest {

    /** Values, and objects with a code and a name, of replies and of the states of pages. */
    private static final String VALUE = "\"\\s*:\\s*(?:\\{[^{}]*\"name\"\\s*:\\s*)?\"([^\"]*)\"";

    private static final Pattern YEARS =
            Pattern.compile("\"(?:workYear|jobExperience|requireWorkYears|workingExp)" + VALUE);
    private static final Pattern DEGREES =
            Pattern.compile("\"(?:education|jobDegree|requireEduLevel|eduLevel)" + VALUE);

    /** Lagou's pages: 经验3-5年 / 本科. */
    private static final Pattern LINE = Pattern.compile("(经验[^<>/{]+?) / (\\S+?)\\s*<");

    /** Boss's pages. */
    private static final Pattern TAGS = Pattern.compile("tag-list\"><li[^>]*>([^<]*)</li><li[^>]*>([^<]*)</li>");

    /** 51job's rows of 2020 and 2021: a place, years and a degree unless they are not said, how many are sought. */
    private static final Pattern ATTRIBUTES = Pattern.compile("\"attribute_text\"\\s*:\\s*\\[\\s*\"[^\"]*\"\\s*,"
            + "(?:\\s*\"([^\"]*经验)\"\\s*,)?+(?:\\s*\"([^\"招]*)\"\\s*,)?+\\s*\"招");

    @Test
    void placesAllThatFiveBoardsWrote() throws IOException {
        List<String> years = new ArrayList<>();
        List<String> degrees = new ArrayList<>();
        for (Path file : files(captures())) {
            String text = text(file);
            YEARS.matcher(text).results().forEach(found -> years.add(found.group(1)));
            DEGREES.matcher(text).results().forEach(found -> degrees.add(found.group(1)));
            Stream.of(LINE, TAGS, ATTRIBUTES)
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .forEach(pair -> addBoth(pair, years, degrees));
            if (file.toString().endsWith(".csv")) {
                addColumns(text.lines().toList(), years, degrees);
            }
        }

        assertTrue(years.size() > 700 && degrees.size() > 700, years.size() + " and " + degrees.size());
        assertAll(
                () -> assertEquals(List.of(), unreadable(years, Experience::read, Experience.UNREADABLE)),
                () -> assertEquals(List.of(), unreadable(degrees, Education::read, Education.UNREADABLE)));
    }

    private static <R extends Rung> List<String> unreadable(
            List<String> texts, Function<String, Optional<R>> read, R unreadable) {
        return texts.stream()
                .distinct()
                .filter(text -> read.apply(text).equals(Optional.of(unreadable)))
                .toList();
    }

    private static void addBoth(MatchResult pair, List<String> years, List<String> degrees) {
        Optional.ofNullable(pair.group(1)).ifPresent(years::add);
        Optional.ofNullable(pair.group(2)).ifPresent(degrees::add);
    }

    private static void addColumns(List<String> lines, List<String> years, List<String> degrees) {
        List<String> header = cells(lines.get(0));
        int experience = Math.max(header.indexOf("experience"), header.indexOf("workingExp"));
        int education = header.indexOf("education");
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() == header.size()) {
                years.add(cells.get(experience));
                degrees.add(cells.get(education));
            }
        }
    }

    /** By commas outside quotes. */
    private static List<String> cells(String line) {
        return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, Charset.forName("GBK"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(json|html|csv)"))
                    .toList();
        }
    }

    private static Path captures() {
        String folder = System.getProperty("paymap.captures", "");
        assumeTrue(!folder.isBlank(), "Skipped: -Dpaymap.captures does not name a folder of captures.");
        assumeTrue(Files.isDirectory(Path.of(folder)), () -> "Skipped: there is no folder of captures at " + folder);
        return Path.of(folder);
    }
}
