package paymap.site;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a posting asks for, where a board shows it among other labels (3-4年经验, 本科, 招2人): which is which is told by what
 * they say.
 */
public final class Labels {

    private static final Pattern EXPERIENCE =
            Pattern.compile("\\d{1,2}(?:-\\d{1,2})?年.{0,6}|(?:无需|不限|无)经验|经验不限|在校.{0,8}|.{0,4}应届.{0,4}");

    private static final Pattern EDUCATION =
            Pattern.compile("(?:统招|全日制)?(?:小学|初中|高中|中专|中技|职高|大专|本科|硕士|博士|MBA).{0,10}|学历不限|不限学历|无学历要求");

    private Labels() {}

    /** The first that is an experience, as the board writes it; empty = none is. */
    public static String experience(List<String> labels) {
        return first(EXPERIENCE, labels);
    }

    /** The first that is an education, as the board writes it; empty = none is. */
    public static String education(List<String> labels) {
        return first(EDUCATION, labels);
    }

    private static String first(Pattern kind, List<String> labels) {
        return labels.stream()
                .map(String::strip)
                .filter(label -> kind.matcher(label).matches())
                .findFirst()
                .orElse("");
    }
}
