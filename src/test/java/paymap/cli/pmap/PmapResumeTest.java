package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Ran;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Through the front door, on the loopback only. */
@Timeout(120)
class PmapResumeTest {

    private static final String HOSTS = "127.0.0.1-127.0.0.2";

    @TempDir
    Path folder;

    private Path file;
    private ServerSocket server;
    private String ports;

    @BeforeEach
    void listen() throws IOException {
        file = folder.resolve("result.json");
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        ports = "1-400," + server.getLocalPort();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"thread,thread", "proc,proc", "thread,proc"})
    void aScanThatWasKilledGoesOnWhereItStopped(String first, String second) throws Exception {
        killed(HOSTS, "-p", ports, "--rate", "100", "-m", first, "-w", "" + file);
        String left = Files.readString(file);
        assertTrue(left.startsWith("{\"type\":\"scan\""), left);
        assertTrue(left.contains("\"ports_by_reason\""), left);

        Ran resumed = pmap("--resume", "" + file, "--rate", "100000", "-m", second);

        assertEquals(0, resumed.exitCode(), resumed.err());
        JsonNode whole = json(file);
        assertTrue(whole.get("complete").asBoolean());
        assertEquals(hosts(undisturbed()), hosts(whole));
        assertEquals(List.of("result.json", "undisturbed.json"), names());
        assertTrue(resumed.out().contains("127.0.0.1: 1 of 401 ports open, 400 closed"), resumed.out());
    }

    @Test
    void aPingThatWasKilledGoesOnWhereItStopped() throws Exception {
        killed("127.0.0.0/24", "-f", "ping", "--rate", "20", "-w", "" + file);

        Ran resumed = pmap("--resume", "" + file, "--rate", "100000");

        assertEquals(0, resumed.exitCode(), resumed.err());
        assertEquals(256, json(file).get("hosts").size());
        assertEquals(256, resumed.out().lines().count(), "each host is told once");
    }

    /** A file is not believed more than what is typed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0.0.0-0.0.0.9|is no host",
                "224.0.0.1|multicast and reserved addresses are no hosts",
                "10.0.0.0-12.0.0.0|pass --yes to scan more than 2^24 addresses"
            })
    void theHostsOfAFileAreCheckedAsIfTheyWereTyped(String addresses, String why) throws Exception {
        Files.writeString(
                file, "{\"type\":\"scan\",\"scan\":\"tcp\",\"ports\":\"1\",\"addresses\":\"" + addresses + "\"}\n");

        Ran refused = pmap("--resume", "" + file);

        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains(why), refused.err());
    }

    @Test
    void aScanThatWasInterruptedGoesOnToo() throws Exception {
        Process scan = begun(HOSTS, "-p", ports, "--rate", "100", "-w", "" + file);
        scan.destroy();
        scan.waitFor();
        JsonNode partial = json(file);
        assertFalse(partial.get("complete").asBoolean());

        assertEquals(0, pmap("--resume", "" + file, "--rate", "100000").exitCode());
        assertEquals(hosts(undisturbed()), hosts(json(file)));
    }

    @Test
    void whatIsThereStaysUntilTheScanIsAtItsEnd() throws Exception {
        Files.writeString(file, "last week's");
        killed(HOSTS, "-p", ports, "--rate", "100", "-w", "" + file);

        assertEquals("last week's", Files.readString(file));
        assertEquals(List.of("result.json", "result.json.part"), names());
        assertEquals(0, pmap("--resume", "" + file, "--rate", "100000").exitCode());
        assertTrue(json(file).get("complete").asBoolean());
        assertEquals(List.of("result.json"), names());
    }

    @Test
    void aFileOfAnEarlierVersionIsGoneOnWithToo() throws Exception {
        Files.writeString(file, """
                {"scan":"tcp","targets":"127.0.0.1-127.0.0.2","ports":"1-3","started":"2026-11-25T01:02:03.456Z",\
                "elapsed_ms":5,"complete":false,"hosts":[{"ip":"127.0.0.1","open":[{"port":3,"service":null,\
                "rtt_ms":1.5}],"closed":1,"filtered":1,"errors":0}]}
                """);

        Ran unnamed = pmap("--resume", "" + file);
        assertEquals(2, unnamed.exitCode());
        assertTrue(
                unnamed.err().contains("does not say which addresses were meant; name the hosts again"), unnamed.err());
        Ran resumed = pmap("--resume", "" + file, HOSTS);

        assertEquals(0, resumed.exitCode(), resumed.err());
        JsonNode whole = json(file);
        assertEquals(3, whole.at("/hosts/0/open/0/port").asInt(), "it was open, so it was not asked again");
        assertEquals(3, whole.at("/hosts/1/closed").asInt());
        assertEquals("2026-11-25T01:02:03.456Z", whole.get("started").asString());
    }

    @Test
    void linesThatWerePrintedCanBeGoneOnWith() throws Exception {
        Ran printed = pmap(HOSTS, "-p", ports, "--format", "ndjson");
        List<String> lines = printed.out().lines().toList();
        Files.write(file, lines.subList(0, 3)); // what was asked, an open port, its host

        assertEquals(0, pmap("--resume", "" + file).exitCode());
        assertEquals(hosts(undisturbed()), hosts(json(file)));
    }

    @Test
    void otherHostsOrPortsAreRefusedOrMerged() throws Exception {
        assertEquals(0, pmap("127.0.0.1", "-p1-5", "-w", "" + file).exitCode());

        Ran others = pmap("--resume", "" + file, HOSTS);
        Ran ports = pmap("--resume", "" + file, "-p1-6");
        Ran ping = pmap("--resume", "" + file, "-f", "ping");
        assertEquals(List.of(2, 2, 2), List.of(others.exitCode(), ports.exitCode(), ping.exitCode()));
        assertTrue(
                others.err()
                        .contains(
                                "is the scan of other hosts (127.0.0.1); leave the hosts out, or add them with --merge"),
                others.err());
        assertTrue(ports.err().contains("is the scan of other ports (1-5); leave -p out"), ports.err());
        assertTrue(ping.err().contains("the file is of a scan of TCP ports, and this is a ping"), ping.err());

        Ran merged = pmap("--resume", "" + file, "127.0.0.2", "-p", "5-7", "--merge");
        assertEquals(0, merged.exitCode(), merged.err());
        JsonNode whole = json(file);
        assertEquals("127.0.0.1-127.0.0.2", whole.get("addresses").asString());
        assertEquals("1-7", whole.get("ports").asString());
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    "1-7",
                    whole.get("hosts").get(i).at("/ports_by_reason/refused").asString());
        }
    }

    @Test
    void whatIsCompleteIsToldAgainAndNothingIsAsked() throws Exception {
        Ran first = pmap(HOSTS, "-p", ports, "-w", "" + file);
        JsonNode before = json(file);
        server.close(); // nobody would be there any more

        Ran again = pmap("--resume", "" + file);

        assertEquals(first.out(), again.out());
        assertEquals(hosts(before), hosts(json(file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--resume none",
                "--resume FILE -w other",
                "--merge 127.0.0.1",
                "--resume FILE --exclude 127.0.0.1",
                "--fail-on-change 127.0.0.1",
                "--since none 127.0.0.1",
                "--since FILE --format plain 127.0.0.1"
            })
    void whatMakesNoSenseIsRefusedInASentence(String line) throws Exception {
        Files.writeString(file, "{\"type\":\"scan\",\"scan\":\"tcp\"}\n");

        Ran refused = pmap(line.replace("FILE", "" + file).split(" "));

        assertEquals(2, refused.exitCode(), refused.err());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertFalse(refused.err().contains("Exception"), refused.err());
    }

    @Test
    void aFullDiskIsSaidInASentence() throws Exception {
        Path full = Path.of("/dev/full");
        if (!Files.exists(full)) {
            return;
        }
        Ran ran = pmap("127.0.0.1", "-p1-3", "-w", "" + full);

        assertEquals(1, ran.exitCode());
        assertEquals("paymap: cannot write to /dev/full: No space left on device\n", ran.err());
    }

    /** Runs until something of a host is saved that is not finished, and is then killed as by the kernel. */
    private void killed(String... args) throws Exception {
        Process scan = begun(args);
        scan.destroyForcibly();
        scan.waitFor();
    }

    private Process begun(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                "paymap.Main",
                "pmap"));
        command.addAll(List.of(args));
        Process scan = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!hasSaved()) {
            assertTrue(scan.isAlive(), "it ended by itself");
            scan.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return scan;
    }

    private boolean hasSaved() throws IOException {
        Path part = folder.resolve("result.json.part");
        Path growing = Files.exists(part) ? part : file;
        if (!Files.exists(growing)) {
            return false;
        }
        String text = Files.readString(growing);
        return text.contains("\"ports\",\"ip\"") || text.contains("\"alive\"");
    }

    private JsonNode undisturbed() throws IOException {
        Path other = folder.resolve("undisturbed.json");
        assertEquals(0, pmap(HOSTS, "-p", ports, "-w", "" + other).exitCode());
        return json(other);
    }

    /** But for the times. */
    private static JsonNode hosts(JsonNode whole) {
        JsonNode hosts = whole.get("hosts");
        for (JsonNode host : hosts) {
            for (JsonNode open : host.get("open")) {
                ((ObjectNode) open).remove("rtt_ms");
            }
        }
        return hosts;
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(file);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static Ran pmap(String... args) {
        List<String> line = new ArrayList<>(List.of("pmap"));
        line.addAll(List.of(args));
        return Ran.paymap(line.toArray(new String[0]));
    }
}
