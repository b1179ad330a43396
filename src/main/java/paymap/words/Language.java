package paymap.words;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The languages that paymap speaks. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE);

    /**
     * What a person chose for paymap alone goes first; then the locale that the launcher could not use, as its encoding is
     * not installed; then the variables of POSIX in their order.
     */
    private static final String[] VARIABLES = {"PAYMAP_LANG", "PAYMAP_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"};

    /** What may follow it: a country, an encoding, a variant, another language. */
    private static final String AFTER_CODE = "_-.@,";

    private static final ThreadLocal<@Nullable Language> OF_THREAD = new ThreadLocal<>();

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** {@code en} or {@code zh}. */
    public String code() {
        return code;
    }

    /**
     * The language of a code or of the name of a locale; of several by commas, the first.
     *
     * @param name such as {@code zh}, {@code zh,en} or {@code zh_CN.UTF-8}
     * @return empty where it is none of ours
     */
    public static Optional<Language> of(String name) {
        for (Language language : values()) {
            if (language.isNamed(name)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** What a person's variables ask for: that of {@link #variable}, and {@link #ENGLISH} where that is none of ours. */
    public static Language of(Map<String, String> environment) {
        return of(environment.getOrDefault(variable(environment), "")).orElse(ENGLISH);
    }

    /** The variable that decides, which is the first that is set; empty = none is. */
    public static String variable(Map<String, String> environment) {
        for (String variable : VARIABLES) {
            if (!environment.getOrDefault(variable, "").isEmpty()) {
                return variable;
            }
        }
        return "";
    }

    /** No pattern: each start comes by here. */
    private boolean isNamed(String name) {
        int end = code.length();
        return name.regionMatches(true, 0, code, 0, end)
                && (name.length() == end || AFTER_CODE.indexOf(name.charAt(end)) >= 0);
    }

    /**
     * The language that what is said is said in: that of the person whom this thread works for, where there are several,
     * else that of the process.
     */
    public static Language current() {
        Language own = OF_THREAD.get();
        if (own != null) {
            return own;
        }
        return Locale.getDefault(Locale.Category.DISPLAY).getLanguage().equals(CHINESE.code) ? CHINESE : ENGLISH;
    }

    /** Lets this thread alone speak it while something is done. */
    public <T> T during(Supplier<T> work) {
        Language before = OF_THREAD.get();
        OF_THREAD.set(this);
        try {
            return work.get();
        } finally {
            OF_THREAD.set(before);
        }
    }

    /** Lets this process speak it, as Java's locale for display. */
    public void speak() {
        Locale.setDefault(Locale.Category.DISPLAY, locale);
    }
}
