package paymap.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.figures.Dimension;
import paymap.figures.PayFigures;
import paymap.figures.PaySource;
import paymap.job.JobStore.Collected;
import paymap.salary.SalaryStatistics;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures behind the pictures, for other programs: one line or object a city, in whole or tenths of a CNY a month. */
public final class SummaryRows {

    private SummaryRows() {}

    /**
     * Comma-separated values with a line of names. A figure is empty where no posting is in it; several keywords that are
     * taken together stand with a plus between them, and {@code ""} is rows without one; {@code made_up} is 1 where
     * any posting is invented.
     */
    public static String csv(PaySource source, List<PayFigures> cities) {
        StringWriter text = new StringWriter();
        String keyword =
                SpreadsheetText.harmless(String.join(" + ", source.keywords().taken()));
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(text)) {
            csv.writeRecord("city", "n", "mean", "p25", "median", "p75", "not_drawn", "keyword", "made_up");
            for (PayFigures city : cities) {
                SalaryStatistics figures = city.rows();
                csv.writeRecord(
                        SpreadsheetText.harmless(city.group().value(Dimension.CITY)),
                        Long.toString(figures.n()),
                        plain(figures.mean()),
                        plain(figures.p25()),
                        plain(figures.median()),
                        plain(figures.p75()),
                        Long.toString(figures.notInMean()),
                        keyword,
                        source.madeUp() ? "1" : "0");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return text.toString();
    }

    /** The same figures as JSON, with where they are from and why postings are not in them; null where there is none. */
    public static String json(PaySource source, List<PayFigures> cities) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("site", source.site());
        tree.put("made_up", source.madeUp());
        tree.put("keyword", source.keywords().only());
        tree.put("keywords", source.keywords().taken());
        tree.put("other_keywords", source.keywords().left());
        if (source.since() != null) {
            tree.put("since", source.since().toString());
        }
        tree.put("collected", collected(source.collected()));
        tree.put("unit", source.question().unit().english());
        tree.put("cities", cities.stream().map(SummaryRows::tree).toList());
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(tree)
                + "\n";
    }

    private static Map<String, @Nullable Object> collected(@Nullable Collected collected) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("first", collected == null ? null : collected.first());
        branch.put("last", collected == null ? null : collected.last());
        return branch;
    }

    private static Map<String, @Nullable Object> tree(PayFigures city) {
        SalaryStatistics figures = city.rows();
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("city", city.group().value(Dimension.CITY));
        branch.put("n", figures.n());
        branch.put("mean", tenths(figures.mean()));
        branch.put("p25", tenths(figures.p25()));
        branch.put("median", tenths(figures.median()));
        branch.put("p75", tenths(figures.p75()));
        branch.put("not_drawn", figures.notInMean());
        Map<String, Object> why = new LinkedHashMap<>();
        why.put("open_ended", figures.openEnded());
        why.put("undisclosed", figures.undisclosed());
        why.put("day_or_hour_rate", figures.dayOrHourRate());
        why.put("unreadable", figures.unreadable());
        branch.put("why", why);
        return branch;
    }

    /** {@code 25612.5}, and {@code 25600} without a useless zero. */
    static @Nullable BigDecimal tenths(@Nullable Double value) {
        if (value == null) {
            return null;
        }
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? BigDecimal.valueOf(tenths / 10) : BigDecimal.valueOf(tenths, 1);
    }

    private static @Nullable String plain(@Nullable Double value) {
        BigDecimal tenths = tenths(value);
        return tenths == null ? null : tenths.toPlainString();
    }
}
