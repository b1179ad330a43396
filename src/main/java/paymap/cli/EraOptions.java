package paymap.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import paymap.site.lagou.Era;
import paymap.site.lagou.EraChoice;
import paymap.site.lagou.SiteKey;
import picocli.CommandLine.Option;

/** Which era of the protocol a crawl speaks, and the keys of the encrypted one. */
final class EraOptions {

    enum Choice {
        AUTO,
        ENCRYPTED,
        RENDERED,
        CLASSIC
    }

    @Option(
            names = "--era",
            description =
                    "The protocol to speak: auto (default), encrypted (since 2022), rendered (since 2021) or classic"
                            + " (to 2020). auto tries the newest first, goes on to the next where one is refused, and remembers"
                            + " for each site what worked; with --cookies it begins with the rendered pages, which are what a"
                            + " browser that is logged in reads.")
    private Choice era = Choice.AUTO;

    @Option(
            names = "--site-key",
            paramLabel = "FILE",
            description = "For the encrypted era: the site's public RSA key as PEM; default: Lagou's, as seen 2026-11."
                    + " auto tries that era first then, whatever worked before.")
    private @Nullable Path siteKey;

    @Option(
            names = "--site-iv",
            paramLabel = "TEXT",
            description =
                    "For the encrypted era: the site's IV, 16 ASCII characters; default: Lagou's, as seen 2026-11.")
    private @Nullable String siteIv;

    /** @throws IllegalArgumentException if keys are given to an era that has none */
    EraChoice choice(boolean withCookies) {
        boolean namesKeys = siteKey != null || siteIv != null;
        if (namesKeys && (era == Choice.RENDERED || era == Choice.CLASSIC)) {
            String option = siteKey != null ? "--site-key" : "--site-iv";
            throw new IllegalArgumentException(option + " is for the encrypted era; --era "
                    + era.name().toLowerCase(java.util.Locale.ROOT) + " has no use for it");
        }
        return switch (era) {
            case AUTO -> withCookies ? EraChoice.withCookies() : namesKeys ? EraChoice.withKeys() : EraChoice.auto();
            case ENCRYPTED -> EraChoice.named(Era.ENCRYPTED);
            case RENDERED -> EraChoice.named(Era.RENDERED);
            case CLASSIC -> EraChoice.named(Era.CLASSIC);
        };
    }

    /**
     * What the user names in place of what the site is known by.
     *
     * @throws IllegalArgumentException if it is no such key or IV
     */
    SiteKey over(SiteKey known) {
        SiteKey withKey = siteKey == null ? known : known.withKeyOf(siteKey);
        return siteIv == null ? withKey : withKey.withIv(siteIv);
    }
}
