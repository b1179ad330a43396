package paymap.cli.rows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Json;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.rows.compare.ComparisonReport;
import paymap.cli.rows.compare.StandingReport;
import paymap.figures.Answer;
import paymap.figures.Pair;
import paymap.figures.PayFigures;
import paymap.figures.Question;
import paymap.salary.PayAmount;
import paymap.store.Store;
import picocli.CommandLine.Option;

/** The questions that set something beside what is offered: one's own pay, or one group beside another. */
final class ContrastOptions {

    private static final String ME = "--me";

    @Option(
            names = ME,
            paramLabel = "PAY",
            description =
                    "Where this pay stands among what is offered, e.g. 22k, 22000 or 2.2万; in each group with --by.")
    private @Nullable String me;

    @Option(
            names = ComparedRows.COMPARE,
            paramLabel = "WHAT=A,B",
            description =
                    "Two groups beside each other, e.g. city=bj,sh, experience=3-5,5-10 or keyword=python,java: how far"
                            + " they differ, how sure that is, and like for like.")
    private @Nullable String compare;

    /** The questions that were asked, as they were typed. */
    List<String> typed() {
        return Stream.concat(
                        Stream.ofNullable(me).map(any -> ME),
                        Stream.ofNullable(compare).map(any -> ComparedRows.COMPARE))
                .toList();
    }

    boolean wanted() {
        return me != null || compare != null;
    }

    /** Whether options of grouping go with what was asked. */
    boolean isOfGroups() {
        return me != null;
    }

    /** @throws IllegalArgumentException if a pay is no amount, or what is compared are no two groups */
    void check(GroupingOptions groups) {
        if (me != null) {
            PayAmount.of(ME, me, groups.basis());
        }
        if (compare != null) {
            Pair.of(compare);
        }
    }

    /**
     * Prints it.
     *
     * @throws IllegalArgumentException if what was typed makes no sense
     * @throws paymap.cli.console.CommandFailed if no row is as asked for
     */
    void tell(Terminal terminal, Store store, RowFilterOptions rows, GroupingOptions groups, boolean json) {
        if (me != null) {
            tellStanding(terminal, store, rows.figure(store, Instant.now(), groups.by(), groups.basis()), groups, json);
        } else if (compare != null) {
            ComparedRows compared = ComparedRows.of(store, rows, Pair.of(compare), groups.basis());
            ComparisonReport report = new ComparisonReport(compared.contrast());
            print(terminal, FigureSource.of(store, compared.figure()), report::text, json ? report::tree : null);
        }
    }

    /** Of all rows together, unless somebody says what tells them apart. */
    private void tellStanding(
            Terminal terminal, Store store, RowFilterOptions.Figure figure, GroupingOptions groups, boolean json) {
        Question question = figure.question();
        List<PayFigures> pay =
                groups.isGrouped() ? Answer.of(store, question).groups() : Answer.together(store, question);
        if (pay.isEmpty()) {
            throw Nothing.of(store, figure.filter());
        }
        int mine = PayAmount.of(ME, String.valueOf(me), groups.basis());
        StandingReport report = new StandingReport(mine, question.basis(), pay);
        FigureSource source = FigureSource.of(store, figure);
        print(terminal, groups.isGrouped() ? source : source.together(), report::text, json ? report::tree : null);
    }

    /**
     * @param text of so many columns, below the heading
     * @param figures what goes into an object beside where they are from; null = for a person
     */
    private static void print(
            Terminal terminal,
            FigureSource source,
            IntFunction<String> text,
            @Nullable Supplier<Map<String, @Nullable Object>> figures) {
        if (figures != null) {
            Map<String, @Nullable Object> tree = source.tree();
            tree.putAll(figures.get());
            terminal.out().println(Json.text(tree));
            return;
        }
        int columns = terminal.tableColumns();
        terminal.out().print(source.heading(columns) + text.apply(columns));
        if (!source.figure().note().isEmpty()) {
            terminal.err().println(Table.safe(source.figure().note()));
        }
    }
}
