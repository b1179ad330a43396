package paymap.site.liepin;

import java.util.Optional;
import java.util.regex.Pattern;
import paymap.importer.format.Remedy;
import paymap.importer.format.SavedPages.Reading;
import paymap.site.http.BoundedJson;
import paymap.words.Words;
import tools.jackson.databind.JsonNode;

/** What Liepin serves in place of a list (seen 2024 to 2026), as it stands in a saved visit. */
final class LiepinDoors {

    /** Asked without the headers that the page's own script adds. */
    private static final String OUTSIDE_THE_PAGE = "-1400";

    private static final Pattern CODE = Pattern.compile("-?\\d{1,6}");
    private static final Pattern MESSAGE = Pattern.compile("(?i)/intercept/verifysms");
    private static final Pattern CAPTCHA = Pattern.compile("(?i)/intercept/|captchaPage_(?:PC|ip_pc)");
    private static final Pattern LOGIN = Pattern.compile("(?i)liepin\\.com/(?:user/)?login|passport\\.liepin\\.com");
    private static final Pattern ODD = Pattern.compile("(?i)行为异常|captchaPage_(?:PC|ip_pc)");

    private LiepinDoors() {}

    /** What an address is by itself, where a request was led or where a page stands. */
    static Optional<Reading> ofAddress(String address) {
        if (MESSAGE.matcher(address).find()) {
            return refused(Words.say("猎聘's check by a text message"), Remedy.SOLVE_CHECK);
        }
        if (CAPTCHA.matcher(address).find()) {
            return captcha();
        }
        return LOGIN.matcher(address).find() ? refused(Words.say("猎聘's login page"), Remedy.LOG_IN) : Optional.empty();
    }

    /** @param sure whether the page is known to be one of Liepin's; others write the same */
    static Optional<Reading> ofPage(String page, boolean sure) {
        boolean odd = (sure || page.contains("liepin") || page.contains("猎聘"))
                && ODD.matcher(page).find();
        return odd ? captcha() : Optional.empty();
    }

    /** A reply whose flag is not 1. */
    static Optional<Reading> ofReply(JsonNode reply) {
        String flag = BoundedJson.text(reply.path("flag"));
        String code = BoundedJson.text(reply.path("code"));
        if (flag.isEmpty() || flag.equals("1")) {
            return Optional.empty();
        }
        return code.equals(OUTSIDE_THE_PAGE)
                ? refused(Words.say("猎聘's refusal %s of a list asked for outside its page", code), Remedy.LOOK_AGAIN)
                : refused(
                        Words.say(
                                "猎聘's refusal in place of a list (code %s)",
                                CODE.matcher(code).matches() ? code : "?"),
                        Remedy.LOOK_AGAIN);
    }

    private static Optional<Reading> captcha() {
        return refused(Words.say("猎聘's captcha"), Remedy.SOLVE_CHECK);
    }

    private static Optional<Reading> refused(String what, Remedy remedy) {
        return Optional.of(Reading.refused(Liepin.NAME, what, remedy));
    }
}
