package paymap.site.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static paymap.fuzz.Input.that;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
import paymap.fuzz.Input;
import paymap.fuzz.Scratch;

/** What a site says beside its replies, as bytes of a fuzzer. */
public final class WireInputs {

    private static final HttpUrl SITE = HttpUrl.get("https://www.made-up.example/jobs");
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    private WireInputs() {}

    /** The path that is asked about in the first line. */
    public static void robots(byte[] input) {
        String[] parts = Input.parts(input, 2);
        HttpUrl asked = SITE.resolve(parts[0].startsWith("/") ? parts[0] : "/" + parts[0]);
        byte[] body = parts[1].getBytes(UTF_8);
        RobotsTxt robots = new RobotsTxt();
        HttpUrl url = HttpUrl.get("https://www.made-up.example/robots.txt");
        Outcome read = robots.read(new HttpReply(url, 200, null, null, "text/plain", body));
        that(read instanceof Outcome.RobotsRead, "not read: " + read);
        Duration delay = ((Outcome.RobotsRead) read).crawlDelay();
        that(!delay.isNegative() && delay.compareTo(HttpExchange.LONGEST_WAIT) <= 0, "a delay of " + delay);
        if (asked != null && asked.host().equals(SITE.host())) {
            boolean forbidden = robots.forbids(asked) != null;
            that(forbidden == (robots.forbids(asked) != null), "asked again it says another thing");
            that(!forbidden || mayForbid(parts[1]), "forbidden by nobody: " + asked);
        }
    }

    /** Some misspellings of the word count, too; all begin alike. */
    private static boolean mayForbid(String rules) {
        return rules.toLowerCase(java.util.Locale.ROOT)
                .lines()
                .anyMatch(line -> line.strip().startsWith("d"));
    }

    public static void retryAfter(byte[] input) {
        @Nullable Duration wait = HttpExchange.retryAfter(Input.text(input), NOW);
        that(wait == null || !wait.isNegative() && !wait.isZero(), "a wait of " + wait);
        that(wait == null || wait.compareTo(HttpExchange.LONGEST_WAIT) <= 0, "a wait of " + wait);
        String text = Input.text(input).strip();
        if (text.matches("[1-9][0-9]{0,3}")) {
            that(Duration.ofSeconds(Long.parseLong(text)).equals(wait), text + " is a wait of " + wait);
        }
    }

    /** As a file of a browser, and as headers of a reply, one a line. */
    public static void cookies(byte[] input) {
        List<Cookie> saved = Input.orRefused(() -> CookiesTxt.read(written(input)));
        if (saved != null) {
            sent(new SessionCookies(saved));
        }
        SessionCookies session = new SessionCookies(List.of());
        Headers.Builder headers = new Headers.Builder();
        for (String line : new String(input, UTF_8).split("\n")) {
            headers.addUnsafeNonAscii("Set-Cookie", line.replaceAll("[\\x00-\\x08\\x0a-\\x1f\\x7f]", ""));
        }
        List<Cookie> received = Cookie.parseAll(SITE, headers.build());
        session.saveFromResponse(SITE, received);
        session.saveFromResponse(SITE, received);
        that(session.loadForRequest(SITE).size() <= 200, "more than 200 are kept");
        HttpUrl elsewhere = HttpUrl.get("https://another.example/jobs");
        that(session.loadForRequest(elsewhere).isEmpty(), "sent to another host");
    }

    private static void sent(SessionCookies cookies) {
        for (Cookie cookie : cookies.loadForRequest(SITE)) {
            that(cookie.matches(SITE), "sent where it does not belong: " + cookie.domain());
            new Headers.Builder().add("Cookie", cookie.name() + "=" + cookie.value()); // throws what cannot be sent
        }
    }

    private static Path written(byte[] input) {
        try {
            return Files.write(Scratch.file("cookies.txt"), input);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
