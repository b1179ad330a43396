package paymap.site.boss;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paymap.job.RawRow;

/**
 * Boss's pages draw digits with a font of their own. U+E031 to U+E03A were 0 to 9 in 2025 and 2026, but the site can
 * change that any day, and a wrong table gives plausible wrong pay: it is believed only where the page says the pay of some
 * of its cards in plain digits too.
 */
final class BossDigits {

    /** A row in JSON anywhere in the page; the two fields stand side by side there. */
    private static final Pattern PLAIN = Pattern.compile(
            "\"encryptJobId\"\\s*:\\s*\"([^\"]{1,100})\"[^{}]{0,2000}?\"salaryDesc\"\\s*:\\s*\"([^\"]{1,100})\"");

    private final Map<String, String> plainById = new HashMap<>();
    private final Map<Character, Character> digits = new HashMap<>();

    private BossDigits() {}

    /** The rows of a page with the digits that the page itself proves; others stay as they are. */
    static List<RawRow> read(List<RawRow> rows, String page) {
        if (rows.stream().noneMatch(row -> isPrivate(row.salary()))) {
            return rows;
        }
        BossDigits proof = new BossDigits();
        Matcher plain = PLAIN.matcher(page);
        while (plain.find()) {
            proof.says(plain.group(1), plain.group(2));
        }
        rows.forEach(row -> proof.says(row.id(), row.salary()));
        boolean holds = rows.stream().allMatch(proof::agrees);
        return holds ? rows.stream().map(proof::plain).toList() : rows;
    }

    private void says(String id, String salary) {
        if (!id.isEmpty() && !salary.isEmpty() && !isPrivate(salary)) {
            plainById.put(id, salary);
        }
    }

    /** Learns from a card whose pay is known; false = it contradicts another one, so nothing is proven. */
    private boolean agrees(RawRow row) {
        String plain = plainById.get(row.id());
        if (plain == null || !isPrivate(row.salary())) {
            return true;
        }
        if (plain.length() != row.salary().length()) {
            return false;
        }
        for (int i = 0; i < plain.length(); i++) {
            char drawn = row.salary().charAt(i);
            char said = plain.charAt(i);
            boolean fits = isPrivate(drawn)
                    ? said >= '0' && said <= '9' && digits.merge(drawn, said, (old, now) -> old) == said
                    : drawn == said;
            if (!fits) {
                return false;
            }
        }
        return new HashSet<>(digits.values()).size() == digits.size();
    }

    private RawRow plain(RawRow row) {
        StringBuilder plain = new StringBuilder();
        row.salary().chars().forEach(c -> plain.append(digits.getOrDefault((char) c, (char) c)));
        return isPrivate(plain.toString()) ? row : row.paid(plain.toString());
    }

    private static boolean isPrivate(String text) {
        return text.chars().anyMatch(c -> isPrivate((char) c));
    }

    private static boolean isPrivate(char c) {
        return Character.getType(c) == Character.PRIVATE_USE;
    }
}
