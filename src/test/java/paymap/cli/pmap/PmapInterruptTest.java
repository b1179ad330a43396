package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A process of its own, because a signal ends it. */
@Timeout(60)
class PmapInterruptTest {

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void savesWhatIsKnownWhenItIsStopped(String model, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("result.json");
        Path printed = folder.resolve("printed");
        try (ServerSocket server = onACommonPort()) {
            int open = server.getLocalPort();
            // Common ports are asked first, and the others would take most of a minute.
            Process scan = new ProcessBuilder(List.of(
                            System.getProperty("java.home") + "/bin/java",
                            "-Dpaymap.terminal=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "paymap.Main",
                            "pmap",
                            "-ip",
                            "127.0.0.1",
                            "-p",
                            open + "," + freePorts(),
                            "--rate",
                            "20",
                            "--format",
                            "ndjson",
                            "-m",
                            model,
                            "-w",
                            file.toString()))
                    .redirectOutput(printed.toFile())
                    .start();
            try (BufferedReader progress = scan.errorReader()) {
                for (String line = progress.readLine(); !line.contains(" 1 found"); line = progress.readLine()) {
                    assertTrue(scan.isAlive(), line);
                }
                scan.destroy();
                scan.waitFor(30, TimeUnit.SECONDS);
            }
            String first = Files.readAllLines(printed).get(1); // what is known is printed, too
            assertTrue(first.contains("\"type\":\"open\",\"ip\":\"127.0.0.1\",\"port\":" + open), first);
            JsonNode result = JsonMapper.shared().readTree(file);
            assertFalse(result.get("complete").asBoolean());
            assertEquals(1, result.get("hosts").get(0).get("open").size());
            assertEquals(Set.of(file, printed), filesOf(folder));
        }
    }

    private static Set<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        }
    }

    /** Those of 2002 to 2999 at which this machine does not listen itself. */
    private static String freePorts() {
        return IntStream.rangeClosed(2002, 2999)
                .filter(PmapInterruptTest::isFree)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket onACommonPort() throws IOException {
        for (int port : new int[] {8888, 6001, 10000, 2001, 8008, 8443, 8000, 49152}) {
            try {
                return new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
            } catch (BindException e) {
                continue; // somebody else's
            }
        }
        throw new IOException("every port tried is in use");
    }
}
