package paymap.site.liepin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import paymap.importer.format.SavedPages;
import paymap.job.RawRow;
import paymap.site.http.BoundedHtml;
import paymap.site.http.BoundedJson;
import paymap.site.http.SavedAddress;
import paymap.words.Words;
import tools.jackson.databind.JsonNode;

/** Liepin's pages and replies of every era, as a browser saved them. */
final class LiepinSavedPages implements SavedPages {

    private static final String DOMAIN = "liepin.com";

    /** The recruiter, and two texts that repeat who it is. */
    private static final Set<String> PERSONAL = Set.of("recruiter", "dataParams", "dataInfo");

    /** Where lists were ever served; {@code pc-search-job-cond-init} begins alike and holds filters only. */
    private static final Pattern LISTS = Pattern.compile(
            "[^/]*/(?:api/com\\.liepin\\.searchfront4c\\.pc-search-job|(?:[a-z-]{1,30}/)?zhaopin(?:/.*)?)");

    /** The same where only its own hosts are meant, and where a visit is led that looks odd to the site. */
    private static final Pattern OWN =
            Pattern.compile("(?i)[^/]*/(?:(?:[a-z-]{1,30}/)?career/.*|(?:v/)?intercept/.*|captchaPage.*)");

    @Override
    public boolean owns(String url) {
        return SavedAddress.of(url).isOf(DOMAIN);
    }

    @Override
    public boolean mayHoldRows(String url) {
        SavedAddress address = SavedAddress.of(url);
        return address.isAt(LISTS) || address.isOf(DOMAIN) && address.isAt(OWN);
    }

    @Override
    public Set<String> personalFields() {
        return PERSONAL;
    }

    @Override
    public Reading page(Page saved) {
        if (!saved.redirect().isBlank()) {
            return LiepinDoors.ofAddress(saved.redirect())
                    .orElseGet(() -> Reading.without(Found.NOTHING, Words.say("redirect to another page")));
        }
        return LiepinPage.isListIn(saved.text())
                ? BoundedHtml.parse(saved.text())
                        .map(page -> shown(new LiepinPage(page), saved))
                        .orElseGet(() -> Reading.without(
                                Found.NOTHING, Words.say("a page of more than %d tags", BoundedHtml.MOST_TAGS)))
                : withoutRows(saved);
    }

    @Override
    public Optional<Reading> reply(JsonNode reply, Page saved) {
        Optional<List<RawRow>> rows = LiepinRows.of(reply);
        if (rows.isPresent()) {
            return Optional.of(list(Words.say("reply"), rows.get(), keyword(saved, "")));
        }
        if (LiepinRows.isCard(reply)) {
            RawRow row = LiepinRows.row(reply);
            return Optional.of(new Reading(Found.ROW, Words.say("row"), Liepin.NAME, List.of(row), "", ""));
        }
        boolean sure = owns(saved.url()) && mayHoldRows(saved.url());
        if (!sure && !(reply.has("flag") && reply.has("code"))) {
            return Optional.empty();
        }
        Reading strange = Reading.without(Found.NOTHING, Words.say("reply of 猎聘 in which no list was found"));
        return LiepinDoors.ofReply(reply).or(() -> sure ? Optional.of(strange) : Optional.empty());
    }

    private Reading shown(LiepinPage page, Page saved) {
        List<RawRow> rows = page.rows();
        return rows.isEmpty() ? withoutRows(saved) : list(Words.say("list page"), rows, keyword(saved, page.keyword()));
    }

    private Reading withoutRows(Page saved) {
        boolean sure = owns(saved.url());
        boolean list = sure && mayHoldRows(saved.url()) || LiepinPage.isListIn(saved.text());
        return LiepinDoors.ofAddress(sure ? saved.url() : "")
                .or(() -> LiepinDoors.ofPage(saved.text(), sure))
                .orElseGet(() -> Reading.without(
                        Found.NOTHING,
                        list
                                ? Words.say("list page without rows (they come in replies of their own)")
                                : Words.say("page without a list of jobs")));
    }

    private static Reading list(String what, List<RawRow> rows, String keyword) {
        return new Reading(Found.ROWS, what, Liepin.NAME, rows, "", keyword);
    }

    /** The search of a reply stands in what was asked for, that of a page in its address. */
    private static String keyword(Page saved, String otherwise) {
        String asked = BoundedJson.object(saved.asked())
                .map(body -> BoundedJson.text(body.at("/data/mainSearchPcConditionForm/key")))
                .orElse("");
        String key = SavedAddress.of(saved.url()).query("key");
        return !asked.isBlank() ? asked : key.isBlank() ? otherwise : key;
    }
}
