package paymap.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxOptions.WhenTooFast;
import paymap.site.sandbox.SandboxSite;

/** No byte of a made-up recruiter, nor of the reader's own address, arrives anywhere. */
class PrivacyTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Era.class)
    void nothingPersonalReachesTheDatabaseItsLogOrTheScreen(Era era) throws Exception {
        Path db = folder.resolve("paymap.db");
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withEra(era))) {
            crawl(site, db, "bj");
            // Somebody who reads keeps SQLite from folding the write-ahead log away, so that it can be looked at.
            try (Connection reader = Db.open(db);
                    ResultSet open = reader.createStatement().executeQuery("SELECT count(*) FROM jobs")) {
                Ran ran = crawl(site, db, "sh,gz,sz");
                Path wal = folder.resolve("paymap.db-wal");
                assertTrue(Files.size(wal) > 100_000, "the write-ahead log holds " + Files.size(wal) + " bytes");
                assertTrue(text(wal).contains(latin("上海")), "the log is not what was written");
                assertClean(text(db), "the database");
                assertClean(text(wal), "the write-ahead log");
                assertClean(latin(ran.out()), "standard output");
                assertClean(latin(ran.err()), "standard error");
                assertTrue(open.next());
            }
            assertClean(text(db), "the database at rest");
        }
        assertEquals(
                400, Integer.parseInt(Db.rows(db, "SELECT count(*) FROM jobs").get(0)));
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void aRefusalThatNamesTheReadersAddressIsToldWithoutIt(Era era) throws Exception {
        Path db = folder.resolve("paymap.db");
        SandboxOptions angry = SandboxOptions.defaults()
                .withEra(era)
                .withLimit(new RateLimit(0.001, 4, Duration.ofHours(1)))
                .withWhenTooFast(era == Era.RENDERED ? WhenTooFast.LOGIN : WhenTooFast.STATE_2402);
        try (SandboxSite site = SandboxSite.start(angry)) {
            Ran ran = Ran.paymap(
                    "crawl",
                    "--cities",
                    "bj",
                    "--site",
                    site.uri().toString(),
                    "--db",
                    db.toString(),
                    "--rate",
                    "max",
                    "--site-key",
                    SandboxKey.in(folder),
                    "--site-iv",
                    SandboxSite.IV,
                    "--max-wait",
                    "1s",
                    "--verbose");

            assertEquals(3, ran.exitCode(), ran.err());
            assertTrue(site.counters().tooFast() > 0);
            assertClean(latin(ran.out() + ran.err()), "the report of a refusal");
            for (Path file : files()) {
                assertClean(text(file), file.toString());
            }
        }
    }

    @Test
    void theMarkersWouldBeFoundIfTheyWereThere() {
        for (String marker : markers()) {
            assertTrue(latin("x" + marker + "y").contains(latin(marker)));
        }
        assertTrue(markers().size() > 3);
    }

    private Ran crawl(SandboxSite site, Path db, String cities) {
        Ran ran = Ran.paymap(
                "crawl",
                "--cities",
                cities,
                "--site",
                site.uri().toString(),
                "--db",
                db.toString(),
                "--rate",
                "max",
                "--site-key",
                SandboxKey.in(folder),
                "--site-iv",
                SandboxSite.IV,
                "--verbose");
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    private static void assertClean(String bytes, String where) {
        for (String marker : markers()) {
            assertFalse(bytes.contains(latin(marker)), where + " holds " + marker);
        }
    }

    private static List<String> markers() {
        List<String> markers = new ArrayList<>(SandboxSite.PERSONAL_MARKERS);
        markers.add(SandboxSite.CLIENT_IP);
        return markers;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Bytes as text, one character each. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), ISO_8859_1);
    }

    private static String latin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
