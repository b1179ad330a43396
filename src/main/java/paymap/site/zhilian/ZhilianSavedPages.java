package paymap.site.zhilian;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import paymap.importer.format.SavedPages;
import paymap.job.RawRow;
import paymap.site.http.BoundedHtml;
import paymap.site.http.BoundedJson;
import paymap.site.http.SavedAddress;
import paymap.words.Words;
import tools.jackson.databind.JsonNode;

/** Zhaopin's replies and pages, 2018 to 2026-09. Where a page holds its state, that is read and not what is shown of it. */
final class ZhilianSavedPages implements SavedPages {

    private static final String DOMAIN = "zhaopin.com";

    private static final Set<String> PERSONAL = Set.of("staffCard", "chatWindow", "user", "resumeNumber");

    private static final Pattern LISTS = Pattern.compile("[^/]*/c/i/(search/positions|sou)/?|sou\\.zhaopin\\.com/.*"
            + "|(www\\.|m\\.)?zhaopin\\.com/(sou|jobs)(/.*)?");

    /** Of a made-up board on this machine. */
    private static final Pattern MADE_UP_LISTS = Pattern.compile("[^/]*/(c/i/search/positions|sou(/.*)?)");

    @Override
    public boolean owns(String url) {
        return SavedAddress.of(url).isOf(DOMAIN);
    }

    @Override
    public boolean mayHoldRows(String url) {
        SavedAddress address = SavedAddress.of(url);
        boolean madeUp = address.onThisMachine().isPresent() && address.isAt(MADE_UP_LISTS);
        return madeUp || address.isOf(DOMAIN) && address.isAt(LISTS);
    }

    @Override
    public Set<String> personalFields() {
        return PERSONAL;
    }

    @Override
    public Reading page(Page page) {
        SavedAddress address = SavedAddress.of(page.url());
        if (!page.redirect().isBlank()) {
            return ZhilianRefusals.ofRedirect(address.to(page.redirect()));
        }
        Optional<Reading> state = ZhilianState.of(page.text(), PERSONAL).map(found -> state(found, address));
        if (state.isPresent()) {
            return state.get();
        }
        List<RawRow> rows = shown(page.text());
        if (!rows.isEmpty()) {
            return list(rows, address.query("kw"));
        }
        Reading refusal = ZhilianRefusals.ofPage(page, address.isOf(DOMAIN));
        if (refusal != null) {
            return refusal;
        }
        return address.isAt(LISTS)
                ? Reading.without(
                        Found.NOTHING, Words.say("list page without rows (they come in replies of their own)"))
                : Reading.without(Found.NOTHING, Words.say("page without a list of jobs"));
    }

    private static List<RawRow> shown(String text) {
        return ZhilianPage.LIST.matcher(text).find()
                ? BoundedHtml.parse(text)
                        .map(page -> new ZhilianPage(page).rows())
                        .orElse(List.of())
                : List.of();
    }

    @Override
    public Optional<Reading> reply(JsonNode reply, Page page) {
        if (reply.path("positionList").isArray()) {
            return Optional.of(state(reply, SavedAddress.of(page.url())));
        }
        boolean ofList = mayHoldRows(page.url());
        List<RawRow> rows = rows(reply.path("data"), ofList);
        if (!rows.isEmpty()) {
            return Optional.of(list(rows, keyword(page)));
        }
        if (ZhilianRows.isPosition(reply)) {
            return Optional.of(single(ZhilianRows.ofPosition(reply)));
        }
        if (ZhilianRows.isResult(reply)) {
            return Optional.of(single(ZhilianRows.ofResult(reply)));
        }
        return ofList ? Optional.of(withoutRows(reply, page)) : Optional.empty();
    }

    /** @param ofList whether it came from where lists are served; else one row must be known by its fields */
    private static List<RawRow> rows(JsonNode data, boolean ofList) {
        if (ofList || isAny(data.path("list"), ZhilianRows::isPosition)) {
            List<RawRow> positions = ZhilianRows.of(data.path("list"));
            if (!positions.isEmpty()) {
                return positions;
            }
        }
        return ofList || isAny(data.path("results"), ZhilianRows::isResult)
                ? ZhilianRows.ofResults(data.path("results"))
                : List.of();
    }

    private static boolean isAny(JsonNode list, Predicate<JsonNode> kind) {
        return list.valueStream().anyMatch(kind);
    }

    /** Of an address that serves lists. */
    private static Reading withoutRows(JsonNode reply, Page page) {
        int code = reply.path("code").asInt(200);
        if (code != 200) {
            return ZhilianRefusals.ofCode(code);
        }
        JsonNode data = reply.path("data");
        if (!data.path("list").isArray() && !data.path("results").isArray()) {
            return Reading.without(Found.NOTHING, Words.say("reply without a list of jobs"));
        }
        boolean counted =
                data.path("count").asInt(0) > 0 && data.path("isEndPage").asInt(0) != 1;
        return counted ? ZhilianRefusals.ofEmptyList() : list(List.of(), keyword(page));
    }

    private static Reading state(JsonNode state, SavedAddress address) {
        List<RawRow> rows = ZhilianRows.of(state.path("positionList"));
        if (rows.isEmpty() && state.path("isVerification").asBoolean(false)) {
            return ZhilianRefusals.check();
        }
        String asked = address.query("kw");
        return list(
                rows,
                asked.isEmpty()
                        ? BoundedJson.text(state.path("originalUrlParams").path("kw"))
                        : asked);
    }

    /** {@code sou} named the search in its address, {@code positions} in its body. */
    private static String keyword(Page page) {
        String asked = BoundedJson.object(page.asked())
                .map(body -> BoundedJson.text(body.path("S_SOU_FULL_INDEX")))
                .orElse("");
        return asked.isEmpty() ? SavedAddress.of(page.url()).query("kw") : asked;
    }

    private static Reading list(List<RawRow> rows, String keyword) {
        boolean hidden =
                !rows.isEmpty() && rows.stream().allMatch(row -> row.salary().contains("**"));
        return new Reading(hidden ? Found.HIDDEN_PAY : Found.ROWS, Words.say("reply"), Zhilian.NAME, rows, "", keyword);
    }

    private static Reading single(RawRow row) {
        return new Reading(Found.ROW, Words.say("reply"), Zhilian.NAME, List.of(row), "", "");
    }
}
