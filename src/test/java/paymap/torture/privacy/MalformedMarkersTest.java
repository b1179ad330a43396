package paymap.torture.privacy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Ran;
import paymap.torture.Table;
import paymap.torture.Told;

/** A marker at one place of a page or reply that is malformed just there, for every place of every board, one file each. */
class MalformedMarkersTest {

    private static final int FILES_AT_ONCE = 500;

    /** Of a short form: one in so many. */
    private static final int SOME = 61;

    @TempDir
    Path folder;

    private final Table table = new Table("what", "form", "files", "searched", "found");
    private final List<String> wrong = new ArrayList<>();

    @Test
    @Tag("torture")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void eachPlaceOfEachBoardMalformedByItself() throws Exception {
        try {
            everything(1);
        } finally {
            table.write("privacy");
        }
        assertTrue(wrong.isEmpty(), wrong.size() + ":\n" + String.join("\n", wrong));
    }

    @Test
    void somePlacesOfEachBoardMalformedByThemselves() throws Exception {
        everything(SOME);
        assertTrue(wrong.isEmpty(), wrong.size() + ":\n" + String.join("\n", wrong));
    }

    private void everything(int oneIn) throws Exception {
        for (Sample sample : Samples.all()) {
            Markers markers = new Markers();
            Map<String, String> files = oneByOne(sample, markers);
            files.values().removeIf(everyOther(oneIn));
            imported(sample.name(), sample.isJson() ? "reply" : "page", markers, files);
            Map<String, String> hars = new TreeMap<>();
            files.forEach((what, text) -> hars.put(what, new Saved(sample.with(text), markers).har()));
            imported(sample.name(), "reply in a HAR", markers, hars);
        }
        for (Sample sample : List.of(Samples.boss().get(0), Samples.liepin().get(0))) {
            Markers markers = new Markers();
            Sample har = Sample.json(
                    "HAR of " + sample.name(),
                    "",
                    "",
                    new Saved(sample, new Markers()).har(),
                    "/log/entries/*/request/url",
                    "/log/entries/*/response/content/text",
                    "/log/entries/*/request/postData/text");
            Map<String, String> files = new PlantedJson(har, markers).oneByOne();
            files.values().removeIf(everyOther(oneIn));
            imported(har.name(), "HAR", markers, files);
        }
    }

    private static Map<String, String> oneByOne(Sample sample, Markers markers) {
        return sample.isJson()
                ? new PlantedJson(sample, markers).oneByOne()
                : new PlantedHtml(sample, markers).oneByOne();
    }

    private static java.util.function.Predicate<String> everyOther(int oneIn) {
        int[] seen = new int[1];
        return text -> seen[0]++ % oneIn != 0;
    }

    private void imported(String what, String form, Markers markers, Map<String, String> files) throws Exception {
        Written written = new Written(markers);
        List<String> texts = new ArrayList<>(files.values());
        for (int from = 0; from < texts.size(); from += FILES_AT_ONCE) {
            Path own = Files.createTempDirectory(folder, "trial");
            imported(own, written, texts.subList(from, Math.min(texts.size(), from + FILES_AT_ONCE)));
            written.below(own);
        }
        table.add(
                what, form, files.size(), written.searched(), written.found().isEmpty() ? "nothing" : written.found());
        written.found().forEach((where, places) -> wrong.add(form + " in " + where + ": " + places));
    }

    private void imported(Path own, Written written, List<String> texts) throws Exception {
        Path inputs = Files.createTempDirectory(folder, "inputs");
        List<String> args = Saved.importInto(own);
        for (String text : texts) {
            args.add(Files.writeString(inputs.resolve(args.size() + ".x"), text).toString());
        }
        Ran ran = Ran.paymap(args.toArray(String[]::new));
        written.said("stdout", ran.out());
        written.said("stderr", ran.err());
        Told.wrong(ran.err() + ran.out()).forEach(bad -> wrong.add(bad + ": " + ran.err()));
        assertTrue(ran.exitCode() != 2 && ran.exitCode() <= 3, ran.err());
    }
}
