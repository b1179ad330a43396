package paymap.chart.echarts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An axis. */
final class Axis {

    private final Map<String, Object> tree = new LinkedHashMap<>();

    private Axis(String type) {
        tree.put("type", type);
    }

    /** With a place for each name. */
    static Axis names(List<String> names) {
        Axis axis = new Axis("category");
        axis.tree.put("data", names);
        axis.tree.put("axisLabel", Map.of("interval", 0));
        return axis;
    }

    /** Of pay, from zero. */
    static Axis pay(Frame frame) {
        return values(frame.words().axis(), "{value}" + frame.k());
    }

    /** Of shares, in percent. */
    static Axis shares(String name) {
        return values(name, "{value}%");
    }

    private static Axis values(String name, String label) {
        Axis axis = new Axis("value");
        axis.tree.put("name", name);
        axis.tree.put("nameLocation", "middle");
        axis.tree.put("nameGap", 44);
        axis.tree.put("min", 0);
        axis.tree.put("axisLabel", Map.of("formatter", label));
        return axis;
    }

    /** For places that another axis names. */
    static Axis hidden(int places) {
        Axis axis = new Axis("value");
        axis.tree.put("min", 0);
        axis.tree.put("max", places);
        axis.tree.put("show", false);
        return axis;
    }

    /** The first name on top. */
    Axis downwards() {
        tree.put("inverse", true);
        return this;
    }

    /** Up to this value. */
    Axis max(double max) {
        tree.put("max", max);
        return this;
    }

    /** Below the plot, where it is not the first axis. */
    Axis below() {
        tree.put("position", "bottom");
        return this;
    }

    Map<String, Object> tree() {
        return tree;
    }
}
