package paymap.site.sandbox.era;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The secrets that stand for keys agreed on, each for a while and for so many pages. Safe for many threads. */
public final class Secrets {
    private static final int MOST_REMEMBERED = 10_000;
    private static final int BYTES = 48;

    private final Duration life;
    private final int pagesEach;
    private final InstantSource clock;
    private final Map<String, Secret> byName = new LinkedHashMap<>();
    private long made;

    /** What is known of one. */
    private static final class Secret {
        final ClientKey clientKey;
        final Instant until;
        int pagesGiven;

        Secret(ClientKey clientKey, Instant until) {
            this.clientKey = clientKey;
            this.until = until;
        }
    }

    /** Secrets that end after {@code pagesEach} pages; 0 means never. */
    public Secrets(Duration life, int pagesEach, InstantSource clock) {
        this.life = life;
        this.pagesEach = pagesEach;
        this.clock = clock;
    }

    /** A new secret for a client's key. The oldest is forgotten when there are very many. */
    synchronized String make(ClientKey clientKey) {
        made++;
        byte[] name = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(name);
        String secret = Base64.getEncoder().encodeToString(name);
        byName.put(secret, new Secret(clientKey, clock.instant().plus(life)));
        if (byName.size() > MOST_REMEMBERED) {
            byName.remove(byName.keySet().iterator().next());
        }
        return secret;
    }

    /** The key behind a secret; null when it is unknown or too old. */
    synchronized @Nullable ClientKey of(@Nullable String name) {
        Secret secret = name == null ? null : byName.get(name);
        return secret == null || !clock.instant().isBefore(secret.until) ? null : secret.clientKey;
    }

    /** Takes one page from the secret's allowance; false when nothing is left. */
    synchronized boolean spendPage(String name) {
        Secret secret = byName.get(name);
        if (secret == null || (pagesEach > 0 && secret.pagesGiven >= pagesEach)) {
            return false;
        }
        secret.pagesGiven++;
        return true;
    }

    /** How many secrets were ever made. */
    public synchronized long made() {
        return made;
    }
}
