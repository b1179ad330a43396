package paymap.chart.figures;

import java.util.Locale;
import paymap.words.Words;

/** The languages that charts speak. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The one that paymap speaks. */
    public static Language spoken() {
        return paymap.words.Language.current() == paymap.words.Language.CHINESE ? ZH : EN;
    }

    /** In file names and options: {@code zh} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As HTML's {@code lang} wants it. */
    public String tag() {
        return tag;
    }

    /** The same language where sentences that all of paymap says are kept. */
    public paymap.words.Language words() {
        return this == ZH ? paymap.words.Language.CHINESE : paymap.words.Language.ENGLISH;
    }

    /** The one of two texts that is in this language. */
    public String say(String chinese, String english) {
        return this == ZH ? chinese : english;
    }

    /**
     * The language with this code.
     *
     * @throws IllegalArgumentException if it is neither {@code zh} nor {@code en}
     */
    public static Language of(String code) {
        for (Language language : values()) {
            if (language.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
                return language;
            }
        }
        throw new IllegalArgumentException(Words.say("unknown language \"%s\"; allowed: %s", code.strip(), "zh, en"));
    }
}
