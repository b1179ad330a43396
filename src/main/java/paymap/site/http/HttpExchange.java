package paymap.site.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Departure;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.job.MadeUpData;
import paymap.words.Words;

/**
 * One request, one answer, one connection: no redirect is followed, nothing is sent twice, the size is capped, TLS is
 * verified. What goes wrong comes back as an {@link Outcome}.
 *
 * <p>No connection is used again: the library would take what a site sends after its reply for the reply to the next
 * request, and each page after it for the one before; and at our pace sites have mostly closed it in between.
 */
public final class HttpExchange {

    /** A page of 15 rows is 20 to 200 kB; more than this is no page of the site. */
    public static final int MOST_BYTES = 4 << 20;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(45);
    static final Duration LONGEST_WAIT = Duration.ofDays(14_610); // forty years; the year 9999 means never

    private final OkHttpClient client;
    private final InstantSource clock;
    private final ReplyReader reader = new ReplyReader(MOST_BYTES);

    /** @param clock tells when requests go out, and the present where a site does not tell its own */
    public HttpExchange(InstantSource clock) {
        this(clock, SILENCE);
    }

    /** @param silence the longest time in which nothing comes */
    HttpExchange(InstantSource clock, Duration silence) {
        this.clock = clock;
        this.client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false) // a second request nobody paced or counted
                .connectTimeout(CONNECT)
                .readTimeout(silence)
                .writeTimeout(silence)
                .callTimeout(WHOLE_CALL)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)) // none is used again, see above
                .addNetworkInterceptor(Wire::ask)
                .eventListenerFactory(Wire.telling(clock))
                .build();
    }

    /**
     * Sends one request and has its reply judged, both on this thread.
     *
     * @param cookies go along and are added to; null = none
     * @param departure asked before it is written, and told when it is
     * @param judge what a whole reply means; not asked when none came
     * @return what the judge says, or {@link Outcome.Unreachable}, {@link Outcome.Broken} or {@link Outcome.NotSent}; nothing
     *     is thrown for what a network or a site does
     */
    public Outcome send(
            Request request, @Nullable CookieJar cookies, Departure departure, Function<HttpReply, Outcome> judge) {
        OkHttpClient visitor = cookies == null
                ? client
                : client.newBuilder().cookieJar(cookies).build();
        Request watched = request.newBuilder().tag(Departure.class, departure).build();
        Call call = visitor.newCall(watched);
        try (Response response = call.execute()) {
            Optional<Outcome> outcome = reader.read(
                    response.body().byteStream(), body -> marked(judge.apply(answer(response, body)), response, body));
            if (outcome.isEmpty()) {
                call.cancel(); // closing alone would read on for a while, in the hope of keeping the connection
            }
            return outcome.orElseGet(() ->
                    new Outcome.Broken(Flaw.TOO_LARGE, Words.say("an answer of more than %d MiB", MOST_BYTES >> 20)));
        } catch (IOException e) {
            return failure(request, e);
        }
    }

    /** Ends all requests under way; each comes back as {@link Outcome.Broken}. */
    public void cancelAll() {
        client.dispatcher().cancelAll();
    }

    /** Whatever board it is of, what is made up is marked as such and what is broken is known again. */
    private static Outcome marked(Outcome outcome, Response response, byte[] body) {
        if (outcome instanceof Outcome.Broken broken) {
            return broken.withContent(Arrays.hashCode(body));
        }
        if (!MadeUpData.isSaid(response.header(MadeUpData.HEADER, ""))) {
            return outcome;
        }
        return outcome instanceof Outcome.Fetched page
                ? page.asMadeUp()
                : outcome instanceof Outcome.Opened opened ? opened.asMadeUp() : outcome;
    }

    private HttpReply answer(Response response, byte[] body) {
        return new HttpReply(
                response.request().url(),
                response.code(),
                response.header("Location"),
                retryAfter(response.header("Retry-After"), siteTime(response)),
                response.header("Content-Type", ""),
                body);
    }

    /** The time by the site's own clock, which dates in its replies go by; ours where it does not tell. */
    private Instant siteTime(Response response) {
        Instant told = date(response.header("Date", ""));
        return told == null ? clock.instant() : told;
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /**
     * @param header seconds, or an HTTP date
     * @return null where it is missing, past or neither
     */
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return positive(Duration.ofSeconds(Long.parseLong(text)));
        }
        Instant until = date(text);
        // Such a date has whole seconds: the moment meant may be almost a second later.
        return until == null ? null : positive(Duration.between(now, until.plusSeconds(1)));
    }

    private static @Nullable Duration positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            return null;
        }
        return duration.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : duration;
    }

    /** It would be the same the next time, as an accident on the way would not. */
    private static boolean isUntrusted(IOException e) {
        return e instanceof SSLPeerUnverifiedException
                || e instanceof SSLHandshakeException && e.getCause() instanceof CertificateException;
    }

    private static Outcome failure(Request request, IOException e) {
        if (e instanceof Wire.Kept) {
            return new Outcome.NotSent();
        }
        String host = request.url().host() + ":" + request.url().port();
        if (e instanceof UnknownHostException) {
            return new Outcome.Unreachable(
                    Words.say("the host %s cannot be resolved", request.url().host()));
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return new Outcome.Unreachable(Words.say("nobody answers at %s", host));
        }
        if (isUntrusted(e)) {
            return new Outcome.Unreachable(Words.say("nobody here vouches for the certificate of %s", host));
        }
        if (e instanceof SSLException) {
            return new Outcome.Broken(Flaw.CONNECTION, Words.say("no TLS connection to %s", host));
        }
        if (e instanceof InterruptedIOException) {
            return new Outcome.Broken(Flaw.SILENCE, Words.say("no whole answer from %s in time", host));
        }
        return new Outcome.Broken(Flaw.CONNECTION, Words.say("the connection to %s broke off", host));
    }
}
