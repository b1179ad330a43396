package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Ran;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class PmapChangesTest {

    private static final String OLD = """
            {"type":"scan","schema":1,"scan":"tcp","targets":"192.0.2.0/29","addresses":"192.0.2.0-192.0.2.7",\
            "ports":"1-100","started":"2026-11-25T01:02:03.456Z"}
            {"type":"host","ip":"192.0.2.1","open":[{"port":22},{"port":25}],"closed":98,"filtered":0,"errors":0,\
            "ports_by_reason":{"refused":"1-21,23-24,26-100"}}
            {"type":"host","ip":"192.0.2.2","open":[{"port":22}],"closed":99,"filtered":0,"errors":0,\
            "ports_by_reason":{"refused":"1-21,23-100"}}
            {"type":"host","ip":"192.0.2.4","open":[],"closed":100,"filtered":0,"errors":0,\
            "ports_by_reason":{"refused":"1-100"}}
            {"type":"unanswered","verdict":"silent","hosts":"192.0.2.3"}
            """;

    private static final String NEW = """
            {"type":"scan","schema":1,"scan":"tcp","targets":"192.0.2.0/29","addresses":"192.0.2.0-192.0.2.7",\
            "ports":"1-100","started":"2026-12-02T01:02:03.456Z"}
            {"type":"host","ip":"192.0.2.1","open":[{"port":22},{"port":80}],"closed":96,"filtered":2,"errors":0,\
            "ports_by_reason":{"refused":"1-21,23-79,83-100","no answer":"81-82"}}
            {"type":"host","ip":"192.0.2.3","open":[{"port":80}],"closed":99,"filtered":0,"errors":0,\
            "ports_by_reason":{"refused":"1-79,81-100"}}
            {"type":"host","ip":"192.0.2.5","open":[{"port":80}],"closed":99,"filtered":0,"errors":0,\
            "ports_by_reason":{"refused":"1-79,81-100"}}
            {"type":"unanswered","verdict":"silent","hosts":"192.0.2.2"}
            """;

    @TempDir
    Path folder;

    private String old;
    private String now;

    @BeforeEach
    void write() throws IOException {
        old = "" + Files.writeString(folder.resolve("old"), OLD);
        now = "" + Files.writeString(folder.resolve("new"), NEW);
    }

    @Test
    void diffTellsWhatIsDifferentAndScansNothing() {
        Ran ran = pmap("diff", old, now, "-v");

        assertEquals("""
                + 192.0.2.1:80 opened (was closed)
                - 192.0.2.1:25 closed (was open)
                ~ 192.0.2.1:81-82 filtered (was closed)
                - 192.0.2.2 gone (was open: 22)
                + 192.0.2.3 came (open: 80)
                """, ran.out());
        assertEquals(
                "paymap: 3 hosts compared; 2 answered in one of the scans and are not known from the other.\n",
                ran.err());
        assertEquals(0, ran.exitCode());
    }

    @Test
    void programsGetJson() {
        JsonNode whole = JsonMapper.shared()
                .readTree(pmap("diff", old, now, "--format", "json").out());

        assertEquals("2026-11-25T01:02:03.456Z", whole.get("since").asString());
        assertEquals(3, whole.get("compared").asInt());
        assertEquals(5, whole.get("changes").size());
        assertEquals(
                "{\"type\":\"change\",\"change\":\"opened\",\"ip\":\"192.0.2.1\",\"ports\":\"80\",\"was\":\"closed\"}",
                whole.get("changes").get(0).toString());
        List<String> lines =
                pmap("diff", old, now, "--format", "ndjson").out().lines().toList();
        assertEquals(5, lines.size());
        assertEquals("{\"type\":\"change\",\"change\":\"came\",\"ip\":\"192.0.2.3\",\"open\":\"80\"}", lines.get(4));
    }

    @Test
    void aHostThatAnswersEverywhereIsOneChange() throws IOException {
        String ports = IntStream.rangeClosed(1, 100)
                .mapToObj(port -> "{\"port\":" + port + "}")
                .collect(Collectors.joining(","));
        String all = ""
                + Files.writeString(
                        folder.resolve("all"),
                        OLD.replace("\"open\":[],\"closed\":100", "\"open\":[" + ports + "],\"closed\":0")
                                .replace("{\"refused\":\"1-100\"}", "{}"));

        assertEquals(
                "+ 192.0.2.4: 100 ports opened; suspicious\n",
                pmap("diff", old, all).out());
        assertEquals(
                "- 192.0.2.4: 100 ports not open any more; it was suspicious\n",
                pmap("diff", all, old).out());
        assertEquals(
                "{\"type\":\"change\",\"change\":\"opened\",\"ip\":\"192.0.2.4\",\"ports\":\"1-100\",\"was\":\"closed\"}\n",
                pmap("diff", old, all, "--format", "ndjson").out());
    }

    @Test
    void whatAPortSaysIsNoChange() throws IOException {
        String says = ""
                + Files.writeString(
                        folder.resolve("says"), OLD.replace("{\"port\":22}", "{\"port\":22,\"said\":\"x\"}"));

        assertEquals("", pmap("diff", old, says).out());
    }

    @Test
    void aChangeIsAnExitCodeWhereThatIsWanted() {
        assertEquals(3, pmap("diff", old, now, "--fail-on-change").exitCode());
        assertEquals(new Ran(0, "", ""), pmap("diff", old, old, "--fail-on-change"));
    }

    @Test
    void aPingIsNotComparedWithPorts() throws IOException {
        String ping = "" + Files.writeString(folder.resolve("ping"), "{\"scan\":\"ping\",\"hosts\":[]}");

        Ran refused = pmap("diff", old, ping);

        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("they have nothing in common"), refused.err());
        assertEquals(2, pmap("diff", old, now, "--format", "plain").exitCode());
        assertEquals(2, pmap("diff", old).exitCode());
        assertEquals(2, pmap("127.0.0.1", "-p1", "--since", ping).exitCode());
    }

    @Test
    void sinceTellsWhatHasChangedInPlaceOfTheResults() throws IOException {
        String last = "" + folder.resolve("last.json");
        String[] scan;
        String port;
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            port = "" + server.getLocalPort();
            scan = new String[] {"127.0.0.1-127.0.0.2", "-p", "1-3," + port, "--since", last, "-w", last};
            assertEquals(0, pmap(scan[0], "-p", scan[2], "-w", last).exitCode());
            assertEquals(new Ran(0, "", ""), pmap(scan), "nothing has, so nothing is told");
        }
        List<String> failing = new ArrayList<>(List.of(scan));
        failing.add("--fail-on-change");
        Ran changed = pmap(failing.toArray(new String[0]));
        assertEquals(new Ran(3, "- 127.0.0.1:" + port + " closed (was open)\n", ""), changed);
        assertEquals(new Ran(0, "", ""), pmap(failing.toArray(new String[0])), "it was told once");
    }

    private static Ran pmap(String... args) {
        List<String> line = new ArrayList<>(List.of("pmap"));
        line.addAll(List.of(args));
        return Ran.paymap(line.toArray(new String[0]));
    }
}
