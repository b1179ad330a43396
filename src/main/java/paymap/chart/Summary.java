package paymap.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.chart.figures.ChartData;
import paymap.job.JobStore.Collected;
import paymap.job.PayFigures;
import paymap.salary.SalaryStatistics;
import tools.jackson.core.io.JsonStringEncoder;

/** The figures behind the pictures, for other programs: whole or tenths of a CNY a month, in {@code paymap stats}' order. */
final class Summary {

    private static final String HEADER = "city,n,mean,p25,median,p75,not_drawn,keyword\n";

    private Summary() {}

    /** One line a city; a figure is empty where no posting is drawn. */
    static String csv(ChartData data) {
        StringBuilder lines = new StringBuilder(HEADER);
        String keyword = String.join(" + ", data.source().keywords().taken());
        for (PayFigures city : data.citiesByRank()) {
            SalaryStatistics figures = city.rows();
            List<String> cells = List.of(
                    cell(city.city()),
                    Long.toString(figures.n()),
                    orEmpty(tenths(figures.mean())),
                    orEmpty(tenths(figures.p25())),
                    orEmpty(tenths(figures.median())),
                    orEmpty(tenths(figures.p75())),
                    Long.toString(figures.notInMean()),
                    cell(keyword));
            lines.append(String.join(",", cells)).append('\n');
        }
        return lines.toString();
    }

    /** The same figures with where they are from; null where no posting is drawn. */
    static String json(ChartData data) {
        ChartData.Source source = data.source();
        Collected collected = source.collected();
        String cities = data.citiesByRank().stream().map(Summary::object).collect(Collectors.joining(",\n    "));
        return "{\n  \"site\": " + quoted(source.site())
                + ",\n  \"made_up\": " + source.isMadeUp()
                + ",\n  \"keyword\": " + quoted(source.keywords().filter())
                + ",\n  \"keywords\": " + list(source.keywords().taken())
                + ",\n  \"other_keywords\": " + list(source.keywords().left())
                + (source.since() == null
                        ? ""
                        : ",\n  \"since\": " + quoted(source.since().toString()))
                + ",\n  \"collected\": {\"first\": " + quoted(collected == null ? null : collected.first())
                + ", \"last\": " + quoted(collected == null ? null : collected.last()) + "}"
                + ",\n  \"unit\": " + quoted(PayFigures.UNIT)
                + ",\n  \"cities\": [\n    " + cities + "\n  ]\n}\n";
    }

    private static String object(PayFigures city) {
        SalaryStatistics figures = city.rows();
        return "{\"city\": " + quoted(city.city()) + ", \"n\": " + figures.n()
                + ", \"mean\": " + tenths(figures.mean())
                + ", \"p25\": " + tenths(figures.p25())
                + ", \"median\": " + tenths(figures.median())
                + ", \"p75\": " + tenths(figures.p75())
                + ", \"not_drawn\": " + figures.notInMean()
                + ", \"why\": {\"open_ended\": " + figures.openEnded()
                + ", \"undisclosed\": " + figures.undisclosed()
                + ", \"day_or_hour_rate\": " + figures.dayOrHourRate()
                + ", \"unreadable\": " + figures.unreadable() + "}}";
    }

    /** {@code 25612.5}, and {@code 25600} without a useless zero. */
    private static @Nullable String tenths(@Nullable Double value) {
        return value == null
                ? null
                : BigDecimal.valueOf(Math.round(value * 10), 1).toPlainString().replaceFirst("\\.0$", "");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Quoted where a comma or a quote needs it; a leading =, +, - or @ would run as a formula in a spreadsheet. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static String list(List<String> texts) {
        return texts.stream().map(Summary::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(@Nullable String text) {
        return text == null
                ? "null"
                : "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"";
    }
}
