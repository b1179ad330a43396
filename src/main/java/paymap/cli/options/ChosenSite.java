package paymap.cli.options;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import paymap.pace.Rate;
import paymap.site.CrawlableSite;
import paymap.site.Site;
import paymap.words.Words;

/**
 * The site that {@code --site} names.
 *
 * @param kind what it is
 * @param name as it stands in {@code jobs.site}
 * @param how it is crawled
 * @param address of the site; for the sandbox, which picks its own, a placeholder
 * @param usualRate unless the user names one
 */
public record ChosenSite(Kind kind, String name, CrawlableSite how, URI address, Rate usualRate) {

    public enum Kind {
        BOARD,
        SANDBOX,
        ADDRESS
    }

    private static final URI PICKS_ITS_OWN = URI.create("http://127.0.0.1/");
    private static final Rate LOOPBACK_RATE = Rate.of("20/s");
    private static final Pattern LOOPBACK_NAME = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    /** @throws IllegalArgumentException if it is neither the name of one of these sites nor an address */
    public static ChosenSite of(String text, Sites sites) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        Optional<CrawlableSite> board = sites.crawlable(name);
        if (board.isPresent()) {
            return new ChosenSite(
                    Kind.BOARD,
                    name,
                    board.get(),
                    board.get().address(),
                    board.get().usualRate());
        }
        CrawlableSite usual = sites.crawlable(sites.usual()).orElseThrow();
        return name.equals(Sandbox.TYPED)
                ? new ChosenSite(
                        Kind.SANDBOX,
                        Sandbox.NAME,
                        usual,
                        PICKS_ITS_OWN,
                        sites.sandbox().usualRate())
                : at(address(text.strip(), sites), sites, usual);
    }

    /**
     * The name in {@code jobs.site} of what a person typed: of an address or the sandbox its own, else as typed.
     *
     * @throws IllegalArgumentException if it looks like an address and is none
     */
    public static String nameOf(String typed, Sites sites) {
        if (typed.equals(Sandbox.TYPED)) {
            return Sandbox.NAME;
        }
        return typed.contains("://") ? of(typed, sites).name() : typed;
    }

    /** Whether requests stay on this machine. */
    public boolean isLoopback() {
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

    /** @param usual whose protocol is spoken with an address that belongs to no board */
    private static ChosenSite at(URI address, Sites sites, CrawlableSite usual) {
        for (Site site : sites.crawlable().toList()) {
            CrawlableSite board = site.crawlable().orElseThrow();
            if (board.isAt(address)) {
                return new ChosenSite(Kind.BOARD, site.name(), board, address, board.usualRate());
            }
        }
        ChosenSite polite = new ChosenSite(Kind.ADDRESS, address.getAuthority(), usual, address, usual.usualRate());
        return polite.isLoopback() ? new ChosenSite(Kind.ADDRESS, polite.name, usual, address, LOOPBACK_RATE) : polite;
    }

    private static URI address(String text, Sites sites) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getPort() <= 65_535) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // The sentence below says what is wanted.
        }
        throw new IllegalArgumentException(Words.say(
                "not a site: \"%s\"; allowed: %s, or an address like http://127.0.0.1:8080",
                text, Words.list(sites.names())));
    }
}
