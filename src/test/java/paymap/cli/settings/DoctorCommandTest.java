package paymap.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Ran;
import paymap.cli.console.TextEncoding;
import paymap.pmap.ping.AvailablePingers;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;

/** What is in order, what is not, and that nobody is asked without leave. */
class DoctorCommandTest {

    @TempDir
    Path folder;

    @Test
    void aHealthyMachineIsOneLineACheck() throws Exception {
        Ran.paymap("crawl", "--site", "sandbox", "--cities", "bj", "--per-city", "5", "--db", db().toString());

        Ran ran = doctor(Map.of());

        assertEquals(0, ran.exitCode(), ran.out());
        assertEquals("", ran.err());
        List<String> checks = ran.out().lines().map(line -> line.split(" +")[1]).toList();
        assertEquals(List.of("java", "encoding", "fonts", "ping", "database", "disk", "config"), checks);
        assertTrue(ran.out().contains("ok       fonts     charts can be drawn, Chinese too\n"), ran.out());
        assertTrue(ran.out().contains("ok       database  " + db() + ", 5 rows\n"), ran.out());
    }

    @Test
    void aMissingDatabaseIsNoTroubleAndIsNotMade() throws Exception {
        assertTrue(found(doctor(Map.of(), "--json"), "database")
                .path("found")
                .asString()
                .contains("not there yet"));
        assertFalse(Files.exists(db()));
    }

    @Test
    void whatIsNoDatabaseIsTroubleAndIsLeftAlone() throws Exception {
        Files.writeString(db(), "this is a diary, not a database");

        Ran ran = doctor(Map.of(), "--json");

        assertEquals(1, ran.exitCode());
        assertEquals("trouble", found(ran, "database").path("level").asString());
        assertTrue(found(ran, "database").path("found").asString().contains("is not an SQLite database"));
        assertEquals("this is a diary, not a database", Files.readString(db()));
    }

    @Test
    void aDamagedDatabaseIsFound() throws Exception {
        Ran.paymap("crawl", "--site", "sandbox", "--cities", "bj", "--db", db().toString());
        byte[] bytes = Files.readAllBytes(db());
        java.util.Arrays.fill(bytes, 4096, Math.min(bytes.length, 40_960), (byte) 0x5A);
        Files.write(db(), bytes);

        Ran ran = doctor(Map.of(), "--json");

        assertEquals(1, ran.exitCode(), ran.out());
        assertEquals("trouble", found(ran, "database").path("level").asString());
    }

    @Test
    void brokenSettingsAreTroubleAndOddOnesAWarning() throws Exception {
        Path file = Files.writeString(folder.resolve("config"), "rate = fast\n");
        Map<String, String> broken = Map.of("PAYMAP_CONFIG", file.toString());

        JsonNode trouble = found(doctor(broken, "--json"), "config");
        assertEquals(1, doctor(broken).exitCode());
        assertTrue(trouble.path("found").asString().startsWith(file + ", line 1: rate cannot be \"fast\": "));

        Ran odd = doctor(Map.of("PAYMAP_SPEED", "9"), "--json");
        assertEquals(0, odd.exitCode());
        assertEquals("warning", found(odd, "config").path("level").asString());
        assertTrue(found(odd, "config").path("found").asString().contains("PAYMAP_SPEED"));
    }

    @Test
    void nobodyIsAskedWithoutTheFlagAndOnceWithIt() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            assertEquals(0, doctor(Map.of(), "--site", site.uri().toString()).exitCode());
            assertEquals(0, site.log().size());

            Ran ran = doctor(Map.of(), "--site", site.uri().toString(), "--network");

            assertEquals(0, ran.exitCode(), ran.out());
            assertEquals(
                    List.of("/robots.txt"),
                    site.log().stream().map(sent -> sent.target()).toList());
            assertTrue(ran.out().contains(" answered for robots.txt\n"), ran.out());
        }
    }

    @Test
    void aSiteThatNobodyRunsIsTrouble() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Ran ran = doctor(Map.of(), "--site", "http://127.0.0.1:" + port, "--network", "--json");

        assertEquals(1, ran.exitCode());
        assertEquals("trouble", found(ran, "site").path("level").asString());
    }

    @Test
    void rareFindingsAreToldToo() {
        assertEquals(
                Finding.Level.WARNING,
                DoctorCommand.ping(new AvailablePingers(false, false, false)).level());
        assertEquals(
                "pmap can use: fping",
                DoctorCommand.ping(new AvailablePingers(false, true, false)).found());
        assertEquals(Finding.Level.TROUBLE, DoctorCommand.disk(1 << 20).level());
        assertEquals(Finding.Level.WARNING, DoctorCommand.disk(100 << 20).level());
        assertEquals(
                Finding.Level.WARNING,
                DoctorCommand.encoding(new TextEncoding("US-ASCII", "")).level());
    }

    private static JsonNode found(Ran ran, String check) {
        for (JsonNode finding : ran.json()) {
            if (finding.path("check").asString().equals(check)) {
                return finding;
            }
        }
        throw new AssertionError(check + " is not in " + ran.out());
    }

    /** Whether charts can be drawn is found out once a process: each look is one of its own. */
    private Ran doctor(Map<String, String> environment, String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of("doctor", "--db", db().toString()));
        all.addAll(List.of(args));
        return Ran.process(folder, environment, all.toArray(String[]::new));
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
