package paymap.site.sandbox.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The made-up person behind a posting. Each of his values that has room for it carries one of {@link #MARKERS}, so that
 * a test can search for the bytes wherever they must not arrive.
 */
public final class Recruiter {
    /** The first digits of all user ids; no other number of the site contains them. */
    static final String DIGITS = "1987654";

    private static final String LAST_LOGIN = "1987-06-05";

    public static final List<String> MARKERS =
            List.of("示例招聘人", "PERSONAL-", "personal-", "PERSONAL_", DIGITS, LAST_LOGIN);

    private static final String NAMES = "甲乙丙丁戊己庚辛壬癸";
    private static final int PEOPLE = 1000;

    private final int number;

    private Recruiter(int number) {
        this.number = number;
    }

    static Recruiter of(MadeUpJob job) {
        return new Recruiter(SeededHash.below(PEOPLE, SeededHash.of("recruiter", job.company(), job.id() % 3)));
    }

    /** An entry of hrInfoMap. */
    Map<String, @Nullable Object> info() {
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("userId", userId());
        info.put("positionName", "招聘经理-PERSONAL-" + number);
        info.put("phone", "PERSONAL-555-" + number);
        info.put("receiveEmail", "personal-" + number + "@example.invalid");
        info.put("realName", "示例招聘人" + NAMES.charAt(number % NAMES.length()) + "-PERSONAL-" + number);
        info.put("portrait", "i/image/made-up/PERSONAL-" + number + ".jpg");
        info.put("userLevel", "PERSONAL-G1");
        info.put("canTalk", number % 2 == 0);
        return info;
    }

    /** Adds the fields of a row that tell about the recruiter; the two rates have no room for a marker. */
    void addTo(Map<String, @Nullable Object> row) {
        row.put("publisherId", userId());
        row.put("lastLogin", LAST_LOGIN + " 04:03:02");
        row.put("imState", "PERSONAL_today");
        row.put("resumeProcessRate", number % 101);
        row.put("resumeProcessDay", number % 4);
        row.put("encryptId", "PERSONAL-" + SeededHash.hex(16, SeededHash.of(number)));
    }

    private int userId() {
        return Integer.parseInt(DIGITS) * PEOPLE + number;
    }
}
