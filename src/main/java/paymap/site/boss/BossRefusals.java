package paymap.site.boss;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.importer.format.Remedy;
import paymap.importer.format.SavedPages.Found;
import paymap.importer.format.SavedPages.Page;
import paymap.importer.format.SavedPages.Reading;
import paymap.site.http.SavedAddress;
import paymap.words.Words;

/**
 * How Boss refuses a list (2018 to 2026-09). A check of code 37 is solved by the page itself within half a second, so it
 * stands in most visits that hold rows.
 */
final class BossRefusals {

    private static final Pattern CHECK = Pattern.compile(
            ".*/web/common/security-check\\.html|.*/web/passport/zp/security\\.html", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLIDER =
            Pattern.compile(".*/web/user/safe/verify-slider.*|.*/web/passport/zp/verify\\.html");
    private static final Pattern SHUT_OUT = Pattern.compile(".*/403\\.html");
    private static final Pattern LOGIN = Pattern.compile("login\\.zhipin\\.com/.*|.*/web/user/?");

    static final Pattern ALL = Pattern.compile(
            String.join("|", CHECK.pattern(), SLIDER.pattern(), SHUT_OUT.pattern()), Pattern.CASE_INSENSITIVE);

    /** On pages; the last two stood there in 2018 to 2020. */
    private static final Pattern SHUT_OUT_WORDS = Pattern.compile("您暂时无法继续访问|访问受限|您的IP存在异常行为|请勿频繁提交刷新请求");

    private static final Pattern SLIDER_WORDS = Pattern.compile("当前IP地址可能存在异常访问行为|完成验证后即可正常使用");

    private BossRefusals() {}

    /** @param code of a reply, not 0; the wording of the site was seen for 36 and 37 */
    static Reading ofCode(int code) {
        return switch (code) {
            case 37 ->
                refused(Words.say("Boss直聘 code 37, a check of the browser that its page solves"), Remedy.LOOK_AGAIN);
            case 36 -> refused(Words.say("Boss直聘 code 36, it suspects the account"), Remedy.SOLVE_CHECK);
            case 35 -> refused(Words.say("Boss直聘 code 35, it suspects this IP address"), Remedy.WAIT);
            case 31, 32 -> refused(Words.say("Boss直聘 code %d, it has restricted access", code), Remedy.WAIT);
            case 1, 3, 7 ->
                refused(Words.say("Boss直聘 code %d, no login, or one that has expired", code), Remedy.LOG_IN);
            case 9 -> refused(Words.say("Boss直聘 code 9, too frequent"), Remedy.WAIT);
            case 121, 122 -> refused(Words.say("Boss直聘 code %d, its security system", code), Remedy.WAIT);
            default -> refused(Words.say("Boss直聘 code %d", code), Remedy.LOOK_AGAIN);
        };
    }

    /** Of a code that nobody else's replies are known to have. */
    static boolean isOwnCode(int code) {
        return code == 31 || code == 32 || (code >= 35 && code <= 37);
    }

    static Reading ofRedirect(SavedAddress to) {
        Reading refusal = ofAddress(to);
        if (refusal == null && to.isAt(LOGIN)) {
            return refused(Words.say("a redirect to the login page"), Remedy.LOG_IN);
        }
        return refusal == null ? Reading.without(Found.NOTHING, Words.say("redirect to another page")) : refusal;
    }

    /** @return null = it is no refusal that is known */
    static @Nullable Reading ofPage(Page page, SavedAddress address) {
        boolean own = address.isOf("zhipin.com") || page.text().contains("zhipin");
        if (own && SLIDER_WORDS.matcher(page.text()).find()) {
            return slider();
        }
        if (own && SHUT_OUT_WORDS.matcher(page.text()).find()) {
            return shutOut();
        }
        if (page.status() == 403) {
            return shutOut();
        }
        Reading refusal = ofAddress(address);
        return refusal == null && page.status() >= 400
                ? refused(Words.say("HTTP %d in place of a list of %s", page.status(), "Boss直聘"), Remedy.WAIT)
                : refusal;
    }

    private static @Nullable Reading ofAddress(SavedAddress address) {
        if (address.isAt(CHECK)) {
            return refused(Words.say("Boss直聘's page that checks the browser"), Remedy.LOOK_AGAIN);
        }
        if (address.isAt(SLIDER)) {
            return slider();
        }
        return address.isAt(SHUT_OUT) ? shutOut() : null;
    }

    private static Reading slider() {
        return refused(Words.say("Boss直聘's slider"), Remedy.SOLVE_CHECK);
    }

    private static Reading shutOut() {
        return refused(Words.say("Boss直聘's page for those it shuts out for a while"), Remedy.WAIT);
    }

    private static Reading refused(String what, Remedy remedy) {
        return Reading.refused(Boss.NAME, what, remedy);
    }
}
