package paymap.chart.echarts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Marks of one kind. */
final class Series {

    private final Map<String, Object> tree = new LinkedHashMap<>();
    private final List<Object> data = new ArrayList<>();

    private Series(String type, String name) {
        tree.put("type", type);
        tree.put("name", name);
        tree.put("data", data);
    }

    static Series of(String type, String name) {
        return new Series(type, name);
    }

    /** Rows of a table from the left to the right. */
    static Series bars(String name) {
        return new Series("bar", name);
    }

    /** Points with lines between them. */
    static Series line(String name, String colour) {
        return new Series("line", name).colour(colour);
    }

    /** One more value: a number, or numbers for each dimension. */
    Series value(Object value) {
        data.add(value);
        return this;
    }

    /** One more value of its own name and colour. */
    Series value(Object value, String name, String colour) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", name);
        item.put("value", value);
        item.put("itemStyle", Map.of("color", colour));
        data.add(item);
        return this;
    }

    Series colour(String colour) {
        tree.put("itemStyle", Map.of("color", colour));
        tree.put("lineStyle", Map.of("color", colour));
        return this;
    }

    /** Marks in the colour of paper with an edge. */
    Series hollow(String edge) {
        tree.put("itemStyle", ordered("color", "#ffffff", "borderColor", edge, "borderWidth", 2));
        return this;
    }

    /** Bars one behind the other. */
    Series stacked() {
        tree.put("stack", "all");
        return this;
    }

    Series symbol(String symbol, Object size) {
        tree.put("symbol", symbol);
        tree.put("symbolSize", size);
        return this;
    }

    /** Goes on at its height up to the next x. */
    Series steps() {
        tree.put("step", "start");
        tree.put("showSymbol", false);
        return this;
    }

    /** A label at each mark; {@code {@[2]}} stands for the third number of a value. */
    Series label(String position, String text) {
        tree.put("label", ordered("show", true, "position", position, "lineHeight", 13, "formatter", text));
        return this;
    }

    /** The dimensions of values, of which a tooltip tells some. */
    Series told(List<String> dimensions, List<Integer> told) {
        tree.put("dimensions", dimensions);
        tree.put("encode", ordered("x", 0, "y", 1, "tooltip", told));
        return this;
    }

    /** Straight lines between two places each, in the values of the axes. */
    Series joined(List<List<List<Object>>> lines, String colour, double width) {
        List<Object> pairs = new ArrayList<>();
        lines.forEach(
                line -> pairs.add(line.stream().map(end -> Map.of("coord", end)).toList()));
        tree.put(
                "markLine",
                ordered(
                        "silent", true,
                        "symbol", List.of("none", "none"),
                        "label", Map.of("show", false),
                        "lineStyle", ordered("type", "solid", "width", width, "color", colour),
                        "data", pairs));
        return this;
    }

    Series put(String name, Object value) {
        tree.put(name, value);
        return this;
    }

    Map<String, Object> tree() {
        return tree;
    }

    /** In the order given, so that the same data give the same bytes. */
    static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }
}
