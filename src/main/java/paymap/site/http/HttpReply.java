package paymap.site.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A reply, read whole.
 *
 * @param url what was asked for
 * @param status of HTTP; says little about this site
 * @param location where a redirect leads; null = it is none
 * @param retryAfter how long the site asks to wait; null = it does not say
 * @param contentType as the site names it; empty = it does not
 * @param body at most {@link HttpExchange#MOST_BYTES}
 */
public record HttpReply(
        HttpUrl url,
        int status,
        @Nullable String location,
        @Nullable Duration retryAfter,
        String contentType,
        byte[] body) {

    /** The body as UTF-8, which all captured pages and replies are. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The same reply around another text. */
    public HttpReply withBody(byte[] other) {
        return new HttpReply(url, status, location, retryAfter, contentType, other);
    }

    public boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /** Where a redirect leads; null = it is none, or leads to nothing that is an address. */
    public @Nullable HttpUrl target() {
        return location == null ? null : url.resolve(location);
    }

    /** Whether an address has the scheme, host and port of what was asked for. */
    public boolean isSameSite(HttpUrl to) {
        return to.host().equals(url.host())
                && to.port() == url.port()
                && to.scheme().equals(url.scheme());
    }

    /** Whether the body begins like a JSON object, whatever type is claimed. */
    public boolean looksLikeJson() {
        for (byte b : body) {
            if (b == '{') {
                return true;
            }
            boolean skippable = b == ' ' || b == '\n' || b == '\r' || b == '\t' || b < 0; // a byte order mark too
            if (!skippable) {
                return false;
            }
        }
        return false;
    }
}
