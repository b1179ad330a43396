package paymap.site.lagou;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.site.SiteOption;
import paymap.words.Words;

/** What can be chosen for Lagou alone: the era of its protocol, and the keys of the encrypted one. */
final class LagouOptions {

    private static final SiteOption ERA = new SiteOption(
            "--era",
            "ERA",
            "The protocol to speak: auto (default), encrypted (since 2022), rendered (since 2021) or classic (to 2020)."
                    + " auto tries the newest first, goes on to the next where one is refused, and remembers for each site"
                    + " what worked; with --cookies it begins with the rendered pages, which are what a browser that is"
                    + " logged in reads.",
            List.of("auto", "encrypted", "rendered", "classic"));
    private static final SiteOption KEY = new SiteOption(
            "--site-key",
            "FILE",
            "For the encrypted era: the site's public RSA key as PEM; default: Lagou's, as seen 2026-11. auto tries that"
                    + " era first then, whatever worked before.",
            List.of());
    private static final SiteOption IV = new SiteOption(
            "--site-iv",
            "TEXT",
            "For the encrypted era: the site's IV, 16 ASCII characters; default: Lagou's, as seen 2026-11.",
            List.of());

    static final List<SiteOption> ALL = List.of(ERA, KEY, IV);

    private final String era;
    private final @Nullable String key;
    private final @Nullable String iv;

    /**
     * @param given values by name
     * @throws IllegalArgumentException if the era is none, or keys are given to an era that has none
     */
    LagouOptions(Map<String, String> given) {
        this.era = given.getOrDefault(ERA.name(), "auto").toLowerCase(Locale.ROOT);
        this.key = given.get(KEY.name());
        this.iv = given.get(IV.name());
        ERA.check(era);
        boolean hasNoKeys = era.equals(Era.RENDERED.word()) || era.equals(Era.CLASSIC.word());
        if (hasNoKeys && (key != null || iv != null)) {
            throw new IllegalArgumentException(Words.say(
                    "%s is for the encrypted era; --era %s has no use for it", (key != null ? KEY : IV).name(), era));
        }
    }

    EraChoice choice(boolean withCookies) {
        Era named = Era.of(era);
        if (named != null) {
            return EraChoice.named(named);
        }
        boolean namesKeys = key != null || iv != null;
        return withCookies ? EraChoice.withCookies() : namesKeys ? EraChoice.withKeys() : EraChoice.auto();
    }

    /**
     * What the user names in place of what the site is known by.
     *
     * @throws IllegalArgumentException if it is no such key or IV
     */
    SiteKey over(SiteKey known) {
        SiteKey withKey = key == null ? known : known.withKeyOf(Path.of(key));
        return iv == null ? withKey : withKey.withIv(iv);
    }
}
