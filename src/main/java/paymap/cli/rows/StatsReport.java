package paymap.cli.rows;

import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Table;
import paymap.cli.rows.groups.GroupReport;
import paymap.export.FigureTree;
import paymap.export.GroupRows;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.NotInMean;
import paymap.figures.Question;
import paymap.figures.Shown;
import paymap.job.JobStore;

/** What a question was answered, as text, JSON or CSV. */
final class StatsReport {

    private final FigureSource source;
    private final GroupReport report;
    private final boolean plain;

    private StatsReport(FigureSource source, GroupReport report, boolean plain) {
        this.source = source;
        this.report = report;
        this.plain = plain;
    }

    /**
     * @param plain whether the text is the table of cities alone
     * @throws CommandFailed if no row is as asked for
     */
    static StatsReport of(JobStore store, RowFilterOptions.Figure figure, boolean plain) {
        Question question = figure.question();
        Answer answer = plain ? Answer.of(store, question) : Answer.likeForLike(store, question);
        if (answer.groups().isEmpty()) {
            throw Nothing.of(store, question.filter());
        }
        GroupReport report = new GroupReport(
                answer, Shown.all(answer), NotInMean.of(store, answer), NotInMean.leftOutByPay(store, question));
        return new StatsReport(FigureSource.of(store, figure), report, plain);
    }

    /** Whether there can be so many groups that those with most rows are the ones to see. */
    static boolean isOfMany(RowFilterOptions.Figure figure) {
        return Shown.isOfMany(figure.question().by());
    }

    /**
     * The same with some of the groups.
     *
     * @param top so many with most rows; 0 = all
     * @param minN only those with at least so many rows in the mean
     */
    StatsReport only(int top, int minN) {
        Shown shown = Shown.of(report.answer().groups(), top, minN, isOfMany(source.figure()));
        GroupReport some = new GroupReport(report.answer(), shown, report.notInMean(), report.nameNoPay());
        return new StatsReport(source, some, plain);
    }

    /** What was left out without being asked to; empty = nothing. */
    String note() {
        return source.figure().note();
    }

    String text(int columns) {
        String below = plain ? PayTable.text(report.answer().groups(), columns) + noPay(columns) : report.text(columns);
        return source.heading(columns) + below;
    }

    private String noPay(int columns) {
        String line = report.noPayLine();
        return line.isEmpty() ? "" : Table.prose(line, columns);
    }

    String csv() {
        Predicate<Group> isMadeUp = source.figure().question().by().dimensions().contains(Dimension.SITE)
                ? group -> source.madeUpSites().contains(group.value(Dimension.SITE))
                : group -> !source.madeUpSites().isEmpty();
        return GroupRows.csv(report.answer(), report.shown().groups(), isMadeUp);
    }

    Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = source.tree();
        Shown shown = report.shown();
        tree.putAll(FigureTree.figures(
                report.answer(),
                shown.groups(),
                shown.more().rows() + shown.tooFew().rows(),
                report.notInMean(),
                report.nameNoPay()));
        return tree;
    }
}
