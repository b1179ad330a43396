package paymap.chart.figures;

import java.util.Locale;
import paymap.figures.Dimension;

/** What the groups of a chart are called in sentences. */
public enum Noun {
    CITY("城市", "个", "city", "cities", "in"),
    EXPERIENCE("经验要求", "种", "level", "levels", "for"),
    EDUCATION("学历要求", "种", "level", "levels", "for"),
    DISTRICT("区域", "个", "district", "districts", "in"),
    KEYWORD("关键词", "个", "keyword", "keywords", "for"),
    SITE("网站", "个", "site", "sites", "on"),
    COMPANY("公司", "家", "company", "companies", "at");

    private final String chinese;
    private final String measure;
    private final String one;
    private final String many;
    private final String in;

    Noun(String chinese, String measure, String one, String many, String in) {
        this.chinese = chinese;
        this.measure = measure;
        this.one = one;
        this.many = many;
        this.in = in;
    }

    /** Of the groups that a dimension makes. */
    public static Noun of(Dimension dimension) {
        return switch (dimension) {
            case CITY -> CITY;
            case EXPERIENCE -> EXPERIENCE;
            case EDUCATION -> EDUCATION;
            case DISTRICT -> DISTRICT;
            case KEYWORD -> KEYWORD;
            case SITE -> SITE;
            case COMPANY -> COMPANY;
        };
    }

    /** {@code 城市}. */
    public String zh() {
        return chinese;
    }

    /** {@code 各城市}. */
    public String every() {
        return "各" + chinese;
    }

    /** {@code 6 个城市}. */
    public String counted(long count) {
        return count + " " + measure + chinese;
    }

    /** {@code 个城市}, behind a number. */
    public String measured() {
        return measure + chinese;
    }

    /** {@code city}. */
    public String one() {
        return one;
    }

    /** {@code cities}. */
    public String many() {
        return many;
    }

    /** {@code city} or {@code cities}, as so many are called. */
    public String of(long count) {
        return count == 1 ? one : many;
    }

    /** {@code Cities}, at the beginning of a sentence. */
    public String capital() {
        return Character.toUpperCase(many.charAt(0)) + many.substring(1);
    }

    /** {@code City}, likewise. */
    public String capitalOne() {
        return Character.toUpperCase(one.charAt(0)) + one.substring(1);
    }

    /** {@code in}, before the name of one. */
    public String in() {
        return in;
    }

    /** {@code by city}, behind what is shown. */
    public String by() {
        return "by " + (one.equals("level") ? name().toLowerCase(Locale.ROOT) : one);
    }

    /** {@code City}, at the head of a column. */
    public String head() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
