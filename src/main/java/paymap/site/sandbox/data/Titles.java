package paymap.site.sandbox.data;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up titles around a keyword, in the shapes and shares of 42,893 real ones (2016 to 2025). */
final class Titles {
    /** How experienced somebody with this title is; it moves the pay. */
    enum Seniority {
        TRAINEE,
        JUNIOR,
        USUAL,
        SENIOR,
        LEADING
    }

    /** What makes a title hard to read, each with how often it is tried; plain titles run out sooner, so more of these stay. */
    enum Oddity {
        FULL_WIDTH_BRACKETS(0.068),
        SLASH(0.058),
        JOB_CODE(0.008),
        MIXED_BRACKETS(0.003),
        LENTICULAR_BRACKETS(0.004),
        COMMA(0.003),
        DASH(0.003),
        AMPERSAND(0.002),
        NBSP(0.001),
        ZERO_WIDTH(0.001),
        DOUBLE_SPACE(0.001);

        private final double share;

        Oddity(double share) {
            this.share = share;
        }
    }

    private static final String ZERO_WIDTH_SPACE = "\u200b";

    /** {K} is the keyword as typed, {k} in lower case. Weights from 北京 Python, 450 rows, 2018-03, widened. */
    private static final Weighted<String> PATTERNS = new Weighted<String>()
            .add(62, "{K}开发工程师")
            .add(26, "{K}工程师")
            .add(24, "{k}开发工程师")
            .add(14, "{K}")
            .add(15, "{k}工程师")
            .add(15, "{K}研发工程师")
            .add(14, "高级{K}开发工程师")
            .add(9, "高级{K}工程师")
            .add(9, "{K} 开发工程师")
            .add(8, "{K}后端开发工程师")
            .add(8, "{K}后端工程师")
            .add(8, "{K}爬虫工程师")
            .add(7, "{k}研发工程师")
            .add(7, "{K}高级开发工程师")
            .add(6, "{k}后端")
            .add(6, "{K}数据分析师")
            .add(6, "{K}测试开发工程师")
            .add(6, "{K}算法工程师")
            .add(5, "资深{K}开发工程师")
            .add(5, "{k}爬虫")
            .add(5, "{K}数据挖掘工程师")
            .add(4, "{K}自动化测试工程师")
            .add(4, "{K}讲师")
            .add(4, "{K}中级工程师")
            .add(4, "{K}运维开发工程师")
            .add(4, "初级{K}工程师")
            .add(4, "{K}全栈工程师")
            .add(3, "{K}架构师")
            .add(3, "{K}开发实习生")
            .add(3, "{K}技术经理")
            .add(2, "{K} 后端")
            .add(2, "{k}");

    private static final List<String> FIELDS =
            List.of("数据方向", "后端", "爬虫", "量化", "平台方向", "算法方向", "接受应届", "双休", "电商业务", "风控", "基础架构", "测试方向");
    private static final List<String> OTHERS = List.of("Go", "Java", "C++", "爬虫", "数据", "全栈", "Node");

    private final String capital;
    private final String small;
    private final Random random;

    Titles(String keyword, Random random) {
        this.small = keyword.toLowerCase(Locale.ROOT);
        this.capital =
                keyword.equals(small) ? small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1) : keyword;
        this.random = random;
    }

    /** A title with this oddity, or with one by chance where none is asked for. */
    String next(@Nullable Oddity wanted) {
        String plain = PATTERNS.draw(random).replace("{K}", capital).replace("{k}", small);
        Oddity oddity = wanted == null ? byChance() : wanted;
        return oddity == null ? plain : odd(plain, oddity);
    }

    static Seniority seniorityOf(String title) {
        if (title.contains("实习")) {
            return Seniority.TRAINEE;
        }
        if (title.contains("初级") || title.contains("应届") || title.contains("讲师")) {
            return Seniority.JUNIOR;
        }
        if (title.contains("架构师") || title.contains("经理") || title.contains("资深")) {
            return Seniority.LEADING;
        }
        return title.contains("高级") ? Seniority.SENIOR : Seniority.USUAL;
    }

    /** The same title for a reader, with another spelling on the wire (12 real titles began with U+200B). */
    static String restyled(String title) {
        return title.startsWith(ZERO_WIDTH_SPACE) ? title + " &nbsp;" : ZERO_WIDTH_SPACE + title;
    }

    /** The title as a reader sees it; two jobs count as equal by this. */
    static String cleaned(String title) {
        return title.replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replace(ZERO_WIDTH_SPACE, "")
                .replaceAll(" +", " ")
                .strip();
    }

    private @Nullable Oddity byChance() {
        double left = random.nextDouble();
        for (Oddity oddity : Oddity.values()) {
            left -= oddity.share;
            if (left < 0) {
                return oddity;
            }
        }
        return null;
    }

    private String odd(String plain, Oddity oddity) {
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        return switch (oddity) {
            case FULL_WIDTH_BRACKETS -> plain + "（" + field + "）";
            case SLASH -> plain + "/" + OTHERS.get(random.nextInt(OTHERS.size()));
            case JOB_CODE -> plain + "(J" + (10_000 + random.nextInt(20_000)) + ")";
            case MIXED_BRACKETS -> plain + "(" + field + "）";
            case LENTICULAR_BRACKETS -> "【" + field + "】" + plain;
            case COMMA -> plain + "," + field;
            case DASH -> plain + "–" + field;
            case AMPERSAND -> plain + "&amp;" + field;
            case NBSP -> plain + " &nbsp;";
            case ZERO_WIDTH -> ZERO_WIDTH_SPACE + plain;
            case DOUBLE_SPACE -> plain + "  " + field;
        };
    }
}
