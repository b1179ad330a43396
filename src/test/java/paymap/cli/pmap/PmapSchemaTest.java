package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Ran;
import paymap.pmap.HostResult;
import paymap.pmap.PortState;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.PortSet;

/** Holds what is written against the schema that docs/ promises. */
@Timeout(60)
class PmapSchemaTest {

    private static final Address HOST = Address.of("192.0.2.1");

    @TempDir
    Path folder;

    private final Schema schema = schema();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1-127.0.0.2 -p 1-3,PORT",
                "127.0.0.1-127.0.0.2 -p 1-3,PORT --all -m proc",
                "127.0.0.0/30 -f ping",
                "127.0.0.0/30 -f ping --all --rate 1000 --retries 0"
            })
    void whatAScanWritesIsAsTheSchemaSays(String line) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            String scan = "pmap " + line.replace("PORT", "" + server.getLocalPort());
            Path file = folder.resolve("file");

            Ran whole = Ran.paymap((scan + " --format json -w " + file).split(" "));
            Ran lines = Ran.paymap((scan + " --format ndjson").split(" "));

            fits(whole.out());
            fits(Files.readString(file));
            lines.out().lines().forEach(this::fits);
        }
    }

    @Test
    void soIsWhatHasChanged() throws IOException {
        Path old = Files.writeString(folder.resolve("old"), """
                {"scan":"tcp","ports":"1-9","started":"2026-11-25T01:02:03.456Z","hosts":[\
                {"ip":"192.0.2.1","open":[{"port":1}],"closed":0,"filtered":8,"errors":0},\
                {"ip":"192.0.2.2","open":[{"port":1}],"closed":8,"filtered":0,"errors":0}]}
                """);
        Path now = Files.writeString(folder.resolve("new"), """
                {"scan":"tcp","ports":"1-9","started":"2026-11-26T01:02:03.456Z","hosts":[\
                {"ip":"192.0.2.1","open":[],"closed":9,"filtered":0,"errors":0},\
                {"ip":"192.0.2.2","verdict":"silent","open":[],"closed":0,"filtered":9,"errors":0}]}
                """);
        fits(Ran.paymap("pmap", "diff", "" + old, "" + now, "--format", "json").out());
        List<String> lines = Ran.paymap("pmap", "diff", "" + old, "" + now, "--format", "ndjson")
                .out()
                .lines()
                .toList();
        assertEquals(3, lines.size());
        lines.forEach(this::fits);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void soAreTheLinesOfAFileThatGrows(Reason reason) {
        boolean told = reason.state() != PortState.OPEN && reason.state() != PortState.ERROR;
        if (told && reason != Reason.UNKNOWN) {
            fits(PmapJson.portsLine(HOST, Map.of(reason, PortSet.of("1-9,80"))));
        }
        AddressSet hosts = AddressSet.of("192.0.2.1,192.0.2.4-192.0.2.9", 9);
        for (HostResult.Verdict verdict : HostResult.Verdict.values()) {
            fits(PmapJson.unansweredLine(verdict, hosts));
        }
        fits(PmapJson.endLine(Duration.ofSeconds(1), false));
        fits(PmapJson.silentLine(HOST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "{\"type\":\"nonsense\"}",
                "{\"type\":\"open\",\"ip\":\"192.0.2.1\",\"port\":0,\"service\":null,\"rtt_ms\":1}",
                "{\"type\":\"ports\",\"ip\":\"192.0.2.1\",\"ports_by_reason\":{\"because\":\"1\"}}",
                "{\"type\":\"ports\",\"ip\":\"192.0.2.1\",\"ports_by_reason\":{\"refused\":\"1-\"}}"
            })
    void whatIsWrongIsFound(String text) {
        assertNotEquals(List.of(), schema.validate(text, InputFormat.JSON));
    }

    @Test
    void theFirstLineIsInIt() {
        PmapOptions typed = PmapOptions.fastPath(new String[] {"192.0.2.1", "-f", "tcp", "-p1"}, 0);

        fits(PmapJson.scanLine(PmapRequest.of(typed, System.in), Instant.EPOCH, Duration.ZERO));
    }

    private void fits(String text) {
        assertEquals(List.of(), schema.validate(text, InputFormat.JSON), text);
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("docs", "pmap-schema.json")), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
