package paymap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.options.Sites;
import paymap.site.lagou.Lagou;
import paymap.site.toy.ToyBoard;

/** A second board is one folder, {@code paymap.site.toy}, and one line: the one in {@link #setUp}. */
class ToyBoardTest {

    private static final int JOBS = 23;

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Wiring.Parts parts;

    @BeforeEach
    void setUp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Wiring.Parts real = Wiring.parts();
        Sites sites = new Sites(
                () -> List.of(new Lagou(), new ToyBoard(address)), real.sites().sandbox());
        parts = new Wiring.Parts(sites, real.stores());
    }

    @AfterEach
    void tearDown() {
        server.stop(0);
    }

    @Test
    void isCrawledByItsNameAtItsPaceInItsPagesWithItsOption() throws Exception {
        Ran ran = paymap("crawl", "--site", "toy", "--cities", "bj", "--toy-order", "old", "-n", "1");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                List.of("toy|" + JOBS),
                Db.rows(folder.resolve("x.db"), "SELECT site, count(*) FROM jobs GROUP BY site"));
        assertTrue(asked.stream().anyMatch(path -> path.contains("order=old")), asked.toString());
        assertTrue(
                asked.stream().filter(path -> path.startsWith("/jobs")).count() <= JOBS / 10 + 2,
                "pages of ten: " + asked);
        assertEquals(
                List.of("toy|order|old"),
                Db.rows(folder.resolve("x.db"), "SELECT site, name, value FROM site_notes WHERE name = 'order'"));
    }

    @Test
    void itsAddressIsItsName() throws Exception {
        paymap("crawl", "--site", "http://127.0.0.1:" + server.getAddress().getPort(), "--cities", "bj");

        assertEquals(List.of("toy"), Db.rows(folder.resolve("x.db"), "SELECT DISTINCT site FROM runs"));
    }

    @Test
    void itsSavedRepliesAreTakenInBesideThoseOfOtherBoards() throws Exception {
        Path saved = Files.writeString(folder.resolve("saved.json"), page(1));

        Ran ran = paymap("import", saved.toString());

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                List.of("toy|toys|10"),
                Db.rows(
                        folder.resolve("x.db"),
                        "SELECT j.site, r.keyword, count(*) FROM jobs j JOIN run_jobs rj ON rj.job_id = j.id"
                                + " JOIN runs r ON r.id = rj.run_id"));
        assertFalse(new String(Files.readAllBytes(folder.resolve("x.db")), UTF_8).contains("MASKED"), "a person");
    }

    @Test
    void helpTellsOfItAndAWrongValueOfItsOptionIsRefused() {
        String help = paymap("crawl", "--help").out();
        assertTrue(help.contains("--toy-order=ORDER"), help);
        assertTrue(help.contains("(lagou, toy, sandbox)"), help);

        Ran ran = paymap("crawl", "--site", "toy", "--cities", "bj", "--toy-order", "sideways");

        assertEquals(2, ran.exitCode());
        assertEquals(
                "paymap: --toy-order must be one of new, old: \"sideways\"\n",
                ran.err().lines().findFirst().orElse("") + "\n");
    }

    private Ran paymap(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (!all.contains("--help")) {
            all.addAll(List.of("--db", folder.resolve("x.db").toString()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Paymap.run(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Map.of(),
                parts,
                all.toArray(String[]::new));
        return new Ran(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String query =
                    URLDecoder.decode(String.valueOf(exchange.getRequestURI().getQuery()), UTF_8);
            asked.add(path + "?" + query);
            byte[] body = body(path, query).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String body(String path, String query) {
        if (path.equals("/robots.txt")) {
            return "User-agent: *\nAllow: /\n";
        }
        return path.equals("/jobs") ? page(Integer.parseInt(query.replaceFirst(".*page=(\\d+).*", "$1"))) : "welcome";
    }

    private static String page(int number) {
        List<String> rows = new ArrayList<>();
        for (int i = 10 * (number - 1); i < Math.min(10 * number, JOBS); i++) {
            rows.add("{\"no\":" + i + ",\"name\":\"Toy maker " + i + "\",\"pay\":\"" + (10 + i)
                    + "k-40k\",\"town\":\"北京\",\"boss\":\"MASKED\"}");
        }
        return "{\"toy\":[" + String.join(",", rows) + "]}";
    }
}
