package paymap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;

/** Draws in a Java of its own, on a machine with less and less. */
class BareMachineTest {

    private static final String HIDE =
            "for f in $(find /usr/lib /lib -name '%s*' -type f); do" + " mount --bind /dev/null $f; done; exec \"$@\"";

    @TempDir
    private Path folder;

    private record Ended(int exitCode, String output) {}

    /** Draws, and prints the trouble. */
    static final class Drawer {

        private Drawer() {}

        public static void main(String[] args) throws Exception {
            Charts.Result result = Charts.draw(
                    MadeUp.data("北京 10k-20k 9", "上海 15k-30k 9"),
                    new Charts.Order(
                            Path.of(args[0]),
                            List.of(Language.ZH),
                            java.util.Set.of(Format.PNG, Format.SVG),
                            java.util.Set.of(),
                            null),
                    Map.of("summary.csv", "figures"));
            System.out.println(result.trouble());
        }
    }

    @Test
    void drawsTheSameChineseWithoutFontconfigsFiles() throws Exception {
        Ended usual = draw("usual", List.of(), Map.of());
        Path empty = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        Ended bare = draw("bare", List.of(), Map.of("FONTCONFIG_FILE", empty.toString()));

        assertEquals(0, usual.exitCode, usual.output);
        assertEquals(0, bare.exitCode, bare.output);
        assertSamePictures();
    }

    @Test
    void drawsTheSameChineseWithoutFontconfigsLibraryAndWithoutAnyFont() throws Exception {
        List<String> without = hiding("libfontconfig", "mount -t tmpfs none /usr/share/fonts;");
        Ended usual = draw("usual", List.of(), Map.of());
        Ended bare = draw("bare", without, Map.of());

        assertEquals(0, bare.exitCode, bare.output);
        assertEquals(usual.output, bare.output);
        assertSamePictures();
    }

    @Test
    void withoutFreetypeItNamesThePackageAndStillWritesFiguresAndReport() throws Exception {
        Ended bare = draw("bare", hiding("libfreetype", ""), Map.of());

        assertEquals(0, bare.exitCode, bare.output);
        assertTrue(bare.output.contains("apt-get install libfreetype6 libharfbuzz0b"), bare.output);
        Path bareFolder = folder.resolve("bare");
        String page = Files.readString(bareFolder.resolve("index.html"));
        assertTrue(page.contains("apt-get install libfreetype6"), page.substring(0, 500));
        assertTrue(page.contains("<th scope=\"row\"><span lang=\"zh-CN\">北京</span>"));
        assertTrue(Files.exists(bareFolder.resolve("summary.csv")));
        assertFalse(Files.exists(bareFolder.resolve("2-average-zh.png")));
    }

    private void assertSamePictures() throws Exception {
        for (String name : List.of("1-distribution-zh.png", "2-average-zh.svg", "index.html")) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("usual").resolve(name),
                            folder.resolve("bare").resolve(name)),
                    name);
        }
    }

    /** A command that hides files of a library from what it runs. */
    private List<String> hiding(String library, String more) throws Exception {
        boolean may = new ProcessBuilder("unshare", "-m", "true").start().waitFor() == 0;
        assumeTrue(may, "hiding a library needs root and unshare -m");
        return List.of("unshare", "-m", "sh", "-c", more + HIDE.formatted(library), "sh");
    }

    private Ended draw(String name, List<String> wrapper, Map<String, String> environment) throws Exception {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Drawer.class.getName(),
                folder.resolve(name).toString()));
        Path output = folder.resolve(name + ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it hangs");
        return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
