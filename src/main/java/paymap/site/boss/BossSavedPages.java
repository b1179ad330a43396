package paymap.site.boss;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import paymap.importer.format.SavedPages;
import paymap.job.RawRow;
import paymap.site.http.BoundedHtml;
import paymap.site.http.SavedAddress;
import paymap.words.Words;
import tools.jackson.databind.JsonNode;

/** Boss's replies (2022 to 2026-09) and pages (2018 to 2026-06). */
final class BossSavedPages implements SavedPages {

    private static final String DOMAIN = "zhipin.com";

    private static final Set<String> PERSONAL = Set.of(
            "bossInfo",
            "bossName",
            "bossTitle",
            "bossAvatar",
            "encryptBossId",
            "encryptUserId",
            "securityId",
            "clientIP");

    private static final Pattern LISTS = Pattern.compile(
            "[^/]*(/wapi/zpgeek/.{0,60}(job/?list|job/detail|job/card)\\.json|/web/geek/(job|jobs|recommend|job-recommend)/?"
                    + "|/c\\d{6,}.*|/job_detail/)");

    @Override
    public boolean owns(String url) {
        return SavedAddress.of(url).isOf(DOMAIN);
    }

    @Override
    public boolean mayHoldRows(String url) {
        SavedAddress address = SavedAddress.of(url);
        boolean here = address.isOf(DOMAIN) || address.onThisMachine().isPresent();
        return here && (address.isAt(LISTS) || address.isAt(BossRefusals.ALL));
    }

    @Override
    public Set<String> personalFields() {
        return PERSONAL;
    }

    @Override
    public Reading page(Page page) {
        SavedAddress address = SavedAddress.of(page.url());
        if (!page.redirect().isBlank()) {
            return BossRefusals.ofRedirect(address.to(page.redirect()));
        }
        List<RawRow> rows = cards(page.text());
        if (!rows.isEmpty()) {
            return list(rows, address.query("query"));
        }
        Reading refusal = BossRefusals.ofPage(page, address);
        if (refusal != null) {
            return refusal;
        }
        return address.isAt(LISTS)
                ? Reading.without(
                        Found.NOTHING, Words.say("list page without rows (they come in replies of their own)"))
                : Reading.without(Found.NOTHING, Words.say("page without a list of jobs"));
    }

    private static List<RawRow> cards(String text) {
        return BossPage.CARDS.matcher(text).find()
                ? BoundedHtml.parse(text)
                        .map(page -> BossDigits.read(new BossPage(page).rows(), text))
                        .orElse(List.of())
                : List.of();
    }

    @Override
    public Optional<Reading> reply(JsonNode reply, Page page) {
        JsonNode data = reply.path("zpData");
        if (data.path("jobList").isArray()) {
            return Optional.of(list(BossRows.of(data.path("jobList")), keyword(page)));
        }
        if (data.path("jobInfo").has("salaryDesc")) {
            return Optional.of(single(BossRows.ofDetail(data.path("jobInfo"), data.path("brandComInfo"))));
        }
        if (data.path("jobCard").has("salaryDesc")) {
            return Optional.of(single(BossRows.ofCard(data.path("jobCard"))));
        }
        if (BossRows.isRow(reply)) {
            return Optional.of(single(BossRows.ofList(reply)));
        }
        return refusal(reply, mayHoldRows(page.url()));
    }

    /** In a file of its own a reply is a refusal only by a code that is this site's alone. */
    private static Optional<Reading> refusal(JsonNode reply, boolean ofList) {
        int code = reply.path("code").asInt(0);
        boolean told = reply.has("message") && code != 0 && (ofList || BossRefusals.isOwnCode(code));
        if (told) {
            return Optional.of(BossRefusals.ofCode(code));
        }
        return ofList && reply.has("zpData")
                ? Optional.of(Reading.without(Found.NOTHING, Words.say("reply without a list of jobs")))
                : Optional.empty();
    }

    /** Since 2026 the search stands in the form, and no longer in the address. */
    private static String keyword(Page page) {
        String asked = SavedAddress.field(page.asked(), "query");
        return asked.isEmpty() ? SavedAddress.of(page.url()).query("query") : asked;
    }

    /** Visitors who are not logged in see no pay at all (2026-08). */
    private static Reading list(List<RawRow> rows, String keyword) {
        boolean hidden = !rows.isEmpty() && rows.stream().allMatch(row -> isHidden(row.salary()));
        return new Reading(hidden ? Found.HIDDEN_PAY : Found.ROWS, Words.say("reply"), Boss.NAME, rows, "", keyword);
    }

    private static boolean isHidden(String salary) {
        return salary.isBlank() || salary.contains("**");
    }

    private static Reading single(RawRow row) {
        return new Reading(Found.ROW, Words.say("reply"), Boss.NAME, List.of(row), "", "");
    }
}
