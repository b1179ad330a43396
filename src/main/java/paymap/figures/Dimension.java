package paymap.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import paymap.words.Words;

/** By what postings can be put into groups. */
public enum Dimension {
    CITY("城市"),
    EXPERIENCE("经验"),
    EDUCATION("学历"),
    DISTRICT("区域"),
    KEYWORD("关键词"),
    SITE("网站"),
    COMPANY("公司");

    private final String chinese;

    Dimension(String chinese) {
        this.chinese = chinese;
    }

    /** As it is typed and as JSON calls it, e.g. {@code experience}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The dimension with this code.
     *
     * @param typed in any case, or its Chinese name
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static Dimension of(String typed) {
        return Arrays.stream(values())
                .filter(dimension ->
                        dimension.code().equalsIgnoreCase(typed.strip()) || dimension.chinese.equals(typed.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Words.say(
                        "rows cannot be grouped by \"%s\"; allowed: %s",
                        typed.strip(),
                        Words.list(
                                List.of(values()).stream().map(Dimension::code).toList()))));
    }

    /** The head of its column, for people. */
    public String words() {
        return switch (this) {
            case CITY -> Words.say("City");
            case EXPERIENCE -> Words.say("Experience");
            case EDUCATION -> Words.say("Education");
            case DISTRICT -> Words.say("District");
            case KEYWORD -> Words.say("Keyword");
            case SITE -> Words.say("Site");
            case COMPANY -> Words.say("Company");
        };
    }
}
