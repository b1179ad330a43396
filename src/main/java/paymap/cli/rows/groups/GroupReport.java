package paymap.cli.rows.groups;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.NotInMean;
import paymap.figures.PayFigures;
import paymap.figures.Shown;
import paymap.words.Words;

/**
 * The table of an answer and what must be said below it.
 *
 * @param shown of its groups
 * @param notInMean of all its rows, each counted once
 * @param nameNoPay rows that a condition of pay leaves out because they have none to compare; null = there is no such
 *     condition
 */
public record GroupReport(
        Answer answer,
        Shown shown,
        NotInMean notInMean,
        @Nullable NotInMean nameNoPay) {

    /** @param columns that a line may take */
    public String text(int columns) {
        GroupTable table = new GroupTable(answer, shown.groups(), columns);
        StringBuilder text = new StringBuilder(table.text());
        for (String line : lines(table.missing(), columns)) {
            text.append(Table.prose(line, columns));
        }
        return text.toString();
    }

    private List<String> lines(List<String> missing, int columns) {
        List<String> lines = new ArrayList<>();
        if (!shown.more().isNone()) {
            lines.add(Words.say(
                    "and %s with %s; --top 0 shows all",
                    Words.count(shown.more().groups(), "more group"),
                    Words.count(shown.more().rows(), "row")));
        }
        if (!shown.tooFew().isNone()) {
            lines.add(Words.say(
                    "and %s with %s that --min-n leaves out",
                    Words.count(shown.tooFew().groups(), "group"),
                    Words.count(shown.tooFew().rows(), "row")));
        }
        if (shown.groups().stream().anyMatch(PayFigures::isSmall)) {
            lines.add(Words.say(
                    "* fewer than %d rows: a small sample; of fewer than %d only n is told.",
                    PayFigures.PLENTY, PayFigures.ENOUGH));
        }
        if (notInMean.total() > 0) {
            lines.add(Words.say(
                    "Not in the mean: %s.", notInMean.words(answer.question().basis())));
        }
        lines.addAll(ofConditions());
        if (!missing.isEmpty()) {
            lines.add(Words.say("No place in %d columns for: %s.", columns, Words.list(missing)));
        }
        return lines;
    }

    private List<String> ofConditions() {
        List<String> lines = new ArrayList<>();
        if (!noPayLine().isEmpty()) {
            lines.add(noPayLine());
        }
        if (answer.question().by().dimensions().contains(Dimension.KEYWORD)
                && answer.groups().size() > 1) {
            lines.add(Words.say("A row that several searches found is in the group of each."));
        }
        String likeForLike = LikeForLikeLine.text(answer);
        if (!likeForLike.isEmpty()) {
            lines.add(likeForLike);
        }
        return lines;
    }

    /** How many rows a condition of pay leaves out without knowing; empty = none. */
    public String noPayLine() {
        return nameNoPay == null || nameNoPay.total() == 0
                ? ""
                : Words.say(
                        "Left out by the condition of pay, as they have no midpoint to compare: %s (%s).",
                        Words.count(nameNoPay.total(), "row"),
                        nameNoPay.words(answer.question().basis()));
    }
}
