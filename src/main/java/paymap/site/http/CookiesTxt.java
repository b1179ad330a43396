package paymap.site.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Cookie;
import org.jspecify.annotations.Nullable;
import paymap.files.SmallFile;
import paymap.words.Words;

/**
 * Cookies of the user's own browser, in the Netscape format that browser extensions export: seven fields by tabs a
 * line (domain, whether subdomains are meant, path, whether only over TLS, expiry in s, name, value), {@code #}
 * comments, {@code #HttpOnly_} before a domain. Only ever read; values never reach a message.
 */
public final class CookiesTxt {

    private static final int FIELDS = 7;
    private static final int MOST_BYTES = 1 << 20;
    private static final String HTTP_ONLY = "#HttpOnly_";

    private CookiesTxt() {}

    /**
     * @throws IllegalArgumentException if the file cannot be read or is no cookie file; the message names the line, never
     *     what stands there
     */
    public static List<Cookie> read(Path file) {
        try {
            byte[] text = SmallFile.read(file, MOST_BYTES);
            if (text == null) {
                throw new IllegalArgumentException(
                        Words.say("the cookie file %s is over 1 MiB; that is no cookies.txt", file));
            }
            return parse(file, new String(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(Words.say("the cookie file %s cannot be read", file), e);
        }
    }

    private static List<Cookie> parse(Path file, String text) {
        List<Cookie> cookies = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R")) {
            number++;
            String content = line.startsWith(HTTP_ONLY) ? line.substring(HTTP_ONLY.length()) : line;
            if (content.isBlank() || content.startsWith("#")) {
                continue;
            }
            Cookie cookie = cookie(content.split("\t", -1), line.startsWith(HTTP_ONLY));
            if (cookie == null) {
                throw new IllegalArgumentException(Words.say(
                        "line %d of %s is no cookie; a Netscape cookies.txt is wanted (seven fields by tabs), as browser"
                                + " extensions export it",
                        number, file));
            }
            cookies.add(cookie);
        }
        if (cookies.isEmpty()) {
            throw new IllegalArgumentException(Words.say("the cookie file %s holds no cookie", file));
        }
        return cookies;
    }

    /** HTTP headers hold printable ASCII. */
    private static boolean canBeSent(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 127 && c != ';');
    }

    private static @Nullable Cookie cookie(String[] fields, boolean httpOnly) {
        if (fields.length != FIELDS || !canBeSent(fields[5]) || !canBeSent(fields[6])) {
            return null;
        }
        try {
            Cookie.Builder cookie =
                    new Cookie.Builder().path(fields[2]).name(fields[5].strip()).value(fields[6].strip());
            String domain = fields[0].startsWith(".") ? fields[0].substring(1) : fields[0];
            boolean withSubdomains = fields[1].equalsIgnoreCase("TRUE") || fields[0].startsWith(".");
            cookie = withSubdomains ? cookie.domain(domain) : cookie.hostOnlyDomain(domain);
            cookie = fields[3].equalsIgnoreCase("TRUE") ? cookie.secure() : cookie;
            cookie = httpOnly ? cookie.httpOnly() : cookie;
            long expiry = (long) Double.parseDouble(fields[4].strip());
            return (expiry > 0 ? cookie.expiresAt(expiry * 1000) : cookie).build();
        } catch (IllegalArgumentException | NullPointerException e) {
            return null; // OkHttp refuses what no browser would have stored
        }
    }
}
