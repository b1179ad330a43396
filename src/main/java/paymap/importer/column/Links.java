package paymap.importer.column;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of positions at the boards, which end with the board's own number: of boss-cli's table it stands nowhere else. */
final class Links {

    /** Forms of 2018 to 2026. 猎聘 writes 19 before its number where a company itself hires, which is none of it. */
    private static final List<Pattern> POSITIONS = List.of(
            address("zhipin\\.com/job_detail/([A-Za-z0-9_~-]{6,60})\\.html"),
            address("zhaopin\\.com/(?:jobdetail/)?([A-Za-z0-9]{6,60})\\.html?"),
            address("51job\\.com/[a-z0-9-]{1,60}/(\\d{6,20})\\.html"),
            address("liepin\\.com/(?:job/19|a/|lptjob/)(\\d{5,20})(?:\\.shtml)?"),
            address("lagou\\.com/(?:wn/)?jobs/(\\d{5,20})\\.html"));

    private static final int FEWEST_DIGITS = 5;

    private Links() {}

    /** The number of the position that an address leads to; empty = none that is sure. */
    static String id(String address) {
        for (Pattern form : POSITIONS) {
            Matcher position = form.matcher(address.strip());
            if (position.matches()) {
                String id = position.group(1);
                return id.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS ? id : "";
            }
        }
        return "";
    }

    /** At any of a board's own hosts. */
    private static Pattern address(String form) {
        return Pattern.compile("https?://(?:[a-z0-9-]{1,30}\\.)?" + form + "(?:[?#].*)?", Pattern.DOTALL);
    }
}
