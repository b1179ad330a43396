package paymap.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import paymap.chart.ChartFigures;
import paymap.chart.ChartKind;
import paymap.chart.figures.ChartData;
import paymap.export.FigureTree;
import paymap.export.GroupRows;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.NotInMean;
import paymap.figures.PayFigures;
import paymap.figures.Shown;
import paymap.page.rows.RowTable;

/** The figures of a view: what the command line tells of the same question. */
final class Figures {

    /** Names of districts have no end, and a picture has. */
    private static final int MOST_DRAWN = 20;

    private final Stock stock;
    private final RowTable rows;
    private final Asked asked;

    Figures(Stock stock, Asked asked) {
        this.stock = stock;
        this.rows = stock.rows();
        this.asked = asked;
    }

    Answer answer() {
        return stock.answer(rows, asked.question());
    }

    /** As {@code stats --json} prints it. */
    Map<String, @Nullable Object> tree() {
        Answer answer = answer();
        List<PayFigures> shown = Shown.all(answer).groups();
        Map<String, @Nullable Object> tree = FigureTree.source(
                asked.question(),
                asked.source().keywords(),
                asked.question().by().dimensions(),
                asked.madeUpSites(),
                "");
        tree.putAll(FigureTree.figures(
                answer, shown, 0, NotInMean.of(rows, answer), NotInMean.leftOutByPay(rows, asked.question())));
        return tree;
    }

    /** As {@code stats --csv} prints it. */
    String csv() {
        Answer answer = answer();
        Predicate<Group> isMadeUp = asked.question().by().dimensions().contains(Dimension.SITE)
                ? group -> asked.madeUpSites().contains(group.value(Dimension.SITE))
                : group -> !asked.madeUpSites().isEmpty();
        return GroupRows.csv(answer, Shown.all(answer).groups(), isMadeUp);
    }

    /**
     * What pictures are drawn of.
     *
     * @param only the pictures wanted; empty = any
     * @return empty = no row is as the view wants
     */
    Optional<ChartData> drawn(Set<ChartKind> only) {
        Optional<ChartData> data = ChartFigures.read(rows, stock::history, asked.source(), only);
        return asked.question().by().by().contains(Dimension.DISTRICT)
                ? data.map(all -> all.only(0, MOST_DRAWN))
                : data;
    }
}
