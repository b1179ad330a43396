package paymap.chart.echarts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paymap.chart.figures.PayBand;
import paymap.chart.pictures.BandColours;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An option of ECharts 5: what {@code chart.setOption} takes. It holds no function; tooltips are drawn as text and never as
 * markup, and no sign that could end a script stands in its JSON as it is.
 */
public final class Option {

    private static final int HEAD = 110;
    private static final int FOOT = 110;
    private static final int WIDTH = 860;

    private final Map<String, Object> tree = new LinkedHashMap<>();
    private final List<Object> x = new ArrayList<>();
    private final List<Object> y = new ArrayList<>();
    private final List<Object> series = new ArrayList<>();

    private Option(Frame frame) {
        String madeUp = frame.data().source().madeUp() ? frame.say("（虚构数据）", " (made-up data)") : "";
        tree.put("title", List.of(title(frame.title() + madeUp, frame.finding()), foot(frame)));
        tree.put("aria", Series.ordered("enabled", true, "label", Map.of("description", frame.description())));
        tree.put("tooltip", Series.ordered("trigger", "item", "renderMode", "richText"));
        tree.put("legend", Series.ordered("type", "scroll", "top", 70));
        tree.put("grid", Series.ordered("top", HEAD, "bottom", FOOT, "left", 20, "right", 40, "containLabel", true));
        tree.put("xAxis", x);
        tree.put("yAxis", y);
        tree.put("series", series);
    }

    /** With its title, its finding, its source and what pay means. */
    static Option of(Frame frame) {
        return new Option(frame);
    }

    private static Map<String, Object> title(String title, String finding) {
        return Series.ordered("text", title, "subtext", finding, "subtextStyle", wrapped(14));
    }

    private static Map<String, Object> foot(Frame frame) {
        String caption = String.join("\n", frame.words().caption());
        return Series.ordered("subtext", caption, "bottom", 0, "subtextStyle", wrapped(11));
    }

    private static Map<String, Object> wrapped(int size) {
        return Series.ordered(
                "width", WIDTH, "overflow", "break", "fontSize", size, "lineHeight", Math.round(size * 1.4));
    }

    Option x(Axis axis) {
        x.add(axis.tree());
        return this;
    }

    Option y(Axis axis) {
        y.add(axis.tree());
        return this;
    }

    Option add(Series one) {
        series.add(one.tree());
        return this;
    }

    /** Series that only show when a reader chooses them in the legend. */
    Option unselected(List<String> names) {
        Map<String, Object> selected = new LinkedHashMap<>();
        names.forEach(name -> selected.put(name, false));
        tree.put("legend", Series.ordered("type", "scroll", "top", 70, "selected", selected));
        return this;
    }

    /** Without a legend, where colours mean something else than the series. */
    Option withoutLegend() {
        tree.put("legend", Map.of("show", false));
        return this;
    }

    /** Cells in the colours of pay, by one of the numbers of their values. */
    Option payPieces(Frame frame, int dimension) {
        List<Object> pieces = new ArrayList<>();
        for (PayBand band : PayBand.values()) {
            Map<String, Object> piece = new LinkedHashMap<>();
            piece.put("gte", frame.pay(frame.unit().of(band.from())));
            if (band.to() < Double.POSITIVE_INFINITY) {
                piece.put("lt", frame.pay(frame.unit().of(band.to())));
            }
            piece.put("label", frame.unit().name(band, frame.language()));
            piece.put("color", BandColours.hex(band));
            pieces.add(piece);
        }
        return visualMap(Series.ordered("type", "piecewise", "dimension", dimension, "pieces", pieces));
    }

    /** Cells in shades, by one of the numbers of their values. */
    Option shades(int dimension, double max, List<String> colours) {
        return visualMap(Series.ordered(
                "type",
                "continuous",
                "dimension",
                dimension,
                "min",
                0,
                "max",
                max,
                "inRange",
                Map.of("color", colours)));
    }

    private Option visualMap(Map<String, Object> map) {
        map.put("orient", "horizontal");
        map.put("left", "center");
        map.put("top", 66);
        tree.put("visualMap", map);
        return withoutLegend();
    }

    /** As a file, ready to be pasted into a script: no {@code <} or {@code &} stands there as it is. */
    public String json() {
        String json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(tree);
        return json.replace("<", "\\u003c")
                        .replace(">", "\\u003e")
                        .replace("&", "\\u0026")
                        .replace("\u2028", "\\u2028")
                        .replace("\u2029", "\\u2029")
                + "\n";
    }
}
