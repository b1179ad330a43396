package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.console.Terminal;

class SubcommandTest {

    @Test
    void eachIsCalledByItsWordAndHelpListsThemInThisOrder() {
        List<String> words =
                Arrays.stream(Subcommand.values()).map(Subcommand::word).toList();

        assertEquals(words, Commands.names().toList());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CONFIG", "COMPLETION", "HELP"})
    void whatIsNamedFirstIsPutTogetherAlone(Subcommand named) {
        assertEquals(Set.of(named), Subcommand.of(named.word(), "--lang", "zh"));
        assertEquals(
                Set.of(named.word()),
                Commands.all(Terminal.of(System.out, System.err), named.word())
                        .getSubcommands()
                        .keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "completion", "help", "--help", "stat", "STATS", ""})
    void whatTellsOfOthersHasThemAll(String first) {
        assertEquals(EnumSet.allOf(Subcommand.class), Subcommand.of(first, "stats"));
    }

    @Test
    void nothingTypedHasThemAllToTellOf() {
        assertEquals(EnumSet.allOf(Subcommand.class), Subcommand.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"crawl", "help", "completion"})
    void aWordOfAnotherCommandIsOnlyAnArgument(String word) {
        Ran ran = Ran.paymap("runs", word);

        assertEquals(2, ran.exitCode());
        assertEquals(
                "paymap: one argument too many: \"" + word + "\"",
                ran.err().lines().findFirst().orElse(""));
    }
}
