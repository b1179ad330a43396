package paymap.torture.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import paymap.cli.Paymap;
import paymap.cli.Ran;

/** The page that {@code serve} shows, and what its links lead to. */
final class ServedPages {

    private static final int MOST = 40;
    private static final long SOON_S = 60;

    private final String database;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    ServedPages(String database) {
        this.database = database;
    }

    /** All pages as standard output, and what the command said. */
    Ran all() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        FutureTask<Integer> end = new FutureTask<>(() -> Paymap.run(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Map.of(),
                "serve",
                "--db",
                database,
                "--idle",
                "1s"));
        new Thread(end, "serves").start();
        while (!out.toString(UTF_8).contains("\n") && !end.isDone()) {
            Thread.onSpinWait();
        }
        String address = out.toString(UTF_8).strip();
        String pages = end.isDone() ? "" : pages(URI.create(address));
        return new Ran(end.get(SOON_S, TimeUnit.SECONDS), pages + address, err.toString(UTF_8));
    }

    private String pages(URI first) throws Exception {
        StringBuilder all = new StringBuilder();
        Deque<URI> next = new ArrayDeque<>(Set.of(first));
        Set<URI> seen = new TreeSet<>(next);
        while (!next.isEmpty()) {
            URI uri = next.remove();
            String page = browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(UTF_8))
                    .body();
            all.append(page).append('\n');
            Jsoup.parse(page).select("[href^=/], [href^=?], [src^=/]").forEach(link -> {
                URI to = uri.resolve((link.attr("href") + link.attr("src")).replace(" ", "%20"));
                if (!to.getPath().contains("watch") && seen.size() < MOST && seen.add(to)) {
                    next.add(to);
                }
            });
        }
        return all.toString();
    }
}
