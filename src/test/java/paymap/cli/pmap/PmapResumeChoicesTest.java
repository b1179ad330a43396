package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Ran;
import paymap.pmap.banner.TalkingServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a scan that is gone on with keeps to its order, its time and what it hears. */
@Timeout(120)
class PmapResumeChoicesTest {

    @TempDir
    Path folder;

    @Test
    void theOrderTheTimeAndTheBannerAreKeptInTheFile() {
        String file = "" + folder.resolve("scan.json");
        assertEquals(
                0,
                pmap("127.0.0.1", "-p1-3", "--randomize", "--seed", "7", "--host-timeout", "9s", "--banner", "-w", file)
                        .exitCode());

        Ran resumed = pmap("--resume", file, "-v");

        assertTrue(resumed.err().contains("--seed 7 repeats it"), resumed.err());
        JsonNode settings = json(file).get("settings");
        assertEquals(7, settings.get("seed").asInt());
        assertEquals(9000, settings.get("host_timeout_ms").asInt());
        assertEquals("listen", settings.get("banner").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void aHostWhoseTimeWasUpIsAskedOn(String model) {
        String file = "" + folder.resolve("scan.json");
        Ran late = pmap("127.0.0.1-2", "-p1-400", "--rate", "100", "--host-timeout", "500ms", "-m", model, "-w", file);
        assertEquals(3, late.exitCode(), late.err());
        assertTrue(json(file).at("/hosts/0/timed_out").asBoolean());

        Ran resumed = pmap("--resume", file, "--rate", "100000", "--host-timeout", "60s");

        assertEquals(0, resumed.exitCode(), resumed.err());
        JsonNode whole = json(file);
        assertTrue(whole.get("complete").asBoolean());
        for (JsonNode host : whole.get("hosts")) {
            assertFalse(host.has("timed_out"));
            assertEquals(400, host.get("closed").asInt() + host.get("open").size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void whatWasOpenBeforeIsListenedToAndWhatWasHeardIsKept(String model) throws IOException {
        String file = "" + folder.resolve("scan.json");
        try (TalkingServer talks = TalkingServer.saying("220 hello\r\n")) {
            assertEquals(
                    0, pmap("127.0.0.1", "-p1-3," + talks.port(), "-w", file).exitCode());
            assertFalse(json(file).at("/hosts/0/open/0").has("said"));

            Ran heard = pmap("--resume", file, "--banner", "-m", model);

            assertTrue(heard.out().contains("said \"220 hello\""), heard.out());
        }
        Ran again = pmap("--resume", file);

        assertTrue(again.out().contains("said \"220 hello\""), again.out());
        assertEquals("220 hello", json(file).at("/hosts/0/open/0/said").asString());
    }

    @Test
    void whatAFileSaysThatAPortSaidMovesNoCursor() throws IOException {
        Path file = Files.writeString(folder.resolve("scan.json"), """
                {"type":"scan","schema":1,"scan":"tcp","addresses":"127.0.0.1","ports":"9"}
                {"type":"host","ip":"127.0.0.1","open":[{"port":9,"said":"a\\u001b[2J\\n\\u202eb"}],"closed":0,\
                "filtered":0,"errors":0}
                """);

        Ran resumed = pmap("--resume", "" + file);

        assertTrue(resumed.out().contains("said \"a\\x1B[2J\\x0A\\u{202E}b\""), resumed.out());
    }

    @Test
    void otherPortsAndHostsAreRefusedHoweverTheyAreNamed() throws IOException {
        String file = "" + folder.resolve("scan.json");
        String left = "" + Files.writeString(folder.resolve("left"), "127.0.0.2");
        assertEquals(0, pmap("127.0.0.1", "-p1-3", "-w", file).exitCode());

        Ran top = pmap("--resume", file, "--top", "10");
        Ran excluded = pmap("--resume", file, "--exclude-file", left);

        assertEquals(2, top.exitCode());
        assertTrue(top.err().contains("is the scan of other ports (1-3); leave --top out"), top.err());
        assertEquals(2, excluded.exitCode());
        assertTrue(excluded.err().contains("--exclude-file leaves out hosts that are named"), excluded.err());
        assertEquals(0, pmap("--resume", file, "--top", "10", "--merge").exitCode());
        assertTrue(json(file).get("ports").asString().startsWith("1-3,"));
    }

    private static JsonNode json(String file) {
        return JsonMapper.shared().readTree(Path.of(file));
    }

    private static Ran pmap(String... args) {
        return Ran.paymap(Stream.concat(Stream.of("pmap"), Arrays.stream(args)).toArray(String[]::new));
    }
}
