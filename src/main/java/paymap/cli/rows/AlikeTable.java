package paymap.cli.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.export.FigureTree;
import paymap.figures.PayChange;
import paymap.figures.PayChange.Alike;
import paymap.salary.LikeForLike;
import paymap.salary.MedianOfChanges;
import paymap.words.Words;

/** The change of each city like for like, beside that of its median. */
final class AlikeTable {

    private AlikeTable() {}

    static String text(List<PayChange> cities, int columns) {
        if (cities.stream().map(PayChange::alike).allMatch(Objects::isNull)) {
            return Table.prose(
                    Words.say(
                            "Like for like: too few cells are in both runs; it takes %d titles of a city, or a step of"
                                    + " experience with %d rows each time.",
                            PayChange.FEWEST_TITLES, LikeForLike.FEWEST_ROWS),
                    columns);
        }
        Table table = new Table(
                Words.say("City"),
                Words.say("median change"),
                Words.say("like-for-like change"),
                Words.say("cells"),
                Words.say("their rows"));
        cities.forEach(city -> row(table, city));
        return Table.prose(
                        Words.say("Like for like: the median of how the median pay of each cell in both runs changed."),
                        columns)
                + table.text(columns);
    }

    private static void row(Table table, PayChange city) {
        String raw = TrendReport.change(city.before().median(), city.after().median());
        Alike alike = city.alike();
        if (alike == null) {
            table.row(city.city(), raw, "-", "-", "-");
            return;
        }
        MedianOfChanges change = alike.change();
        table.row(
                city.city(),
                raw,
                TrendReport.change(told(change.change()), told(change.percent())),
                cells(alike),
                change.rowsBefore() + " -> " + change.rowsAfter());
    }

    private static String cells(Alike alike) {
        int cells = alike.change().cells();
        return switch (alike.cells()) {
            case TITLE -> Words.count(cells, "title");
            case EXPERIENCE -> Words.count(cells, "experience step");
        };
    }

    private static double told(@Nullable Double figure) {
        return Objects.requireNonNull(figure, "there is a cell, and so a change");
    }

    /** For scripts; null where there is none. */
    static @Nullable Map<String, @Nullable Object> tree(@Nullable Alike alike) {
        if (alike == null) {
            return null;
        }
        MedianOfChanges change = alike.change();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("by", alike.cells().code());
        tree.put("cells", change.cells());
        tree.put("rows_before", change.rowsBefore());
        tree.put("rows_after", change.rowsAfter());
        tree.put("change", FigureTree.tenths(change.change()));
        tree.put("percent", FigureTree.tenths(change.percent()));
        return tree;
    }
}
