package paymap.job.ladder;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of experience, over texts that {@link Plain} made. */
final class ExperienceText {

    /** More is no span of work, but a code (Zhilian's 305), an age or a year. */
    private static final int MOST_YEARS = 50;

    private static final int MONTHS = 12;
    private static final String CHINESE_DIGITS = "零一二三四五六七八九";

    private static final String NUMBER = "(?:\\d{1,2}+(?:\\.\\d)?+|半|[一二两三四五六七八九]?+十[一二三四五六七八九]?+|[零一二两三四五六七八九])";
    private static final String UNIT = "(?:个?月|months?|年半?|years?|yrs?|y)";
    private static final String KIND = "(?:工作|从业|相关|行业)*+";
    private static final String UP = "(?:[及或]其?)?以上|起|\\+|(?:or|and)(?:more|above|over)";
    private static final String DOWN = "(?:[及或]其?)?以[下内]|之?内|or(?:less|below)";
    private static final String AT_LEAST = ">=?|≥|至少|不少于|不低于|最少|最低|超过|大于|over|above|morethan|atleast|minimum";
    private static final String AT_MOST = "<=?|≤|不到|不足|不满|未满|少于|小于|低于|under|below|lessthan|upto|within";

    private static final Pattern YEARS = Pattern.compile("(?:(?<atMost>" + AT_MOST + ")|" + AT_LEAST + ")?"
            + "(?<low>" + NUMBER + ")\\+?" + UNIT + "?"
            + "(?:[-至到](?<high>" + NUMBER + ")" + UNIT + "?)?"
            + "(?:" + UP + "|(?<down>" + DOWN + "))?"
            + "(?:的?" + KIND + "(?:经验|经历)|'?(?:of)?(?:work)?(?:experience|exp))?"
            + "(?:" + UP + "|(?<lateDown>" + DOWN + "))?");

    /** 经验3-5年 (Lagou's pages), 工作经验：3-5年. */
    private static final Pattern LABEL = Pattern.compile("^(?:" + KIND + "(?:经验|年限|工龄)(?:要求)?|(?:work)?experience):?+");

    /** A class of graduates: 25届, 2026届毕业生, 26年后毕业. */
    private static final String CLASS = "(?:20)?\\d\\d(?:届|年后?(?=毕业|应届))";

    private static final String GRADUATE = "(?:应届|在校|在读)(?:大学|学|毕业)*+生?|毕业生?|学生|实习生?|校招|校园招聘";
    private static final String BEGINNER = "(?:" + CLASS + "(?:" + GRADUATE + ")?|" + GRADUATE
            + "|(?:无需?|无须|不需要?|没有|零|0)" + KIND + "经验"
            + "|none|no(?:work)?experience(?:required|needed)?|(?:fresh|new|recent)?graduates?|students?|intern(?:s|ship)?"
            + "|entry-?level)";
    private static final Pattern NONE = Pattern.compile(BEGINNER + "(?:[/,或和-]" + BEGINNER + ")*+");

    /** Graduates that are taken besides tell nothing of the years that are asked for: 8-10年，可接收应届生. */
    private static final Pattern GRADUATES_TOO = Pattern.compile(",?可?接[受收]应届(?:毕业)?生$");

    private static final Pattern ANY = Pattern.compile("(?:(?:不限制?|无限制|无要求|不要求)" + KIND + "(?:经验|年限)?"
            + "|无" + KIND + "经验(?:要求|限制)|any(?:experience)?|no(?:limit|requirements?)|notlimited|unlimited)"
            + "(?:[/,]" + BEGINNER + ")?");

    /** How often an intern must come, how long, or both: 4天/周, 3个月. */
    private static final Pattern INTERNSHIP = Pattern.compile("(?:[/,|]?(?:(?:每周|一周)?" + NUMBER + "(?:-" + NUMBER
            + ")?天(?:/周|/星期|每周)?|" + NUMBER + "(?:-" + NUMBER + ")?(?:个月|months?))(?:以上|起)?)++");

    private ExperienceText() {}

    /** @return empty = it says nothing of experience */
    static Optional<Experience> read(String plain) {
        if (INTERNSHIP.matcher(plain).matches()) {
            return Optional.empty();
        }
        String bare =
                GRADUATES_TOO.matcher(LABEL.matcher(plain).replaceFirst("")).replaceFirst("");
        if (ANY.matcher(bare).matches()) {
            return Optional.of(Experience.ANY);
        }
        return Optional.of(NONE.matcher(bare).matches() ? Experience.NONE : years(bare));
    }

    private static Experience years(String bare) {
        Matcher years = YEARS.matcher(bare);
        if (!years.matches()) {
            return Experience.UNREADABLE;
        }
        boolean months = bare.contains("月") || bare.contains("month");
        boolean down = years.group("atMost") != null || years.group("down") != null || years.group("lateDown") != null;
        double low = span(years.group("low"), months);
        double high = years.group("high") == null ? low : span(years.group("high"), months);
        if (high < low || high > MOST_YEARS) {
            return Experience.UNREADABLE;
        }
        return high == 0 ? Experience.NONE : from(down ? 0 : low);
    }

    /** The step of somebody who has worked that long. */
    private static Experience from(double years) {
        if (years < 1) {
            return Experience.UNDER_1;
        } else if (years < 3) {
            return Experience.FROM_1_TO_3;
        } else if (years < 5) {
            return Experience.FROM_3_TO_5;
        }
        return years < 10 ? Experience.FROM_5_TO_10 : Experience.OVER_10;
    }

    /** In years. */
    private static double span(String number, boolean months) {
        double span = number(number);
        return months ? span / MONTHS : span;
    }

    private static double number(String number) {
        if (number.equals("半")) {
            return 0.5;
        } else if (Character.isDigit(number.charAt(0))) {
            return Double.parseDouble(number);
        }
        int ten = number.indexOf('十');
        if (ten < 0) {
            return digit(number, 0);
        }
        return 10 * digit(number.substring(0, ten), 1) + digit(number.substring(ten + 1), 0);
    }

    private static int digit(String written, int ifNone) {
        return written.isEmpty() ? ifNone : written.equals("两") ? 2 : CHINESE_DIGITS.indexOf(written);
    }
}
