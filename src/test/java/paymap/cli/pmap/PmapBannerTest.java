package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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

/** Through the front door, on the loopback only. */
@Timeout(60)
class PmapBannerTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void whatAPortSaysStandsBesideIt(String model) throws IOException {
        try (TalkingServer talks = TalkingServer.saying("SSH-2.0-\"x\"\u001b[31m\r\n");
                TalkingServer listens = TalkingServer.saying("")) {
            String ports = talks.port() + "," + listens.port() + ",1";

            Ran ran = pmap("127.0.0.1", "-p", ports, "-m", model, "--banner");

            assertEquals(0, ran.exitCode(), ran.err());
            assertEquals(
                    "127.0.0.1: 2 of 3 ports open, 1 closed",
                    ran.out().lines().findFirst().orElse(""));
            assertTrue(
                    ran.out()
                            .contains(
                                    String.format("%7d  unknown, said \"SSH-2.0-\\\"x\\\"\\x1B[31m\"\n", talks.port())),
                    ran.out());
            assertTrue(ran.out().contains(String.format("%7d  unknown\n", listens.port())), ran.out());
            assertEquals("", listens.heard());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void inJsonItIsAField(String model) throws IOException {
        Path file = folder.resolve("result.json");
        try (TalkingServer talks = TalkingServer.saying("220 \"a\"\\b\r\n");
                TalkingServer listens = TalkingServer.saying("")) {
            String ports = talks.port() + "," + listens.port();

            Ran ran = pmap(
                    "127.0.0.1", "-p", ports, "-m", model, "--banner", "--format", "ndjson", "-w", file.toString());

            int[] told = new int[2];
            ran.out().lines().map(line -> JsonMapper.shared().readTree(line)).forEach(line -> {
                if (line.get("type").asString().equals("open")) {
                    told[0]++;
                    check(line, talks.port());
                } else if (line.get("type").asString().equals("host")) {
                    line.get("open").forEach(port -> check(port, talks.port()));
                    told[1] += line.get("open").size();
                }
            });
            assertEquals("[2, 2]", Arrays.toString(told), ran.out());
            JsonNode open = JsonMapper.shared().readTree(file).at("/hosts/0/open");
            assertEquals(2, open.size());
            open.forEach(port -> check(port, talks.port()));
        }
    }

    private static void check(JsonNode port, int talks) {
        assertEquals(port.get("port").asInt() == talks, port.has("said"), port.toString());
        if (port.has("said")) {
            assertEquals("220 \"a\"\\\\b", port.get("said").asString());
        }
    }

    @Test
    void theLibraryReadsTheSameTwoForms() throws IOException {
        try (TalkingServer listens = TalkingServer.saying("")) {
            String port = String.valueOf(listens.port());

            // What has "=" in it is not read the quick way.
            assertEquals(0, pmap("127.0.0.1", "-p=" + port, "--banner").exitCode());
            assertEquals("", listens.heard());
            assertEquals(0, pmap("--banner=http", "127.0.0.1", "-p=" + port).exitCode());
            assertEquals("HEAD / HTTP/1.0\r\n\r\n", listens.heard());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--banner=ftp", "--banner=HTTP"})
    void anotherFormIsRefused(String form) {
        Ran ran = pmap("127.0.0.1", form);

        assertEquals(2, ran.exitCode());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("--banner"), ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
    }

    @Test
    void nobodyIsListenedToUnlessThatIsAskedFor() throws IOException {
        try (TalkingServer talks = TalkingServer.saying("220 x\r\n")) {
            Ran ran = pmap("127.0.0.1", "-p", "" + talks.port());

            assertFalse(ran.out().contains("said"), ran.out());
        }
    }

    private static Ran pmap(String... args) {
        return Ran.paymap(Stream.concat(Stream.of("pmap"), Arrays.stream(args)).toArray(String[]::new));
    }
}
