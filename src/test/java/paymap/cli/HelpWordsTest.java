package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.json.JsonMapper;

/** Holds the Chinese of help against the texts of the real command line. */
class HelpWordsTest {

    @Test
    void everyTextOfHelpHasItsChinese() throws Exception {
        Set<String> missing = texts();
        missing.removeAll(catalogue());
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyEntryIsATextOfHelp() throws Exception {
        Set<String> idle = catalogue();
        idle.removeAll(texts());
        assertEquals(Set.of(), idle);
    }

    @Test
    void theTextsAreFound() {
        assertTrue(texts().size() > 100);
        assertEquals("pages", words("  paymap import x.har     pages"));
        assertEquals("", words("  paymap import x.har"));
        assertEquals("Prose.", words("Prose."));
    }

    private static Set<String> catalogue() throws Exception {
        try (InputStream file = Paymap.class.getResourceAsStream("/paymap/words/zh-help.json")) {
            return new TreeSet<>(JsonMapper.builder().build().readTree(file).propertyNames());
        }
    }

    private static Set<String> texts() {
        Set<String> texts =
                new TreeSet<>(List.of(PlainHelp.USAGE, PlainHelp.COMMANDS, PlainHelp.OPTIONS, PlainHelp.COMMAND));
        CommandLine all = Commands.all();
        Stream.concat(
                        Stream.of(all),
                        all.getSubcommands().values().stream()
                                .flatMap(command ->
                                        Stream.concat(Stream.of(command), command.getSubcommands().values().stream())))
                .map(CommandLine::getCommandSpec)
                .forEach(command -> texts.addAll(texts(command)));
        texts.remove("");
        return texts;
    }

    private static List<String> texts(CommandSpec command) {
        List<String> texts = new ArrayList<>(List.of(command.usageMessage().description()));
        for (ArgSpec argument : command.args()) {
            texts.add(PlainHelp.description(argument));
        }
        for (String paragraph : PlainHelp.paragraphs(command.usageMessage().footer())) {
            texts.add(words(paragraph));
        }
        return texts;
    }

    private static String words(String paragraph) {
        return paragraph.substring(PlainHelp.words(paragraph));
    }
}
