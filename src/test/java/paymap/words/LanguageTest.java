package paymap.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "zh, CHINESE",
        "zh_CN.UTF-8, CHINESE",
        "zh-Hans, CHINESE",
        "'zh,en', CHINESE",
        "ZH, CHINESE",
        "en_GB, ENGLISH",
        "en, ENGLISH"
    })
    void aNameOfALocaleIsEnough(String name, Language language) {
        assertEquals(Optional.of(language), Language.of(name));
    }

    @ParameterizedTest
    @CsvSource({"fr_FR.UTF-8", "C.UTF-8", "zhuang", "''"})
    void otherLanguagesAreNotSpoken(String name) {
        assertEquals(Optional.empty(), Language.of(name));
    }

    @Test
    void theFirstVariableThatIsSetDecides() {
        assertEquals(Language.CHINESE, Language.of(Map.of("LANG", "zh_CN.UTF-8")));
        assertEquals(Language.ENGLISH, Language.of(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C.UTF-8")));
        assertEquals(Language.CHINESE, Language.of(Map.of("PAYMAP_LANG", "zh", "LC_ALL", "en_US.UTF-8")));
        assertEquals(Language.CHINESE, Language.of(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "")));
        assertEquals(Language.CHINESE, Language.of(Map.of("PAYMAP_LOCALE", "zh_CN.UTF-8", "LC_ALL", "C.UTF-8")));
        assertEquals(Language.ENGLISH, Language.of(Map.of()));
    }

    @Test
    void countsFollowTheLanguage() {
        Language.ENGLISH.speak();
        assertEquals("1 page", Words.count(1, "page"));
        assertEquals("1,200 pages", Words.count(1200, "page"));
        assertEquals("100 % of 3", Words.say("%d %% of %d", 100, 3));
        assertEquals("b a null", Words.say("%2$s %1$s %3$s", "a", "b", null));
        assertEquals("%s of a", Words.say("%s of %s", "%s", "a"), "a value is no sentence");
        assertEquals("1,200 and 0.5", Words.say("%,d and %.1f", 1200, 0.5));
        Language.CHINESE.speak();
        assertEquals(Language.CHINESE, Language.current());
        assertEquals("nobody says this", Words.say("nobody says this"));
    }

    @Test
    void aSentenceThatIsSaidLaterIsEnglishForScripts() {
        Sentence sentence = Words.later("a line of more than %d characters", 7);
        Language.CHINESE.speak();
        assertEquals("a line of more than 7 characters", sentence.english());
        assertEquals("一行超过 7 个字符", sentence.said());
        assertEquals(sentence, Words.later("a line of more than %d characters", 7));
    }
}
