package paymap.site.sandbox.era;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** The site's own pair of keys, the same in each start, so that a client can be given the public one beforehand. */
public final class KeyPair {
    private static final int LINE = 64;

    /** Read when the first client wants it. */
    private static final class Pair {
        static final KeyPair OURS = read();
    }

    private final PrivateKey secret;
    private final PublicKey open;

    private KeyPair(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** The one pair of all made-up sites; read when it is first asked for. */
    public static KeyPair ours() {
        return Pair.OURS;
    }

    /** The public key as PEM. */
    public String pem() {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(open.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    /** What a client sealed with the public key, or null when it did not. */
    byte @Nullable [] unwrap(String sealed) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.DECRYPT_MODE, secret);
            return rsa.doFinal(Base64.getDecoder().decode(sealed));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return null;
        }
    }

    private static KeyPair read() {
        try (InputStream file = KeyPair.class.getResourceAsStream("key.pem")) {
            if (file == null) {
                throw new IllegalStateException("the key of the made-up site is missing");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            String base64 = text.replaceAll("(?s).*-----BEGIN PRIVATE KEY-----(.*)-----END.*", "$1");
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey secret = (RSAPrivateCrtKey) rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
            PublicKey open = rsa.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new KeyPair(secret, open);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the key of the made-up site cannot be read", e);
        }
    }
}
