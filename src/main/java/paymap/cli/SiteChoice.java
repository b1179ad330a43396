package paymap.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import paymap.pace.Rate;
import paymap.site.lagou.LagouSite;

/**
 * The site that {@code --site} names.
 *
 * @param kind what it is
 * @param name as it stands in {@code jobs.site}
 * @param address of the site; for the sandbox, which picks its own, a placeholder
 * @param usualRate unless the user names one
 */
record SiteChoice(Kind kind, String name, URI address, Rate usualRate) {

    enum Kind {
        LAGOU,
        SANDBOX,
        ADDRESS
    }

    /** In {@code jobs.site}; so nobody takes it for real. */
    static final String SANDBOX_NAME = "sandbox (made-up data)";

    /** The sources agree on 5 to 10 s between two requests (2017 to 2021). */
    private static final Rate LAGOU_RATE = Rate.of("12/min");

    private static final Rate SANDBOX_RATE = Rate.of("100/s");
    private static final Rate LOOPBACK_RATE = Rate.of("20/s");
    private static final Pattern LOOPBACK_NAME = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    /** @throws IllegalArgumentException if it is neither a name we know nor an address */
    static SiteChoice of(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "lagou" -> new SiteChoice(Kind.LAGOU, "lagou", LagouSite.LAGOU, LAGOU_RATE);
            case "sandbox" -> new SiteChoice(Kind.SANDBOX, SANDBOX_NAME, URI.create("http://127.0.0.1/"), SANDBOX_RATE);
            default -> at(address(text.strip()));
        };
    }

    /** Whether requests stay on this machine. */
    boolean isLoopback() {
        String host = address.getHost();
        if (host == null || !LOOPBACK_NAME.matcher(host).matches()) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static SiteChoice at(URI address) {
        if (LagouSite.LAGOU.getHost().equals(address.getHost())) {
            return new SiteChoice(Kind.LAGOU, "lagou", address, LAGOU_RATE);
        }
        SiteChoice polite = new SiteChoice(Kind.ADDRESS, address.getAuthority(), address, LAGOU_RATE);
        return polite.isLoopback() ? new SiteChoice(Kind.ADDRESS, polite.name, address, LOOPBACK_RATE) : polite;
    }

    private static URI address(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getPort() <= 65_535) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // The sentence below says what is wanted.
        }
        throw new IllegalArgumentException(
                "not a site: \"" + text + "\"; allowed: lagou, sandbox, or an address like http://127.0.0.1:8080");
    }
}
