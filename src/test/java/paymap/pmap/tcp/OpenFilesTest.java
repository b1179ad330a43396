package paymap.pmap.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a process of its own, whose limit a shell lowers. */
@Timeout(60)
class OpenFilesTest {

    /** For {@link #leavesFilesForAllElse}. */
    public static final class Sockets {
        private Sockets() {}

        public static void main(String[] args) {
            System.out.println(OpenFiles.forSockets());
        }
    }

    @ParameterizedTest
    @CsvSource({"200, 100", "900, 450", "1000, 500", "1024, 524", "4096, 3596"})
    void leavesFilesForAllElse(int limit, int sockets) throws Exception {
        assertEquals("" + sockets, run(limit, Sockets.class.getName()).strip());
    }

    /** More is asked for at once than there are files. */
    @ParameterizedTest
    @CsvSource({"150, 1000", "250, 10000"})
    void aScanWithFewFilesMissesNothing(int limit, int atOnce) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            String port = "" + server.getLocalPort();

            String out = run(limit, "paymap.Main", "pmap", "127.0.0.1", "-p", "1-3000," + port, "-n", "" + atOnce);

            assertTrue(out.startsWith("127.0.0.1: "), out);
            assertTrue(out.contains(port + "  "), out);
            assertTrue(!out.contains("could not be asked") && !out.contains("filtered"), out);
        }
    }

    private static String run(int limit, String... program) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "ulimit -n " + limit + " && exec \"$@\"",
                "sh",
                java,
                "-XX:-MaxFDLimit",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(program));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }
}
