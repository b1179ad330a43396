package paymap.site.sandbox.era;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A key that a client chose, and what the site does with it: AES in CBC mode under the site's one IV. */
public final class ClientKey {
    static final int KEY_BYTES = 32;

    /** The IV of all that is encrypted, its own and not Lagou's. */
    public static final String IV = "MadeUpSandboxIV0";

    private final byte[] key;

    ClientKey(byte[] key) {
        this.key = key.clone();
    }

    String seal(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(aes(Cipher.ENCRYPT_MODE).doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null when the text was not sealed with this key. */
    @Nullable
    String open(String sealed) {
        try {
            return new String(
                    aes(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return null;
        }
    }

    /** The code of a request, as its sender must have computed it. */
    static String code(String originHeader, String address, String payload) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {originHeader, address, payload}) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
            }
            StringBuilder digits = new StringBuilder();
            for (byte b : sha.digest()) {
                digits.append(String.format("%02X", b));
            }
            return digits.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher aes(int mode) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        byte[] iv = IV.getBytes(StandardCharsets.US_ASCII);
        aes.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return aes;
    }
}
