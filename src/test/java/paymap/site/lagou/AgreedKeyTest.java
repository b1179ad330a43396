package paymap.site.lagou;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against vectors that openssl 3 made ({@code openssl enc -aes-256-cbc -K … -iv … -base64 -A}, {@code openssl dgst}). */
class AgreedKeyTest {

    private static final String TEXT = "AbCdEfGhIjKlMnOpQrStUvWxYz01234+";
    private static final String IV = "c558Gq0YQK2QUlMc";
    private static final String PAYLOAD = "{\"city\":\"上海\",\"pn\":1,\"kd\":\"Python\",\"px\":\"new\"}";
    private static final String SEALED_PAYLOAD =
            "692toogR9cZQUKTCLBENcBxoxoSSxrIVX2AvBcV3dc4uKhtvFOdnscAmbVOrdPoASuZpwS/fxJdMX64AVK0qRg==";
    private static final String CODE = "E1989073120624D90D912672E06F3A15767F7BB17630AAD17023CC26687FDFFA";
    private static final String SEALED_PROOF =
            "4eIP43Pt9YpC9G+S/8Kvj2UTMuWisz6a5PMhdXcW7IBeOEENei3TQwm8uUao1aP+2x3lJs0mjxcuSeDXLkc7Hisiif7GF8TOa6WLJT9X"
                    + "ksGgYBX9aPCgyrBh/ysTK947qHgUX3yZimMyJsf75jvHAQ==";

    private final AgreedKey key = new AgreedKey(TEXT, IV);

    @Test
    void encryptsAsOpensslDoes() {
        assertEquals(SEALED_PAYLOAD, key.encrypted(PAYLOAD));
        assertEquals(
                SEALED_PROOF, key.encrypted("{\"originHeader\":\"{\\\"deviceType\\\":1}\",\"code\":\"" + CODE + "\"}"));
    }

    @Test
    void decryptsWhatOpensslEncrypted() {
        assertArrayEquals(PAYLOAD.getBytes(UTF_8), key.decrypted(SEALED_PAYLOAD));
    }

    @Test
    void theCodeIsTheDigestThatOpensslComputes() {
        assertEquals(
                CODE, AgreedKey.code("{\"deviceType\":1}", "https://www.lagou.com/jobs/v2/positionAjax.json", PAYLOAD));
        assertEquals(
                "8B5518B170B8A15EDE4517F59EE7E9C7812513C743C306C5ECD19DA875EBF562",
                AgreedKey.code(
                        "{\"deviceType\":1}",
                        "http://127.0.0.1:8080/jobs/v2/positionAjax.json",
                        "{\"city\":\"上海\",\"pn\":3,\"kd\":\"C++\",\"px\":\"default\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "AAAA", "no base64 at all", "692toogR9cZQUKTCLBENcBxoxoSSxrIVX2AvBcV3dc4=", "频繁"})
    void whatWasNotEncryptedUnderThisKeyIsNothing(String sealed) {
        assertNull(key.decrypted(sealed));
    }

    @Test
    void anotherKeyReadsNothing() {
        assertNull(new AgreedKey("x".repeat(32), IV).decrypted(SEALED_PAYLOAD));
    }

    @Test
    void randomKeysHaveThirtyTwoCharactersAndDiffer() {
        SecureRandom random = new SecureRandom();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String text = new String(AgreedKey.random(random, IV).bytes(), UTF_8);
            assertTrue(text.matches("[A-Za-z0-9+/]{32}"), text);
            assertTrue(seen.add(text));
        }
    }

    @Test
    void noMessageCanHoldAKey() {
        Agreement agreement = new Agreement(key, "the secret", java.time.Instant.EPOCH, () -> java.time.Instant.EPOCH);

        assertEquals("an agreement until 1970-01-01T00:00:00Z", agreement.toString());
        assertTrue(!key.toString().contains(TEXT));
    }
}
