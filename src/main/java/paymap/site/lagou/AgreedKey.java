package paymap.site.lagou;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key of one visit in the encrypted era: AES-256 in CBC mode under the site's fixed IV, the key being the bytes of 32
 * characters (DIYgod/RSSHub:lib/routes/lagou/jobs.ts, seen 2026-11). Kept in memory only; no message holds it.
 */
final class AgreedKey {

    private static final int LENGTH = 32;

    /** Base64's characters without {@code =}, which only the alphabet of the source has besides. */
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final byte[] bytes;
    private final IvParameterSpec iv;

    /**
     * @param text 32 characters of ASCII
     * @param iv 16 characters of ASCII
     */
    AgreedKey(String text, String iv) {
        this.bytes = text.getBytes(StandardCharsets.US_ASCII);
        this.iv = new IvParameterSpec(iv.getBytes(StandardCharsets.US_ASCII));
    }

    static AgreedKey random(SecureRandom random, String iv) {
        StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new AgreedKey(text.toString(), iv);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** In base64. */
    String encrypted(String plain) {
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with AES", e); // every Java must
        }
    }

    /** @return null where it is no base64 or was not encrypted under this key */
    byte @Nullable [] decrypted(String base64) {
        try {
            return cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException | IllegalBlockSizeException | BadPaddingException e) {
            return null; // from a site anything may come
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot decrypt with AES", e);
        }
    }

    /**
     * The code that a request proves itself with: SHA-256 of its parts in upper-case hexadecimal.
     *
     * @param url in full, as it is sent
     * @param payload as it is before encryption
     */
    static String code(String originHeader, String url, String payload) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((originHeader + url + payload).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java knows no SHA-256", e); // every Java must
        }
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        aes.init(mode, new SecretKeySpec(bytes, "AES"), iv);
        return aes;
    }
}
