package paymap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher hands to Java; a Java that only tells its arguments stands in. */
@Timeout(30)
class LauncherTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"crawl, -Xmx96m", "import, -Xmx160m", "chart, -Xmx112m", "export, -Xmx96m", "stats, ''", "pmap, ''"})
    void eachCommandHasTheHeapThatItWasMeasuredWith(String command, String heap) throws Exception {
        built();

        assertEquals(heap, told(command, "-Xmx*"));
    }

    @ParameterizedTest
    @CsvSource({"stats, -XX:CompileThresholdScaling=4", "chart, ''", "crawl, ''"})
    void aShortAnswerCompilesLessOnTheWay(String command, String scaling) throws Exception {
        built();

        assertEquals(scaling, told(command, "-XX:CompileThreshold*"));
        assertEquals("-XX:TieredStopAtLevel=1", told(command, "-XX:Tiered*"));
    }

    @Test
    void aLibraryOfSqliteUnpackedFromThisBuildIsUsedAndOneOfAnEarlierBuildIsNot() throws Exception {
        Path jar = built();
        Path unpacked = Files.createDirectory(jar.resolveSibling("paymap.native"));
        Files.setLastModifiedTime(jar, FileTime.fromMillis(2_000_000));

        Files.setLastModifiedTime(unpacked, FileTime.fromMillis(3_000_000));
        assertEquals("-Dorg.sqlite.lib.path=" + unpacked.toRealPath(), told("stats", "-Dorg.sqlite*"));

        Files.setLastModifiedTime(unpacked, FileTime.fromMillis(1_000_000));
        assertEquals("", told("stats", "-Dorg.sqlite*"));
    }

    @Test
    void onlyAJavaThatWarnsOfNothingIsStartedWithoutDashJar() throws Exception {
        Path jar = built();
        assertEquals("-jar", told("stats", "-jar|-cp"));

        Path linked = jar.resolveSibling("paymap.java");
        Files.createSymbolicLink(linked, home.resolve("jdk/bin/java"));
        assertEquals("-cp\npaymap.Main", told("stats", "-jar|-cp|paymap.Main"));

        Files.delete(linked);
        Files.createSymbolicLink(linked, Files.writeString(home.resolve("another"), ""));
        assertEquals("-jar", told("stats", "-jar|-cp|paymap.Main"));
    }

    /** A folder of paymap as after a build, in which nothing is stale. */
    private Path built() throws IOException {
        Files.copy(Path.of("paymap"), home.resolve("paymap"));
        Files.createDirectories(home.resolve("src/main"));
        Files.setLastModifiedTime(home.resolve("src/main"), FileTime.fromMillis(1_000_000));
        Files.setLastModifiedTime(Files.writeString(home.resolve("pom.xml"), ""), FileTime.fromMillis(1_000_000));
        return Files.writeString(Files.createDirectories(home.resolve("target")).resolve("paymap.jar"), "");
    }

    /** The arguments of one shape that Java is started with. */
    private String told(String command, String shape) throws Exception {
        Path fake = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
        Files.writeString(fake, "#!/bin/sh\nfor a; do case $a in " + shape + ") echo $a ;; esac; done\n");
        assertTrue(fake.toFile().setExecutable(true));
        ProcessBuilder launcher =
                new ProcessBuilder("/bin/sh", home.resolve("paymap").toString(), command);
        launcher.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        Process process =
                launcher.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor());
        return told.strip();
    }

    @Test
    void aMachineWithoutJavaIsToldInASentence() throws Exception {
        Files.copy(Path.of("paymap"), home.resolve("paymap"));
        ProcessBuilder launcher =
                new ProcessBuilder("/bin/sh", home.resolve("paymap").toString(), "stats");
        launcher.environment().remove("JAVA_HOME");
        launcher.environment().put("PATH", home.toString());
        Process process = launcher.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertEquals(1, process.waitFor());
        assertEquals("paymap: Java is not here; install JDK 17 or newer, or set JAVA_HOME to where it is.\n", told);
    }
}
