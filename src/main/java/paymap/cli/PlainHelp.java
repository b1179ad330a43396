package paymap.cli;

import java.util.ArrayList;
import java.util.List;
import paymap.cli.console.Table;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Help as wide as the terminal whose lines end at blanks only: picocli's own end inside {@code 4-box} and {@code ::/120}. */
final class PlainHelp implements IHelpFactory {

    /** What names of options take, before what is said of them. */
    private static final int NAMES = 24;

    @Override
    public Help create(CommandSpec command, Help.ColorScheme colours) {
        int width = command.usageMessage().width();
        command.usageMessage().footer(laidOut(command.usageMessage().footer(), width));
        return new Help(command, colours) {
            @Override
            public Layout createDefaultLayout(
                    List<OptionSpec> options, List<PositionalParamSpec> positionals, ColorScheme scheme) {
                return new Layout(
                        scheme,
                        new Words(scheme, width),
                        createDefaultOptionRenderer(),
                        createDefaultParameterRenderer());
            }
        };
    }

    /** Lines that stand below each other are a paragraph; examples, which are indented, are not. */
    private static String[] laidOut(String[] footer, int width) {
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
        return paragraphs.stream()
                .flatMap(text -> Table.wrapped(text, width).stream())
                .toArray(String[]::new);
    }

    private static final class Words extends Help.TextTable {

        private final Help.ColorScheme colours;

        Words(Help.ColorScheme colours, int width) {
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
