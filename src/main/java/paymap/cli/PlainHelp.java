package paymap.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import paymap.cli.console.Table;
import paymap.words.Words;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Help in the language of the person and as wide as the terminal. Its lines end at blanks only, or in Chinese: picocli's own
 * end inside {@code 4-box} and {@code ::/120}. The texts are those of the annotations; the room {@code help} of the
 * catalogue holds their Chinese.
 */
final class PlainHelp implements IHelpFactory {

    static final String USAGE = "Usage: ";
    static final String COMMANDS = "Commands:";
    static final String OPTIONS = "[OPTIONS]";
    static final String COMMAND = "[COMMAND]";

    private static final String DEFAULT = "${DEFAULT-VALUE}";
    private static final String CANDIDATES = "${COMPLETION-CANDIDATES}";

    /** What names of options take, before what is said of them. */
    private static final int NAMES = 24;

    @Override
    public Help create(CommandSpec command, Help.ColorScheme colours) {
        UsageMessageSpec usage = command.usageMessage();
        usage.description(Arrays.stream(usage.description()).map(Words::text).toArray(String[]::new));
        usage.synopsisHeading(Words.text(USAGE)).commandListHeading(Words.text(COMMANDS) + "%n");
        usage.synopsisSubcommandLabel(Words.text(COMMAND));
        return new InWords(command, colours);
    }

    /** Lines that stand below each other are a paragraph; examples, which are indented, are not. */
    static List<String> paragraphs(String[] footer) {
        List<String> paragraphs = new ArrayList<>();
        boolean goesOn = false;
        for (String line : footer) {
            boolean prose = !line.isBlank() && !line.startsWith(" ");
            int last = paragraphs.size() - 1;
            if (prose && goesOn) {
                paragraphs.set(last, paragraphs.get(last) + " " + line);
            } else {
                paragraphs.add(line);
            }
            goesOn = prose;
        }
        return paragraphs;
    }

    /** Where the words of a paragraph begin: prose is all words, an example has but the note behind it, if any. */
    static int words(String paragraph) {
        if (!paragraph.startsWith(" ")) {
            return 0;
        }
        return paragraph.stripLeading().contains("  ") ? paragraph.lastIndexOf("  ") + 2 : paragraph.length();
    }

    /** As it stands in the annotation, before a default or a list is put in. */
    static String description(ArgSpec argument) {
        String[] lines = argument instanceof OptionSpec option
                ? OptionSpec.builder(option).description()
                : PositionalParamSpec.builder((PositionalParamSpec) argument).description();
        return String.join(" ", lines);
    }

    private static String translated(String paragraph) {
        int words = words(paragraph);
        return paragraph.substring(0, words) + Words.text(paragraph.substring(words));
    }

    private static final class InWords extends Help {

        private final int width;

        InWords(CommandSpec command, ColorScheme colours) {
            super(command, colours);
            this.width = command.usageMessage().width();
        }

        @Override
        public String abbreviatedSynopsis() {
            return super.abbreviatedSynopsis().replace(OPTIONS, Words.text(OPTIONS));
        }

        @Override
        public String description(Object... values) {
            return lines(commandSpec().usageMessage().description());
        }

        @Override
        public String footer(Object... values) {
            return lines(paragraphs(commandSpec().usageMessage().footer()).stream()
                    .map(PlainHelp::translated)
                    .toArray(String[]::new));
        }

        @Override
        public Layout createDefaultLayout(
                List<OptionSpec> options, List<PositionalParamSpec> positionals, ColorScheme scheme) {
            Described described = new Described(this);
            return new Layout(scheme, new Descriptions(scheme, width), described, described);
        }

        private String lines(String[] paragraphs) {
            StringBuilder text = new StringBuilder();
            for (String paragraph : paragraphs) {
                for (String line : Table.wrapped(paragraph, width)) {
                    text.append(line).append(System.lineSeparator());
                }
            }
            return text.toString();
        }
    }

    /** What picocli makes of an option or parameter, but for what is said of it. */
    private record Described(Help help) implements Help.IOptionRenderer, Help.IParameterRenderer {

        @Override
        public Help.Ansi.Text[][] render(OptionSpec option, Help.IParamLabelRenderer label, Help.ColorScheme colours) {
            return described(help.createDefaultOptionRenderer().render(option, label, colours), option, colours);
        }

        @Override
        public Help.Ansi.Text[][] render(
                PositionalParamSpec parameter, Help.IParamLabelRenderer label, Help.ColorScheme colours) {
            return described(
                    help.createDefaultParameterRenderer().render(parameter, label, colours), parameter, colours);
        }

        private static Help.Ansi.Text[][] described(
                Help.Ansi.Text[][] rows, ArgSpec argument, Help.ColorScheme colours) {
            String text = Words.text(description(argument));
            if (text.contains(CANDIDATES)) {
                text = text.replace(CANDIDATES, String.join(", ", argument.completionCandidates()));
            }
            if (text.contains(DEFAULT)) {
                text = text.replace(DEFAULT, argument.defaultValueString(false));
            }
            rows[0][rows[0].length - 1] = colours.text(text);
            return rows;
        }
    }

    private static final class Descriptions extends Help.TextTable {

        private final Help.ColorScheme colours;

        Descriptions(Help.ColorScheme colours, int width) {
            super(colours, forDefaultColumns(colours, NAMES, width).columns());
            this.colours = colours;
        }

        @Override
        public Cell putValue(int row, int column, Help.Ansi.Text value) {
            Help.Column place = columns()[column];
            if (place.overflow != Help.Column.Overflow.WRAP) {
                return super.putValue(row, column, value);
            }
            Cell last = new Cell(column, row);
            for (String line : Table.wrapped(value.plainString(), place.width - place.indent - indentWrappedLines)) {
                boolean first =
                        last.row == row && textAt(row, column).plainString().isBlank();
                if (!first) {
                    addEmptyRow();
                }
                last = super.putValue(rowCount() - 1, column, colours.ansi().new Text((first ? "" : "  ") + line));
            }
            return last;
        }
    }
}
