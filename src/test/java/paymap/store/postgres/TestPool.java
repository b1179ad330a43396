package paymap.store.postgres;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PgBouncer in transaction mode before the {@link TestServer}, where it is on this machine. */
public record TestPool(Process process, int port) implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");
    private static final int LONGEST_MS = 10_000;

    /**
     * Starts one; skips the test where there is none.
     *
     * @param sessions that all transactions share, so few that they must
     */
    public static TestPool start(Path folder, int sessions) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "needs pgbouncer");
        int port = freePort();
        Path settings = Files.createTempFile("pool", ".ini"); // where it may read as the user that it becomes
        Files.writeString(settings, """
                [databases]
                * = host=127.0.0.1 port=%d user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = %d
                ignore_startup_parameters = extra_float_digits
                """.formatted(TestServer.port(), port, sessions));
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody")); // it refuses to be root
        }
        command.add(settings.toString());
        File told = folder.resolve("pool.log").toFile();
        TestPool pool = new TestPool(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(told)
                        .start(),
                port);
        try {
            pool.listens(told);
        } finally {
            Files.delete(settings);
        }
        return pool;
    }

    /** A database of the server, through it. */
    public PostgresAddress address(PostgresAddress direct) {
        return PostgresAddress.of(direct.shown().replace(":" + TestServer.port() + "/", ":" + port + "/"));
    }

    private void listens(File told) throws IOException, InterruptedException {
        for (int ms = 0; ms < LONGEST_MS; ms += 50) {
            assertTrue(!process.waitFor(50, TimeUnit.MILLISECONDS), Files.readString(told.toPath()));
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                // not yet
            }
        }
        throw new IOException("the pool does not listen: " + Files.readString(told.toPath()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
