package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteKeyTest {

    /** Made by openssl for this test; the numbers below are its modulus and private exponent. */
    private static final String PEM = """
            -----BEGIN PUBLIC KEY-----
            MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDBdDk+SqLlu0YMt/4p30sXAUqJ
            nkYDBB0fehZ9wVmCGqtmaJKE0fcsPFWcluCTLVgmp7/BepqQQ5OftKvY82Wzeo7V
            vuoPD6CTmrP93s1bJHpTqo0w+Rm3bAfKfc3NLo5Pz0eA0LBTpjdfucpl2o52SIc0
            C7EYFJznm9myZKEIxQIDAQAB
            -----END PUBLIC KEY-----
            """;

    private static final BigInteger MODULUS = new BigInteger(
            "C174393E4AA2E5BB460CB7FE29DF4B17014A899E4603041D1F7A167DC159821AAB66689284D1F72C3C559C96E0932D5826A7BFC17"
                    + "A9A9043939FB4ABD8F365B37A8ED5BEEA0F0FA0939AB3FDDECD5B247A53AA8D30F919B76C07CA7DCDCD2E8E4FCF4780D0B"
                    + "053A6375FB9CA65DA8E764887340BB118149CE79BD9B264A108C5",
            16);
    private static final BigInteger PRIVATE_EXPONENT = new BigInteger(
            "0097e164b3d82b2e4c2a81ffce67176d3fc17ec0aee76ea4c32c9c509e28b7da628fe0d606fa8a521183c8ff28a1664b7a62d6dec0"
                    + "cb3e20373de66c15633e2cc02cf80a2db7702f747263b57e4dad2b218a83670f1bd1e9bc0eceaf0035f0c766b05a0f6120"
                    + "cb4039aecaadd502f54fc0de10c5149c5ffe207b1b7289c3c75dfd",
            16);

    @TempDir
    Path folder;

    private final AgreedKey chosen = new AgreedKey("AbCdEfGhIjKlMnOpQrStUvWxYz01234+", "c558Gq0YQK2QUlMc");

    /** By bare arithmetic: 00 02, at least eight random bytes that are not 0, 00, the key (RFC 8017, 7.2.1). */
    @Test
    void whatIsWrappedCanBeUnwrappedByWhoeverHasThePrivateKey() {
        byte[] sealed =
                Base64.getDecoder().decode(SiteKey.LAGOU.withKey(PEM, "x").wrapped(chosen));

        byte[] padded =
                new BigInteger(1, sealed).modPow(PRIVATE_EXPONENT, MODULUS).toByteArray();
        assertEquals(127, padded.length, "the leading 00 is lost in a number");
        assertEquals(2, padded[0]);
        int end = padded.length - 32;
        assertEquals(0, padded[end - 1]);
        for (int i = 1; i < end - 1; i++) {
            assertNotEquals(0, padded[i]);
        }
        assertArrayEquals(chosen.bytes(), Arrays.copyOfRange(padded, end, padded.length));
    }

    @Test
    void wrappingTwiceLooksDifferent() {
        assertNotEquals(SiteKey.LAGOU.wrapped(chosen), SiteKey.LAGOU.wrapped(chosen));
        assertEquals(256, Base64.getDecoder().decode(SiteKey.LAGOU.wrapped(chosen)).length);
    }

    @Test
    void theIvOfLagouIsTheKnownOneAndAnotherCanBeNamed() {
        assertEquals("c558Gq0YQK2QUlMc", SiteKey.LAGOU.iv());
        assertEquals(
                "0123456789abcdef", SiteKey.LAGOU.withIv("0123456789abcdef").iv());
        assertEquals(
                "0123456789abcdef",
                SiteKey.LAGOU.withIv("0123456789abcdef").withKey(PEM, "x").iv());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "0123456789abcdef0", "0123456789abcde中", "0123456789abcde\n"})
    void anIvOfAnotherLengthIsRefused(String iv) {
        String told = assertThrows(IllegalArgumentException.class, () -> SiteKey.LAGOU.withIv(iv))
                .getMessage();

        assertTrue(
                told.startsWith("the IV of a site has 16 printable ASCII characters, this has " + iv.length()), told);
    }

    @Test
    void aFileThatHoldsNoSuchKeyIsRefusedInASentence() throws IOException {
        String ec = "-----BEGIN PUBLIC KEY-----\n"
                + "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEKiS7aof6OB+y1RcpCIjMzRENVG1O"
                + "DPVu/f1Eg5hEKnaS/zLF0of7F11Da5kDbssT3t2IYYnKH0hU/W2ZS1JjKA==\n-----END PUBLIC KEY-----\n";
        assertRefused(file("Dear site"), "holds no public key");
        assertRefused(file(PEM.replace("PUBLIC", "PRIVATE")), "holds no public key");
        assertRefused(file(PEM.replace("MIGf", "MIGG")), "damaged or not for RSA");
        assertRefused(file(PEM.replace("MIGf", "!!!!")), "damaged or not for RSA");
        assertRefused(file(ec), "damaged or not for RSA");
        assertRefused(file("x".repeat(70_000)), "over 64 KiB");
        assertRefused(folder.resolve("missing.pem"), "cannot be read");
    }

    @Test
    void aDeviceWithoutSizeAndEndIsNoKey() {
        assertRefused(Path.of("/dev/zero"), "over 64 KiB");
    }

    @Test
    void aKeyTooShortToHoldWhatIsWrappedIsRefused() throws IOException {
        String small = "-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMEpayksmnkMX3KCe2wNWnmtGsKFsWV7\n"
                + "bV7Bo1zF1NyZKjNnPOQAQ9YUfstapEcXfB5cn94L3/n1M9rI1rjNK/MCAwEAAQ==\n-----END PUBLIC KEY-----\n";

        assertRefused(file(small), "holds a key of 512 bits; allowed: 1024 to 8192");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), text);
    }

    private static void assertRefused(Path file, String part) {
        String told = assertThrows(IllegalArgumentException.class, () -> SiteKey.LAGOU.withKeyOf(file))
                .getMessage();
        assertTrue(told.startsWith("the key file " + file) && told.contains(part), told);
    }
}
