package paymap.importer.column;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of positions, which end with the board's own number of one: of boss-cli's table it stands nowhere else. */
final class Links {

    /** /job_detail/c5f6….html, /jobs/123456.html, /job/1912345678.shtml; of a list of positions it is no number. */
    private static final Pattern POSITION = Pattern.compile(
            "https?://[^/?#]{1,100}/(?:[^?#]{0,100}/)?([A-Za-z0-9_~-]{6,60})\\.s?html?(?:[?#].*)?", Pattern.DOTALL);

    private static final int FEWEST_DIGITS = 5;

    private Links() {}

    /** The number of the position that an address leads to; empty = none that is sure. */
    static String id(String address) {
        Matcher position = POSITION.matcher(address.strip());
        if (!position.matches() || !address.contains("job")) {
            return "";
        }
        String id = position.group(1);
        return id.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS ? id : "";
    }
}
