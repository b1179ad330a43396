package paymap.site.sandbox.era;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who stands between a client and the made-up site of the encrypted era, and knows its secret key. */
public final class Unsealed {

    private static final Pattern SEALED_KEY = Pattern.compile("\"secretKeyDecode\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern SEALED = Pattern.compile("(?s)(.*\"data\"\\s*:\\s*\")([^\"]+)(\".*)");

    private final Deque<ClientKey> keys = new ConcurrentLinkedDeque<>();

    /** Takes note of the key that a client agrees on. */
    public void agreed(String request) {
        Matcher sealed = SEALED_KEY.matcher(request);
        byte[] key = sealed.find() ? KeyPair.ours().unwrap(sealed.group(1)) : null;
        if (key != null) {
            keys.push(new ClientKey(key));
        }
    }

    /** A reply with its plain text changed, under the same key; any other reply as it is. */
    public String changed(String reply, UnaryOperator<String> change) {
        Matcher sealed = SEALED.matcher(reply);
        if (sealed.matches()) {
            for (ClientKey key : keys) {
                String plain = key.open(sealed.group(2));
                if (plain != null && plain.startsWith("{")) {
                    return sealed.group(1) + key.seal(change.apply(plain)) + sealed.group(3);
                }
            }
        }
        return reply;
    }
}
