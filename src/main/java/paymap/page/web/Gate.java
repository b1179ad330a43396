package paymap.page.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import paymap.page.web.Response.Whole;
import paymap.words.Words;

/**
 * Who is let in: the browser that came with the token, which is good once, and has kept the cookie since; and only from the
 * page itself or from the person, never from a page of another origin (which includes other ports of this machine).
 */
final class Gate {

    static final String TOKEN = "token";

    private static final int SEE_OTHER = 303;
    private static final int FORBIDDEN = 403;
    private static final int NO_METHOD = 405;
    private static final int SECRET_BYTES = 24;

    private static final Set<String> OUR_FETCHES = Set.of("none", "same-origin");

    private final int port;
    private final String token;
    private final String cookie = secret();
    private final AtomicBoolean used = new AtomicBoolean();

    Gate(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** Nobody guesses it. */
    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is answered before anything is read of the address; null = go on. */
    @Nullable
    Whole strange(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Whole.text(NO_METHOD, Words.say("This page is only read: GET and HEAD are answered"))
                    .with("Allow", "GET, HEAD");
        }
        Headers headers = exchange.getRequestHeaders();
        List<String> hosts = headers.getOrDefault("Host", List.of());
        if (hosts.size() != 1
                || !isOurs(hosts.get(0))
                || exchange.getRequestURI().isAbsolute()) {
            return Whole.text(FORBIDDEN, Words.say("This page answers only as %s", "127.0.0.1:" + port));
        }
        boolean ours = headers.getOrDefault("Origin", List.of()).stream().allMatch(("http://" + hosts.get(0))::equals)
                && headers.getOrDefault("Sec-Fetch-Site", List.of()).stream().allMatch(OUR_FETCHES::contains);
        return ours
                ? null
                : Whole.text(
                        FORBIDDEN,
                        Words.say("Another page asked for this one; open it from the address bar of the browser"));
    }

    /** What is answered instead of a page, to whom is not in yet; null = go on. */
    @Nullable
    Whole unknown(Request request, Headers headers) {
        boolean known = headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> List.of(line.split(";", 100)).stream())
                .anyMatch(pair -> isSame(pair.strip(), name() + "=" + cookie));
        List<String> tokens = request.query().getOrDefault(TOKEN, List.of());
        if (tokens.isEmpty() || !request.path().equals("/")) {
            return known ? null : Whole.text(FORBIDDEN, Words.say("Open the address that paymap serve printed first"));
        }
        if (known) {
            return inside(request);
        }
        boolean right = tokens.size() == 1 && isSame(tokens.get(0), token);
        if (!right || request.method().equals("HEAD") || !used.compareAndSet(false, true)) {
            return Whole.text(
                    FORBIDDEN,
                    Words.say(
                            "This address works once and in one browser; for a new one, end paymap serve with Ctrl-C and"
                                    + " start it again"));
        }
        return inside(request).with("Set-Cookie", name() + "=" + cookie + "; HttpOnly; SameSite=Strict; Path=/");
    }

    private static Whole inside(Request request) {
        Map<String, List<String>> rest = new LinkedHashMap<>(request.query());
        rest.remove(TOKEN);
        return Whole.text(SEE_OTHER, "").with("Location", "/" + Query.written(rest));
    }

    private boolean isOurs(String host) {
        return host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port);
    }

    /** Other ports of this machine share its cookies. */
    private String name() {
        return "paymap-" + port;
    }

    /** Takes as long whatever differs. */
    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
