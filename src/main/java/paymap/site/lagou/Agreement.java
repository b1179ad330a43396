package paymap.site.lagou;

import java.time.Instant;
import java.time.InstantSource;

/**
 * What a visitor and the site have agreed on. Never stored; no message holds it.
 *
 * @param key chosen by us
 * @param secret the site's name for it, sent along with each request
 * @param until it is not used from then on
 */
record Agreement(AgreedKey key, String secret, Instant until, InstantSource clock) {

    boolean isOld() {
        return !clock.instant().isBefore(until);
    }

    @Override
    public String toString() {
        return "an agreement until " + until;
    }
}
