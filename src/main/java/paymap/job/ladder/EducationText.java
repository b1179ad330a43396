package paymap.job.ladder;

import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of education, over texts that {@link Plain} made. */
final class EducationText {

    private static final Pattern LABEL =
            Pattern.compile("^(?:(?:最低|要求)?(?:学历|教育程度|文化程度)(?:要求)?|(?:education|degree)(?=:)):?+");

    private static final Pattern ANY = Pattern.compile("(?:不限制?|无限制|无要求|不要求)(?:学历)?|无学历(?:要求|限制)"
            + "|any(?:education|degree)?|no(?:limit|requirements?)|notlimited|unlimited");

    /** Between several that will do: 中专/中技, 本科或硕士; not in 本科或以上. */
    private static final Pattern BETWEEN = Pattern.compile("[/,和-]|[及或](?!其?以)");

    private static final String LEAD = "(?:全日制|非全日制|统招|正规|普通|国家|在职|海外|大学|至少|最低|要求)*+";
    private static final String TAIL = "(?:学历|学位|毕业生?|文凭|生|在读|'?s|degree|diploma)*+";
    private static final String OPEN_END =
            "(?:(?:[及或]其?)?以上|起|(?:or|and)(?:above|higher)|(?<down>(?:[及或]其?)?以下|(?:or|and)(?:below|lower)))?+";

    private static final List<Step> STEPS = List.of(
            step(
                    Education.SECONDARY,
                    "小学|初中|高中|中专|中技|中职|技校|职高|职业高中|职中|secondary(?:school)?|(?:middle|high|vocational)school"),
            step(Education.COLLEGE, "大专|专科|高职|高专|(?:junior)?college|associate"),
            step(Education.BACHELOR, "本科|学士|专升本|bachelor|undergraduate"),
            step(Education.MASTER, "硕士(?:研究生)?|研究生|e?mba|master|postgraduate"),
            step(Education.DOCTOR, "博士(?:研究生|后)?|doctor(?:ate|al)?|ph\\.?d\\.?|postdoc(?:toral)?"));

    /** One degree with all that may stand around it. */
    private record Step(Education rung, Pattern pattern) {}

    private EducationText() {}

    static Education read(String plain) {
        String bare = LABEL.matcher(plain).replaceFirst("");
        if (ANY.matcher(bare).matches()) {
            return Education.ANY;
        }
        List<Education> each =
                BETWEEN.splitAsStream(bare).map(EducationText::one).toList();
        return each.isEmpty() || each.contains(Education.UNREADABLE) ? Education.UNREADABLE : Collections.min(each);
    }

    private static Education one(String degree) {
        for (Step step : STEPS) {
            Matcher matcher = step.pattern.matcher(degree);
            if (matcher.matches()) {
                return matcher.group("down") == null ? step.rung : Education.SECONDARY;
            }
        }
        return Education.UNREADABLE;
    }

    private static Step step(Education rung, String names) {
        return new Step(rung, Pattern.compile(LEAD + "(?:" + names + ")" + TAIL + OPEN_END + TAIL));
    }
}
