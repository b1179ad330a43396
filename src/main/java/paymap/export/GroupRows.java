package paymap.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.Group.Member;
import paymap.figures.PayFigures;
import paymap.salary.LikeForLike.Adjusted;
import paymap.salary.inference.Bounds;
import paymap.salary.inference.MedianInterval;

/**
 * The figures of groups for other programs, one object or line a group: what it is of, by the codes of
 * {@link Dimension}; {@code n} rows in the mean and the {@code openings} behind them; {@code undisclosed} rows that name
 * no pay; and the figures, to a tenth of a CNY by the basis of the question. Figures are null where fewer than
 * {@value PayFigures#ENOUGH} rows are in the mean, the interval of the median also where it takes more of them.
 */
public final class GroupRows {

    private static final List<String> FIGURES = List.of(
            "n",
            "openings",
            "undisclosed",
            "mean",
            "p10",
            "p25",
            "median",
            "p75",
            "p90",
            "median_low",
            "median_high",
            "adjusted_mean");

    private GroupRows() {}

    /** @param groups of the answer, in the order wanted */
    public static List<Map<String, @Nullable Object>> tree(Answer answer, List<PayFigures> groups) {
        return groups.stream().map(figures -> branch(answer, figures)).toList();
    }

    /**
     * Comma-separated values with a line of names, such that a spreadsheet computes nothing; nothing between two commas is
     * null. The last column, {@code made_up}, is 1 where any posting is invented.
     */
    public static String csv(Answer answer, List<PayFigures> groups, Predicate<Group> isMadeUp) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(text)) {
            List<String> names = new ArrayList<>();
            answer.question().by().dimensions().forEach(dimension -> names.add(dimension.code()));
            names.addAll(FIGURES);
            names.add("made_up");
            csv.writeRecord(names);
            for (PayFigures figures : groups) {
                List<@Nullable String> cells = new ArrayList<>();
                branch(answer, figures).values().forEach(value -> cells.add(cell(value)));
                cells.add(isMadeUp.test(figures.group()) ? "1" : "0");
                csv.writeRecord(cells.toArray(String[]::new));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return text.toString();
    }

    private static @Nullable String cell(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof BigDecimal number
                ? number.toPlainString()
                : value instanceof Long count ? count.toString() : SpreadsheetText.harmless(value.toString());
    }

    private static Map<String, @Nullable Object> branch(Answer answer, PayFigures figures) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        for (Member member : figures.group().members()) {
            branch.put(member.dimension().code(), member.isUnstated() ? null : member.value());
        }
        @Nullable Bounds interval = MedianInterval.of(figures.midpoints()).orElse(null);
        FIGURES.forEach(name -> branch.put(name, value(name, answer, figures, interval)));
        return branch;
    }

    private static @Nullable Object value(String name, Answer answer, PayFigures figures, @Nullable Bounds interval) {
        return switch (name) {
            case "n" -> figures.n();
            case "openings" -> figures.openings().n();
            case "undisclosed" -> figures.rows().undisclosed();
            case "mean" -> figure(figures, figures.rows().mean());
            case "p10" -> figure(figures, figures.quantile(0.1));
            case "p25" -> figure(figures, figures.quantile(0.25));
            case "median" -> figure(figures, figures.median());
            case "p75" -> figure(figures, figures.quantile(0.75));
            case "p90" -> figure(figures, figures.quantile(0.9));
            case "median_low" -> figure(figures, interval == null ? null : interval.low());
            case "median_high" -> figure(figures, interval == null ? null : interval.high());
            default -> adjusted(answer, figures.group());
        };
    }

    /** Of a single group there is nothing to be alike. */
    private static @Nullable BigDecimal adjusted(Answer answer, Group group) {
        return answer.likeForLike() == null || answer.likeForLike().groups().size() < 2
                ? null
                : answer.adjusted(group)
                        .map(Adjusted::mean)
                        .map(SummaryRows::tenths)
                        .orElse(null);
    }

    private static @Nullable BigDecimal figure(PayFigures figures, @Nullable Double value) {
        return figures.isEnough() ? SummaryRows.tenths(value) : null;
    }
}
