package paymap.cli.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Table;
import paymap.cli.rows.groups.GroupReport;
import paymap.cli.rows.groups.LikeForLikeLine;
import paymap.cli.rows.groups.NotInMean;
import paymap.cli.rows.groups.Shown;
import paymap.export.GroupRows;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.Grouping;
import paymap.figures.Question;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.job.MadeUpData;
import paymap.words.Sentence;
import paymap.words.Words;

/** What a question was answered, as text, JSON or CSV. */
final class StatsReport {

    private final RowFilterOptions.Figure figure;
    private final GroupReport report;
    private final List<String> madeUpSites;
    private final boolean plain;

    private StatsReport(RowFilterOptions.Figure figure, GroupReport report, List<String> madeUpSites, boolean plain) {
        this.figure = figure;
        this.report = report;
        this.madeUpSites = madeUpSites;
        this.plain = plain;
    }

    /**
     * @param plain whether the text is the table of cities alone
     * @throws CommandFailed if no row is as asked for
     */
    static StatsReport of(JobStore store, RowFilterOptions.Figure figure, boolean plain) {
        Question question = figure.question();
        Answer answer =
                plain || isOfEveryMix(question) ? Answer.of(store, question) : Answer.likeForLike(store, question);
        if (answer.groups().isEmpty()) {
            throw Nothing.of(store, question.filter());
        }
        GroupReport report = new GroupReport(
                answer,
                Shown.of(answer.groups(), 0, 0, isOfMany(figure)),
                question.by().dimensions().contains(Dimension.KEYWORD)
                        ? notInMean(store, question)
                        : NotInMean.of(answer.groups()),
                question.filter().conditions().pay() == null ? null : notInMean(store, ofAnyPay(question)));
        return new StatsReport(
                figure,
                report,
                question.filters().stream()
                        .filter(store::madeUp)
                        .map(Filter::site)
                        .toList(),
                plain);
    }

    /** Whether experience and education are the groups, and so nothing is left to be made alike. */
    private static boolean isOfEveryMix(Question question) {
        return question.by().dimensions().containsAll(List.of(Dimension.EXPERIENCE, Dimension.EDUCATION));
    }

    /** Whether there can be so many groups that those with most rows are the ones to see. */
    static boolean isOfMany(RowFilterOptions.Figure figure) {
        List<Dimension> by = figure.question().by().dimensions();
        return by.contains(Dimension.COMPANY) || by.contains(Dimension.DISTRICT);
    }

    /** By site, so that no row counts twice. */
    private static NotInMean notInMean(JobStore store, Question question) {
        Grouping bySite = new Grouping(List.of(Dimension.SITE));
        return NotInMean.of(Answer.of(store, new Question(bySite, question.basis(), question.filters()))
                .groups());
    }

    private static Question ofAnyPay(Question question) {
        return new Question(
                question.by(),
                question.basis(),
                question.filters().stream()
                        .map(rows -> new Filter(
                                rows.site(),
                                rows.keywords(),
                                rows.cities(),
                                rows.since(),
                                rows.conditions().ofAnyPay()))
                        .toList());
    }

    /**
     * The same with some of the groups.
     *
     * @param top so many with most rows; 0 = all
     * @param minN only those with at least so many rows in the mean
     */
    StatsReport only(int top, int minN) {
        Shown shown = Shown.of(report.answer().groups(), top, minN, isOfMany(figure));
        GroupReport some = new GroupReport(report.answer(), shown, report.notInMean(), report.nameNoPay());
        return new StatsReport(figure, some, madeUpSites, plain);
    }

    /** What was left out without being asked to; empty = nothing. */
    String note() {
        return figure.note();
    }

    String text(int columns) {
        String heading =
                Words.say("%s: %s", rows(), report.answer().question().unit().said());
        String below = plain ? PayTable.text(report.answer().groups(), columns) + noPay(columns) : report.text(columns);
        return Table.prose(Table.safe(heading), columns) + below;
    }

    private String noPay(int columns) {
        String line = report.noPayLine();
        return line.isEmpty() ? "" : Table.prose(line, columns);
    }

    private String rows() {
        List<String> parts = new ArrayList<>();
        parts.add(sites());
        String searched = figure.question().by().dimensions().contains(Dimension.KEYWORD)
                ? ""
                : KeywordText.named(figure.keywords());
        if (!searched.isEmpty()) {
            parts.add(searched);
        }
        if (!figure.question().by().dimensions().contains(Dimension.CITY)
                && !figure.filter().cities().isEmpty()) {
            parts.add(Words.list(figure.filter().cities()));
        }
        figure.question().conditions().stream().map(Sentence::said).forEach(parts::add);
        String rows = parts.stream()
                .reduce((one, next) -> Words.say("%s, %s", one, next))
                .orElse("");
        Filter filter = figure.filter();
        return filter.since() == null ? rows : Words.say("%s, seen since %s", rows, LocalTime.of(filter.since()));
    }

    private String sites() {
        return Words.list(figure.question().filters().stream()
                .map(rows -> MadeUpData.named(rows.site(), madeUpSites.contains(rows.site())))
                .toList());
    }

    String csv() {
        Predicate<Group> isMadeUp = figure.question().by().dimensions().contains(Dimension.SITE)
                ? group -> madeUpSites.contains(group.value(Dimension.SITE))
                : group -> !madeUpSites.isEmpty();
        return GroupRows.csv(report.answer(), report.shown().groups(), isMadeUp);
    }

    Map<String, @Nullable Object> tree() {
        Question question = figure.question();
        Filter filter = figure.filter();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("site", question.filters().size() == 1 ? filter.site() : null);
        if (question.by().dimensions().contains(Dimension.SITE)) {
            tree.put("sites", question.filters().stream().map(Filter::site).toList());
        }
        tree.put("made_up", !madeUpSites.isEmpty());
        tree.put("keyword", figure.keywords().only());
        tree.put("keywords", figure.keywords().taken());
        tree.put("other_keywords", figure.keywords().left());
        if (!figure.note().isEmpty()) {
            tree.put("note", figure.note());
        }
        if (filter.since() != null) {
            tree.put("since", filter.since().toString());
        }
        tree.put("conditions", ConditionTree.of(filter));
        tree.put("by", question.by().dimensions().stream().map(Dimension::code).toList());
        tree.put("basis", question.basis().code());
        tree.put("unit", question.unit().english());
        addFigures(tree);
        return tree;
    }

    private void addFigures(Map<String, @Nullable Object> tree) {
        Answer answer = report.answer();
        if (answer.question().by().isBy(Dimension.CITY)) {
            tree.put("cities", PayTable.tree(report.shown().groups()));
        }
        tree.put("groups", GroupRows.tree(answer, report.shown().groups()));
        tree.put(
                "more_groups",
                report.shown().more().groups() + report.shown().tooFew().groups());
        tree.put(
                "more_rows",
                report.shown().more().rows() + report.shown().tooFew().rows());
        tree.put("not_in_mean", report.notInMean().tree());
        NotInMean nameNoPay = report.nameNoPay();
        if (nameNoPay != null) {
            tree.put("left_out_by_pay", nameNoPay.tree());
        }
        tree.put("like_for_like", LikeForLikeLine.tree(answer));
    }
}
