package paymap.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The languages that paymap speaks. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE);

    /** What a person chose for paymap alone goes first; then the variables of POSIX in their order. */
    private static final String[] VARIABLES = {"PAYMAP_LANG", "LC_ALL", "LC_MESSAGES", "LANG"};

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
     * The language of a code or of the name of a locale.
     *
     * @param name such as {@code zh} or {@code zh_CN.UTF-8}
     * @return empty where it is none of ours
     */
    public static Optional<Language> of(String name) {
        return Arrays.stream(values())
                .filter(language -> name.toLowerCase(Locale.ROOT).matches(language.code + "([_.@-].*)?"))
                .findFirst();
    }

    /**
     * What a person's variables ask for: the first that is set decides, and {@link #ENGLISH} where that is none of ours.
     */
    public static Language of(Map<String, String> environment) {
        for (String variable : VARIABLES) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return of(value).orElse(ENGLISH);
            }
        }
        return ENGLISH;
    }

    /** The language this process speaks. */
    public static Language current() {
        return Locale.getDefault(Locale.Category.DISPLAY).getLanguage().equals(CHINESE.code) ? CHINESE : ENGLISH;
    }

    /** Lets this process speak it, as Java's locale for display. */
    public void speak() {
        Locale.setDefault(Locale.Category.DISPLAY, locale);
    }
}
