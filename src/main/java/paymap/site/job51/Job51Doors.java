package paymap.site.job51;

import java.util.Optional;
import java.util.regex.Pattern;
import paymap.importer.format.Remedy;
import paymap.importer.format.SavedPages.Reading;
import paymap.site.http.BoundedJson;
import paymap.words.Words;
import tools.jackson.databind.JsonNode;

/** What 51job serves in place of a list (seen 2019 to 2026), as it stands in a saved visit. */
final class Job51Doors {

    private static final Pattern SCRIPT =
            Pattern.compile("acw_sc__v2|var\\s{1,5}arg1\\s{0,5}=\\s{0,5}'[0-9A-Fa-f]{40}'");

    /** What the slider itself is made of; the script that may call it stands in good pages, too. */
    private static final Pattern SLIDER =
            Pattern.compile("waf-nc-title|[\"';]_waf_[0-9a-z]{1,40}|aliyunCaptcha-window-embed|请按住滑块");

    private static final Pattern STATUS = Pattern.compile("-?\\d{1,6}");

    private Job51Doors() {}

    /** @param sure whether the page is known to be one of 51job's; others have the same sliders */
    static Optional<Reading> ofPage(String page, boolean sure) {
        if (SCRIPT.matcher(page).find()) {
            return refused(Words.say("51job's check by a script (acw_sc__v2)"), Remedy.LOOK_AGAIN);
        }
        boolean slider =
                (sure || page.contains("51job")) && SLIDER.matcher(page).find();
        return slider ? refused(Words.say("51job's slider"), Remedy.SOLVE_CHECK) : Optional.empty();
    }

    static Optional<Reading> ofRedirect(String to) {
        return to.contains("login.51job.com") || to.contains("/login.php")
                ? refused(Words.say("51job's login page"), Remedy.LOG_IN)
                : Optional.empty();
    }

    /** A reply whose status is not 1. What its message says is only asked for the one word that tells a check. */
    static Optional<Reading> ofReply(JsonNode reply) {
        String status = BoundedJson.text(reply.path("status"));
        if (status.isEmpty() || status.equals("1")) {
            return Optional.empty();
        }
        String number = STATUS.matcher(status).matches() ? status : "?";
        boolean check = BoundedJson.text(reply.path("message")).contains("验证");
        return refused(
                Words.say("51job's refusal in place of a list (status %s)", number),
                check ? Remedy.SOLVE_CHECK : Remedy.LOOK_AGAIN);
    }

    private static Optional<Reading> refused(String what, Remedy remedy) {
        return Optional.of(Reading.refused(Job51.NAME, what, remedy));
    }
}
