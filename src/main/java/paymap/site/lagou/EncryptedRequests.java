package paymap.site.lagou;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import paymap.crawl.PageTask;
import paymap.job.City;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sent in the encrypted era. Order and spelling of all parts are those of
 * DIYgod/RSSHub:lib/routes/lagou/jobs.ts (seen 2026-11; not tried against the live site by us).
 */
final class EncryptedRequests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final String ORIGIN_HEADER = "{\"deviceType\":1}";
    private static final String ACCEPT = "application/json, text/plain, */*";

    private final LagouRequests plain;
    private final SecureRandom random;

    EncryptedRequests(LagouRequests plain, SecureRandom random) {
        this.plain = plain;
        this.random = random;
    }

    HttpUrl rowsUrl() {
        return plain.url("/jobs/v2/positionAjax.json").build();
    }

    /** @param wrapped the chosen key as {@link SiteKey#wrapped} has it */
    Request agreement(HttpUrl url, String wrapped) {
        byte[] body = JSON.writeValueAsBytes(Map.of("secretKeyDecode", wrapped));
        return plain.common(url)
                .post(RequestBody.create(body, JSON_TYPE))
                .header("Accept", ACCEPT)
                .header("Origin", plain.origin())
                .header("Referer", plain.origin() + "/")
                .build();
    }

    /** A result page. Its Referer is the rendered page that a reader would see it on. */
    Request rows(Agreement agreement, PageTask task) {
        AgreedKey key = agreement.key();
        HttpUrl url = rowsUrl();
        String payload = payload(task);
        String code = AgreedKey.code(ORIGIN_HEADER, url.toString(), payload);
        HttpUrl referer = plain.url(LagouSession.USUAL_RENDERED_PATH)
                .addQueryParameter("kd", task.keyword())
                .addQueryParameter("city", City.listed(task.city()))
                .build();
        return plain.common(url)
                .post(new FormBody.Builder().add("data", key.encrypted(payload)).build())
                .header("Accept", ACCEPT)
                .header("X-K-HEADER", agreement.secret())
                .header("X-S-HEADER", key.encrypted(json("originHeader", ORIGIN_HEADER, "code", code)))
                .header("X-SS-REQ-HEADER", JSON.writeValueAsString(Map.of("secret", agreement.secret())))
                .header("traceparent", "00-" + hex(16) + "-" + hex(8) + "-01")
                .header("X-Requested-With", "XMLHttpRequest")
                .header("Origin", plain.origin())
                .header("Referer", referer.toString())
                .build();
    }

    /**
     * The source asks for {@code "px":"new"}; here it is the order that the site itself begins with (both were seen in
     * older forms), so that all eras show a list in the same order.
     */
    private static String payload(PageTask task) {
        return json("city", City.listed(task.city()), "pn", task.page(), "kd", task.keyword(), "px", "default");
    }

    /** An object of these names and values, in this order. */
    private static String json(Object... pairs) {
        Map<Object, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(pairs[i], pairs[i + 1]);
        }
        return JSON.writeValueAsString(object);
    }

    private String hex(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return HexFormat.of().formatHex(made);
    }
}
