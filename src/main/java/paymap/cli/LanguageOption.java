package paymap.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.words.Language;
import paymap.words.Words;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code --lang}: the language a run speaks, which is settled before anything is said. The one of {@code chart} is its own:
 * it names the languages of the pictures, and the first of them is spoken.
 */
final class LanguageOption {

    static final String NAME = "--lang";

    private LanguageOption() {}

    /** For every command that has none yet. Nobody asks for its value: it was read before. */
    static OptionSpec spec() {
        return OptionSpec.builder(NAME)
                .paramLabel("LANGUAGE")
                .type(String.class)
                .completionCandidates(List.of("en", "zh"))
                .description("en or zh; default: as LANG says.")
                .build();
    }

    /**
     * Lets this process speak the language that is typed, if any is.
     *
     * @return a sentence about one that it does not speak; null = all is well
     */
    static @Nullable String speak(String... args) {
        String typed = typed(args);
        if (typed == null) {
            return null;
        }
        boolean pictures = args[0].equals("chart");
        Optional<Language> language = Language.of(typed);
        if (language.isPresent() && (pictures || typed.indexOf(',') < 0)) {
            language.get().speak();
            return null;
        }
        return pictures
                ? null
                : Words.say("unknown language: \"%s\"; allowed: %s", typed, Words.list(List.of("en", "zh")));
    }

    /** What is typed for it, the last where there are several; null = nothing. */
    static @Nullable String typed(String... args) {
        String typed = null;
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            if (args[i].equals(NAME) && i + 1 < args.length) {
                typed = args[++i];
            } else if (args[i].startsWith(NAME + "=")) {
                typed = args[i].substring(NAME.length() + 1);
            }
        }
        return typed;
    }
}
