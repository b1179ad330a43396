package paymap.site.sandbox.era;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.web.OtherPages;
import paymap.site.sandbox.web.Paths;
import paymap.site.sandbox.web.Refusals;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.ReplyKind;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Since 2022: {@code POST /system/agreement} names the key that a client chose, and {@code POST
 * /jobs/v2/positionAjax.json} gives rows under it. Whatever is not as it should be is refused in the open.
 */
public final class EncryptedSite implements EraSite {
    private static final int TOO_MUCH = 2402;
    private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-01");

    private final RowPages rowPages;
    private final Secrets secrets;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /** The era over these pages, with its own secrets. */
    public EncryptedSite(RowPages rowPages, Secrets secrets) {
        this.rowPages = rowPages;
        this.secrets = secrets;
    }

    @Override
    public Reply answer(Request request, long number) throws BadRequest {
        if (!request.isPost()) {
            return OtherPages.otherMethod();
        }
        return request.path().equals(Paths.AGREEMENT) ? agreement(request) : rows(request, number);
    }

    private Reply agreement(Request request) {
        String sealed = text(json(request.body()), "secretKeyDecode");
        byte[] key =
                request.comesFromItself() && sealed != null ? KeyPair.ours().unwrap(sealed) : null;
        if (key == null || key.length != ClientKey.KEY_BYTES) {
            return refused();
        }
        Map<String, @Nullable Object> reply = new LinkedHashMap<>();
        reply.put("success", true);
        reply.put("msg", null);
        reply.put("content", Map.of("secretKeyValue", secrets.make(new ClientKey(key))));
        return Reply.json(ReplyKind.PAGE, mapper.writeValueAsString(reply));
    }

    private Reply rows(Request request, long number) throws BadRequest {
        String secret = request.headers().get("x-k-header");
        ClientKey clientKey = secrets.of(secret);
        String sealed = request.form().get("data");
        if (secret == null || clientKey == null || sealed == null || !hasItsHeaders(request, secret)) {
            return refused();
        }
        String payload = clientKey.open(sealed);
        JsonNode wanted = payload == null ? null : json(payload);
        if (payload == null || wanted == null || !provesItself(request, clientKey, payload)) {
            return refused();
        }
        Search search =
                new Search(Request.city(orEmpty(text(wanted, "city"))), Request.keyword(orEmpty(text(wanted, "kd"))));
        int page = Request.page(wanted.path("pn").asString(""));
        if (!secrets.spendPage(secret)) {
            return Refusals.state(ReplyKind.REFUSED, TOO_MUCH);
        }
        String json = rowPages.page(search, page, number).json(number);
        return Reply.json(rowPages.kind(number), mapper.writeValueAsString(Map.of("data", clientKey.seal(json))));
    }

    private boolean hasItsHeaders(Request request, String secret) {
        Map<String, String> headers = request.headers();
        return secret.equals(text(json(headers.getOrDefault("x-ss-req-header", "")), "secret"))
                && TRACE.matcher(headers.getOrDefault("traceparent", "")).matches()
                && "XMLHttpRequest".equals(headers.get("x-requested-with"))
                && request.comesFromItself()
                && request.comesFromAListPage();
    }

    private boolean provesItself(Request request, ClientKey clientKey, String payload) {
        String proof = clientKey.open(request.headers().getOrDefault("x-s-header", ""));
        JsonNode parts = proof == null ? null : json(proof);
        String origin = text(parts, "originHeader");
        return origin != null
                && ClientKey.code(origin, request.address(), payload).equals(text(parts, "code"));
    }

    /** What the older forms of the site said to the like, less the state, which nobody saw here. */
    private static Reply refused() {
        return Reply.json(
                ReplyKind.REFUSED,
                "{\"status\":false,\"msg\":\"请求参数有误（虚构）\",\"clientIp\":\"" + Refusals.CLIENT_IP + "\"}");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private @Nullable JsonNode json(String text) {
        try {
            JsonNode tree = mapper.readTree(text);
            return tree.isObject() ? tree : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** A member of an object; null where either is missing or something else. */
    private static @Nullable String text(@Nullable JsonNode tree, String name) {
        JsonNode value = tree == null ? null : tree.get(name);
        return value == null || !value.isString() ? null : value.asString();
    }
}
