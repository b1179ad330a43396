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
import org.jspecify.annotations.Nullable;
import paymap.figures.Dimension;
import paymap.figures.PayFigures;
import paymap.figures.PaySource;
import paymap.job.JobStore.Collected;
import paymap.salary.SalaryStatistics;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures behind the pictures, for other programs: one line or object a city, or whatever they are grouped by, in whole or
 * tenths of a CNY a month, or what the basis says. Steps of ladders stand by their codes.
 */
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
            List<Dimension> by = source.question().by().dimensions();
            csv.writeRecord(names(by));
            for (PayFigures city : cities) {
                SalaryStatistics figures = city.rows();
                List<@Nullable String> record = new ArrayList<>();
                by.forEach(dimension ->
                        record.add(SpreadsheetText.harmless(city.group().value(dimension))));
                record.add(Long.toString(figures.n()));
                record.add(plain(figures.mean()));
                record.add(plain(figures.p25()));
                record.add(plain(figures.median()));
                record.add(plain(figures.p75()));
                record.add(Long.toString(figures.notInMean()));
                if (!by.contains(Dimension.KEYWORD)) {
                    record.add(keyword);
                }
                record.add(source.madeUp() ? "1" : "0");
                csv.writeRecord(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return text.toString();
    }

    /** By keyword its column is the first already. */
    private static List<String> names(List<Dimension> by) {
        List<String> names = new ArrayList<>(by.stream().map(Dimension::code).toList());
        names.addAll(List.of("n", "mean", "p25", "median", "p75", "not_drawn"));
        if (!by.contains(Dimension.KEYWORD)) {
            names.add("keyword");
        }
        names.add("made_up");
        return names;
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
        if (source.question().by().isBy(Dimension.CITY)) {
            tree.put("cities", cities.stream().map(SummaryRows::tree).toList());
        } else {
            tree.put(
                    "by",
                    source.question().by().by().stream().map(Dimension::code).toList());
            tree.put("basis", source.question().basis().code());
            tree.put("groups", cities.stream().map(SummaryRows::tree).toList());
        }
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
        city.group().members().forEach(member -> branch.put(member.dimension().code(), member.value()));
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
