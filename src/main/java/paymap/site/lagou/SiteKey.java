package paymap.site.lagou;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import paymap.files.SmallFile;
import paymap.words.Words;

/**
 * What the site's own pages carry for the encrypted era, the same for all visitors: the public key under which a
 * visitor sends the key he has chosen, and the IV of all messages. Nothing of it is secret.
 */
public final class SiteKey {

    /** The IV of AES has one block. */
    private static final int IV_LENGTH = 16;

    private static final int FEWEST_BITS = 1024;
    private static final int MOST_BITS = 8192;
    private static final int MOST_BYTES = 64 << 10;
    private static final Pattern PEM = Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]*)-----END PUBLIC KEY-----");

    /**
     * Lagou's, as DIYgod/RSSHub:lib/routes/lagou/jobs.ts has them (seen 2026-11; not tried against the live site by
     * us).
     */
    public static final SiteKey LAGOU = new SiteKey(
            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnbJqzIXk6qGotX5nD521"
                    + "Vk/24APi2qx6C+2allfix8iAfUGqx0MK3GufsQcAt/o7NO8W+qw4HPE+RBR6m7+3JVlKAF5LwYkiUJN1dh4sTj03XQ0jsnd3BYVqL/gi"
                    + "8iC4YXJ3aU5VUsB6skROancZJAeq95p7ehXXAJfCbLwcK+yFFeRKLvhrjZOMDvh1TsMB4exfg+h2kNUI94zu8MK3UA7v1ANjfgopaE+c"
                    + "pvoulg446oKOkmigmc35lv8hh34upbMmehUqB51kqk9J7p8VMI3jTDBcMC21xq5XF7oM8gmqjNsYxrT9EVK7cezYPq7trqLX1fyWgtBt"
                    + "JZG7WMftKwIDAQAB",
            "c558Gq0YQK2QUlMc");

    /** X.509 in base64, decoded where it is used: the JDK takes 20 ms to wake its keys up, and few commands need one. */
    private final String key;

    private final String iv;

    private SiteKey(String key, String iv) {
        this.key = key;
        this.iv = iv;
    }

    /**
     * The same IV with the key of a file.
     *
     * @param file an RSA key of 1024 to 8192 bits as PEM, {@code BEGIN PUBLIC KEY}, as {@code openssl rsa -pubout} writes
     * @throws IllegalArgumentException if it cannot be read or holds something else
     */
    public SiteKey withKeyOf(Path file) {
        try {
            byte[] pem = SmallFile.read(file, MOST_BYTES);
            if (pem == null) {
                throw new IllegalArgumentException(
                        Words.say("the key file %s is over 64 KiB; that is no public key", file));
            }
            return withKey(new String(pem, StandardCharsets.ISO_8859_1), Words.say("the key file %s", file));
        } catch (IOException e) {
            throw new IllegalArgumentException(Words.say("the key file %s cannot be read", file), e);
        }
    }

    /**
     * The same IV with another key.
     *
     * @param pem as in {@link #withKeyOf}
     * @param where it comes from, for messages
     * @throws IllegalArgumentException if it is no such key
     */
    public SiteKey withKey(String pem, String where) {
        Matcher found = PEM.matcher(pem);
        if (!found.find()) {
            throw new IllegalArgumentException(Words.say(
                    "%s holds no public key; a PEM is wanted that begins with -----BEGIN PUBLIC KEY-----", where));
        }
        String base64 = found.group(1).replaceAll("\\s", "");
        int bits;
        try {
            bits = rsa(base64).getModulus().bitLength();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Words.say("%s holds a public key that is damaged or not for RSA", where), e);
        }
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            throw new IllegalArgumentException(
                    Words.say("%s holds a key of %d bits; allowed: %d to %d", where, bits, FEWEST_BITS, MOST_BITS));
        }
        return new SiteKey(base64, iv);
    }

    /**
     * The same key with another IV.
     *
     * @param text 16 characters of printable ASCII
     * @throws IllegalArgumentException if it is something else
     */
    public SiteKey withIv(String text) {
        if (text.length() != IV_LENGTH || !text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException(Words.say(
                    "the IV of a site has 16 printable ASCII characters, this has %d: \"%s\"",
                    text.length(), text.replaceAll("\\p{Cntrl}", "?")));
        }
        return new SiteKey(key, text);
    }

    String iv() {
        return iv;
    }

    /** What only the site can read, in base64; PKCS#1 v1.5 padding, so it differs each time. */
    String wrapped(AgreedKey chosen) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, rsa(key));
            return Base64.getEncoder().encodeToString(cipher.doFinal(chosen.bytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with RSA", e); // every Java must
        }
    }

    private static RSAPublicKey rsa(String base64) {
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("no RSA key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java knows no RSA", e);
        }
    }
}
