package paymap.site.zhilian;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.importer.format.Remedy;
import paymap.importer.format.SavedPages.Found;
import paymap.importer.format.SavedPages.Page;
import paymap.importer.format.SavedPages.Reading;
import paymap.site.http.SavedAddress;
import paymap.words.Words;

/** How Zhaopin refuses a list (2026). */
final class ZhilianRefusals {

    private static final Pattern LOGIN = Pattern.compile("passport\\.zhaopin\\.com/.*");

    private static final Pattern CHECK =
            Pattern.compile("<title>\\s*(?:Security Verification|安全验证)|geetest_box|nc_1_wrapper"
                    + "|waf-nc-title|aliyunwaf_|EO-Bot-Js-Token");

    private static final Pattern LOGIN_WORDS = Pattern.compile("登录之后再搜索");

    private ZhilianRefusals() {}

    static Reading ofRedirect(SavedAddress to) {
        return to.isAt(LOGIN)
                ? refused(Words.say("a redirect to the login page"), Remedy.LOG_IN)
                : Reading.without(Found.NOTHING, Words.say("redirect to another page"));
    }

    /**
     * Of a page without rows.
     *
     * @return null = it is no refusal that is known
     */
    static @Nullable Reading ofPage(Page page, boolean own) {
        boolean ours = own || page.text().contains("zhaopin");
        if (ours && CHECK.matcher(page.text()).find()) {
            return check();
        }
        if (ours && LOGIN_WORDS.matcher(page.text()).find()) {
            return refused(Words.say("智联招聘 asks for a login before it searches"), Remedy.LOG_IN);
        }
        return own && page.status() >= 400
                ? refused(Words.say("HTTP %d in place of a list of %s", page.status(), "智联招聘"), Remedy.WAIT)
                : null;
    }

    static Reading check() {
        return refused(Words.say("智联招聘's verification page"), Remedy.SOLVE_CHECK);
    }

    /** @param code of a reply, not 200 */
    static Reading ofCode(int code) {
        return refused(Words.say("智联招聘 code %d", code), Remedy.LOOK_AGAIN);
    }

    /** It counts positions and shows none (2026). */
    static Reading ofEmptyList() {
        return refused(Words.say("智联招聘 counts jobs and shows none"), Remedy.SOLVE_CHECK);
    }

    private static Reading refused(String what, Remedy remedy) {
        return Reading.refused(Zhilian.NAME, what, remedy);
    }
}
