package paymap.site.sandbox.era;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.site.sandbox.SandboxClient;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxOptions.WhenTooFast;
import paymap.site.sandbox.SandboxSite;
import paymap.site.sandbox.SettableClock;
import tools.jackson.databind.JsonNode;

/** The made-up site against a client written for this test from the description of the protocol alone. */
class EncryptedSiteTest {
    private static final String KEY = "0123456789abcdefghijklmnopqrstuv";
    private static final String ROWS = "/jobs/v2/positionAjax.json";
    private static final String ORIGIN_HEADER = "{\"deviceType\":1}";

    private final SettableClock clock = new SettableClock();
    private SandboxSite site;

    @BeforeEach
    void start() throws IOException {
        start(SandboxOptions.defaults().withEra(Era.ENCRYPTED));
    }

    private void start(SandboxOptions options) throws IOException {
        if (site != null) {
            site.close();
        }
        site = SandboxSite.start(options, clock);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void rowsComeUnderTheKeyThatWasAgreedOn() throws Exception {
        JsonNode reply = rows(agreed(), Map.of());

        JsonNode rows = SandboxClient.JSON
                .readTree(opened(reply.path("data").asString()))
                .at("/content/positionResult/result");
        assertEquals(15, rows.size());
        assertEquals(Set.of("data"), Set.copyOf(reply.propertyNames()));
        assertEquals(1, site.counters().pages());
        assertEquals(1, site.counters().sessions());
    }

    @Test
    void theRowsAreThoseOfTheClassicEra() throws Exception {
        JsonNode encrypted = SandboxClient.JSON.readTree(
                opened(rows(agreed(), Map.of()).path("data").asString()));
        try (SandboxSite classic = SandboxSite.start(SandboxOptions.defaults())) {
            JsonNode expected =
                    SandboxClient.result(new SandboxClient(classic).opened().rows("北京", 1));
            assertEquals(expected, encrypted.at("/content/positionResult/result"));
        }
    }

    /** What is wrong with a request, by the header it is wrong in. */
    static Stream<Map.Entry<String, String>> wrongs() {
        return Stream.of(
                Map.entry("X-K-HEADER", "unknown"),
                Map.entry("X-K-HEADER", ""),
                Map.entry("X-SS-REQ-HEADER", "{\"secret\":\"another\"}"),
                Map.entry("X-SS-REQ-HEADER", "secret"),
                Map.entry("X-S-HEADER", "AAAA"),
                Map.entry("X-S-HEADER", ""),
                Map.entry("traceparent", "00-0-0-01"),
                Map.entry("X-Requested-With", "curl"),
                Map.entry("Origin", "https://elsewhere.example"),
                Map.entry("Referer", "https://elsewhere.example/wn/jobs"));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void aWrongHeaderIsRefusedInTheOpen(Map.Entry<String, String> wrong) throws Exception {
        assertRefused(rows(agreed(), Map.of(wrong.getKey(), wrong.getValue())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deviceType\":2", "code", "payload", "address"})
    void aCodeOfSomethingElseIsRefused(String what) throws Exception {
        String secret = agreed();
        String payload = payload("北京", 1);
        String originHeader = what.startsWith("device") ? "{\"deviceType\":2}" : ORIGIN_HEADER;
        String address = site.uri() + (what.equals("address") ? "/elsewhere" : ROWS);
        String code = what.equals("code") ? "0".repeat(64) : code(ORIGIN_HEADER, address, payload);
        String sent = what.equals("payload") ? payload("北京", 2) : payload;
        assertRefused(send(secret, sealed(sent), proof(originHeader, code), Map.of()));
    }

    @Test
    void aBodyInTheOpenIsRefused() throws Exception {
        String secret = agreed();
        String payload = payload("北京", 1);
        assertRefused(send(
                secret, payload, proof(ORIGIN_HEADER, code(ORIGIN_HEADER, site.uri() + ROWS, payload)), Map.of()));
    }

    @Test
    void aSecretThatIsTooOldIsRefusedAndAFreshOneIsNot() throws Exception {
        start(SandboxOptions.defaults().withEra(Era.ENCRYPTED).withSecretLife(Duration.ofMinutes(1)));
        String secret = agreed();
        clock.pass(Duration.ofSeconds(59));
        assertTrue(rows(secret, Map.of()).has("data"));
        clock.pass(Duration.ofSeconds(1));
        assertRefused(rows(secret, Map.of()));
        assertTrue(rows(agreed(), Map.of()).has("data"));
    }

    @Test
    void aSecretIsGoodForAsManyPagesAsASession() throws Exception {
        start(SandboxOptions.defaults().withEra(Era.ENCRYPTED).withSessionPages(2));
        String secret = agreed();
        assertTrue(rows(secret, Map.of()).has("data"));
        assertTrue(rows(secret, Map.of()).has("data"));
        assertEquals(2402, rows(secret, Map.of()).path("state").asInt());
        assertTrue(rows(agreed(), Map.of()).has("data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "", "{\"secretKeyDecode\":12}", "{\"secretKeyDecode\":\"AAAA\"}", "key=value"})
    void aKeyThatIsNotSealedForThisSiteIsNoAgreement(String body) throws Exception {
        JsonNode reply = SandboxClient.json(agreement(body));
        assertRefused(reply);
        assertFalse(reply.has("content"));
    }

    @Test
    void aKeyOfAnotherLengthIsNoAgreement() throws Exception {
        assertRefused(SandboxClient.json(agreement("{\"secretKeyDecode\":\"" + wrapped("short") + "\"}")));
    }

    @Test
    void twoAgreementsHaveTwoSecrets() throws Exception {
        assertNotEquals(agreed(), agreed());
    }

    @Test
    void theLimitAppliesToBothAndItsReplyIsInTheOpen() throws Exception {
        start(SandboxOptions.defaults()
                .withEra(Era.ENCRYPTED)
                .withLimit(new RateLimit(0.001, 2, Duration.ofMinutes(1))));
        String secret = agreed();
        rows(secret, Map.of());
        assertEquals(2402, rows(secret, Map.of()).path("state").asInt());
        assertEquals(2402, SandboxClient.json(agreement("{}")).path("state").asInt());
        assertEquals(2, site.counters().tooFast());
    }

    @ParameterizedTest
    @EnumSource(
            value = WhenTooFast.class,
            names = {"LOGIN", "CHALLENGE"})
    void aDoorInsteadIsTheSameHereAsElsewhere(WhenTooFast door) throws Exception {
        start(SandboxOptions.defaults()
                .withEra(Era.ENCRYPTED)
                .withWhenTooFast(door)
                .withLimit(new RateLimit(0.001, 1, Duration.ofMinutes(1))));
        agreed();
        assertEquals(302, agreement("{}").statusCode());
    }

    @Test
    void faultsBefallBothAsAnyRequest() throws Exception {
        start(SandboxOptions.defaults().withEra(Era.ENCRYPTED).withFaults("500:1"));
        assertEquals(500, agreement("{}").statusCode());
        assertEquals(1, site.counters().faults());
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void aSiteOfOneEraHasNothingOfTheOthers(Era era) throws Exception {
        start(SandboxOptions.defaults().withEra(era));
        SandboxClient client = new SandboxClient(site).cameFrom("/wn/jobs");
        assertEquals(era == Era.ENCRYPTED ? 200 : 405, agreement("{}").statusCode());
        assertEquals(
                era == Era.RENDERED ? 200 : 404,
                client.get(SandboxClient.wnPath("北京", "Python", 1)).statusCode());
        int list = client.get(SandboxClient.listPath("北京", "Python")).statusCode();
        assertEquals(era == Era.CLASSIC ? 200 : era == Era.RENDERED ? 302 : 404, list);
    }

    @Test
    void aSiteOfAllErasServesAllOfThem() throws Exception {
        start(SandboxOptions.defaults().withEras(SandboxOptions.ALL_ERAS));
        assertTrue(rows(agreed(), Map.of()).has("data"));
        assertEquals(
                15,
                SandboxClient.renderedResult(new SandboxClient(site).get(SandboxClient.wnPath("北京", "Python", 1)))
                        .size());
        assertEquals(
                15,
                SandboxClient.result(new SandboxClient(site).opened().rows("北京", 1))
                        .size());
    }

    private void assertRefused(JsonNode reply) {
        assertEquals(Set.of("status", "msg", "clientIp"), Set.copyOf(reply.propertyNames()), reply.toString());
        assertFalse(reply.path("status").asBoolean(true));
        assertTrue(site.counters().refused() >= 1);
    }

    private String agreed() throws Exception {
        JsonNode reply = SandboxClient.json(agreement("{\"secretKeyDecode\":\"" + wrapped(KEY) + "\"}"));
        return reply.at("/content/secretKeyValue").asString();
    }

    private HttpResponse<String> agreement(String body) throws Exception {
        SandboxClient client =
                new SandboxClient(site).header("Origin", site.uri().toString());
        return client.send(client.to("/system/agreement")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode rows(String secret, Map<String, String> instead) throws Exception {
        String payload = payload("北京", 1);
        String proof = proof(ORIGIN_HEADER, code(ORIGIN_HEADER, site.uri() + ROWS, payload));
        return send(secret, sealed(payload), proof, instead);
    }

    private JsonNode send(String secret, String data, String proof, Map<String, String> instead) throws Exception {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-K-HEADER", secret);
        headers.put("X-S-HEADER", proof);
        headers.put("X-SS-REQ-HEADER", "{\"secret\":\"" + secret + "\"}");
        headers.put("traceparent", "00-" + "0123456789abcdef".repeat(2) + "-0123456789abcdef-01");
        headers.put("X-Requested-With", "XMLHttpRequest");
        headers.put("Origin", site.uri().toString());
        headers.put("Referer", site.uri() + "/wn/jobs?kd=Python");
        headers.putAll(instead);
        SandboxClient client = new SandboxClient(site);
        headers.forEach(client::header);
        return SandboxClient.json(client.post(ROWS, "data=" + SandboxClient.encoded(data)));
    }

    private static String payload(String city, int page) {
        return "{\"city\":\"" + city + "\",\"pn\":" + page + ",\"kd\":\"Python\",\"px\":\"new\"}";
    }

    private static String proof(String originHeader, String code) throws Exception {
        return sealed("{\"originHeader\":\"" + originHeader.replace("\"", "\\\"") + "\",\"code\":\"" + code + "\"}");
    }

    private static String code(String originHeader, String address, String payload) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest((originHeader + address + payload).getBytes(UTF_8));
        return HexFormat.of().withUpperCase().formatHex(digest);
    }

    private static String wrapped(String key) throws Exception {
        String base64 = SandboxSite.publicKey().replaceAll("-----.*-----|\\s", "");
        PublicKey open = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.ENCRYPT_MODE, open);
        return Base64.getEncoder().encodeToString(rsa.doFinal(key.getBytes(UTF_8)));
    }

    private static String sealed(String text) throws Exception {
        return Base64.getEncoder().encodeToString(aes(Cipher.ENCRYPT_MODE).doFinal(text.getBytes(UTF_8)));
    }

    private static String opened(String sealed) throws Exception {
        return new String(aes(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(sealed)), UTF_8);
    }

    private static Cipher aes(int mode) throws Exception {
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        aes.init(
                mode,
                new SecretKeySpec(KEY.getBytes(UTF_8), "AES"),
                new IvParameterSpec(SandboxSite.IV.getBytes(UTF_8)));
        return aes;
    }
}
