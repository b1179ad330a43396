package paymap.site.http;

import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where a saved page came from or led to; any text at all, of which only an address says something. */
public final class SavedAddress {

    private static final int LONGEST = 10_000;
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}");

    private final @Nullable HttpUrl url;

    private SavedAddress(@Nullable HttpUrl url) {
        this.url = url;
    }

    /** @param url what is no address, and what is very long, is the same as none */
    public static SavedAddress of(String url) {
        return new SavedAddress(url.length() > LONGEST ? null : HttpUrl.parse(url));
    }

    /** Where a link or a redirect at this address leads. */
    public SavedAddress to(String link) {
        return url == null ? of(link) : new SavedAddress(link.length() > LONGEST ? null : url.resolve(link));
    }

    /** Whether its host is a domain or lies below it. */
    public boolean isOf(String domain) {
        return url != null && (url.host().equals(domain) || url.host().endsWith("." + domain));
    }

    /** Whether its host with its path, as {@code www.made-up.example/jobs}, matches as a whole. */
    public boolean isAt(Pattern hostAndPath) {
        return url != null
                && hostAndPath.matcher(url.host() + url.encodedPath()).matches();
    }

    /** Its host and port if it is of this machine, where a board is a made-up one, e.g. 127.0.0.1:8080; else empty. */
    public Optional<String> onThisMachine() {
        return Optional.ofNullable(url)
                .filter(at -> THIS_MACHINE.matcher(at.host()).matches())
                .map(at -> at.host() + ":" + at.port());
    }

    /** A value of its query; empty = there is none. */
    public String query(String name) {
        String value = url == null ? null : url.queryParameter(name);
        return value == null ? "" : value;
    }

    /** A value of a form as browsers send it, {@code query=java&page=2}; empty = there is none. */
    public static String field(String form, String name) {
        return of("http://form.invalid/?" + form).query(name);
    }
}
