package paymap.cli.rows.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.Group.Member;
import paymap.figures.PayFigures;
import paymap.job.MadeUpData;
import paymap.salary.LikeForLike.Adjusted;
import paymap.salary.SalaryStatistics;
import paymap.salary.inference.MedianInterval;
import paymap.words.Numbers;
import paymap.words.Words;

/** Figures of groups, one line each; the narrower the terminal, the fewer columns. */
final class GroupTable {

    /** Wider names of companies would leave no place for figures. */
    private static final int WIDEST_NAME = 30;

    private static final String NONE = "-";

    /** From left to right. */
    private enum Column {
        N(5),
        MEAN(5),
        LIKE_FOR_LIKE(4),
        MEDIAN(5),
        INTERVAL(5),
        P10(2),
        P25(3),
        P75(3),
        P90(2),
        UNDISCLOSED(1),
        NOT_IN_MEAN(0);

        /** Columns of the least worth go first where there is no place for all. */
        private final int worth;

        Column(int worth) {
            this.worth = worth;
        }

        String head() {
            return switch (this) {
                case N -> Words.say("n");
                case MEAN -> Words.say("mean");
                case LIKE_FOR_LIKE -> Words.say("like for like");
                case MEDIAN -> Words.say("median");
                case INTERVAL -> Words.say("95 %% interval");
                case P10, P25, P75, P90 -> name();
                case UNDISCLOSED -> Words.say("undisclosed");
                case NOT_IN_MEAN -> Words.say("not in mean");
            };
        }
    }

    private final Answer answer;
    private final List<PayFigures> groups;
    private final int most;
    private final boolean marked;
    private final List<Column> columns;

    /** @param most columns of a terminal that it may take */
    GroupTable(Answer answer, List<PayFigures> groups, int most) {
        this.answer = answer;
        this.groups = groups;
        this.most = most;
        this.marked = groups.stream().anyMatch(PayFigures::isSmall);
        this.columns = fitting();
    }

    private List<Column> fitting() {
        List<Column> all = Arrays.stream(Column.values()).filter(this::isTold).toList();
        for (int worth = 0; ; worth++) {
            int least = worth;
            List<Column> some =
                    all.stream().filter(column -> column.worth >= least).toList();
            if (worth == Column.N.worth || table(some).fits(most)) {
                return some;
            }
        }
    }

    /** Where pay is a condition, every row has a figure. */
    private boolean isTold(Column column) {
        return switch (column) {
            case LIKE_FOR_LIKE -> LikeForLikeLine.isTold(answer);
            case UNDISCLOSED, NOT_IN_MEAN ->
                answer.question().filter().conditions().pay() == null;
            case N, MEAN, MEDIAN, INTERVAL, P10, P25, P75, P90 -> true;
        };
    }

    /** The heads of the columns that there is no place for. */
    List<String> missing() {
        return Arrays.stream(Column.values())
                .filter(column -> !columns.contains(column))
                .filter(this::isTold)
                .map(Column::head)
                .toList();
    }

    String text() {
        return table(columns).text(most);
    }

    private Table table(List<Column> some) {
        int labels = answer.question().by().dimensions().size();
        Stream<String> head = answer.question().by().dimensions().stream().map(dimension -> dimension.words());
        Table table =
                new Table(Stream.concat(head, some.stream().map(Column::head)).toArray(String[]::new));
        for (PayFigures figures : groups) {
            List<Object> cells = new ArrayList<>();
            figures.group().members().forEach(member -> cells.add(name(member)));
            some.forEach(column -> cells.add(cell(column, figures)));
            table.row(cells.toArray());
        }
        return table.labels(labels);
    }

    private String name(Member member) {
        boolean saysMadeUp = member.dimension() == Dimension.SITE && MadeUpData.isSaidByName(member.value());
        String name = Table.safe(saysMadeUp ? MadeUpData.named(member.value(), true) : member.words());
        if (most == Integer.MAX_VALUE || Table.columns(name) <= WIDEST_NAME) {
            return name;
        }
        int end = name.length();
        while (Table.columns(name.substring(0, end)) >= WIDEST_NAME) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + "…";
    }

    private String cell(Column column, PayFigures figures) {
        if (column == Column.N) {
            String mark = figures.isSmall() ? "*" : marked ? " " : "";
            return Numbers.grouped(figures.n()) + mark;
        }
        return figures.isEnough() ? figure(column, figures) : NONE;
    }

    private String figure(Column column, PayFigures figures) {
        SalaryStatistics rows = figures.rows();
        return switch (column) {
            case N -> String.valueOf(figures.n());
            case MEAN -> whole(rows.mean());
            case LIKE_FOR_LIKE ->
                whole(answer.adjusted(figures.group()).map(Adjusted::mean).orElse(null));
            case MEDIAN -> whole(figures.median());
            case INTERVAL ->
                MedianInterval.of(figures.midpoints())
                        .map(bounds -> whole(bounds.low()) + "-" + whole(bounds.high()))
                        .orElse(NONE);
            case P10 -> whole(figures.quantile(0.1));
            case P25 -> whole(figures.quantile(0.25));
            case P75 -> whole(figures.quantile(0.75));
            case P90 -> whole(figures.quantile(0.9));
            case UNDISCLOSED -> percent(rows.undisclosed(), rows.total());
            case NOT_IN_MEAN -> Numbers.grouped(rows.notInMean());
        };
    }

    private static String whole(@Nullable Double value) {
        return value == null ? NONE : Numbers.grouped(value, 0);
    }

    /** Whole, but never 0 or 100 of what is neither. */
    private static String percent(long part, long all) {
        long whole = Math.round(100.0 * part / all);
        return part > 0 && whole == 0 ? "<1%" : part < all && whole == 100 ? ">99%" : whole + "%";
    }
}
