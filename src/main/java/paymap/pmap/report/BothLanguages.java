package paymap.pmap.report;

import static paymap.markup.Html.tag;

import java.util.List;
import java.util.function.Supplier;
import paymap.markup.Html;
import paymap.words.Language;

/** Words as a page has them that is read in either language: both, one behind the other, of which its style shows one. */
final class BothLanguages {

    private BothLanguages() {}

    /** @param words said once in each language */
    static Html both(Supplier<String> words) {
        String english = Language.ENGLISH.during(words);
        String chinese = Language.CHINESE.during(words);
        return english.equals(chinese)
                ? Html.text(english)
                : Html.all(List.of(in(Language.ENGLISH, english), in(Language.CHINESE, chinese)));
    }

    private static Html in(Language language, String words) {
        return tag("span", language.code())
                .with("lang", language == Language.CHINESE ? "zh-CN" : "en")
                .add(words);
    }

    /** Two buttons that choose, the language of the person first; no script is needed. */
    static Html switcher() {
        Language first = Language.current();
        Language second = first == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH;
        return tag("nav")
                .with("aria-label", "Language 语言")
                .add(choice(first, true))
                .add(choice(second, false));
    }

    private static List<Html> choice(Language language, boolean chosen) {
        String id = "show-" + language.code();
        return List.of(
                tag("input")
                        .with("type", "radio")
                        .with("name", "language")
                        .with("id", id)
                        .with("checked", chosen),
                tag("label")
                        .with("for", id)
                        .with("lang", language == Language.CHINESE ? "zh-CN" : "en")
                        .add(language == Language.CHINESE ? "中文" : "English"));
    }
}
