package paymap.chart.figures;

/**
 * From values to places, in a straight line.
 *
 * @param low the value at {@code from}
 * @param high the value at {@code to}, not the same as {@code low}
 */
public record Scale(double low, double high, double from, double to) {

    /** The place of a value; outside {@code low} to {@code high} the line goes on. */
    public double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** A round step that leaves at most so many of them up to a value above 0: 1, 2, 2.5 or 5 times a power of ten. */
    public static double step(double value, int most) {
        double power = Math.pow(10, Math.floor(Math.log10(value / most)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (value / (factor * power) <= most + 1e-9) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** The first multiple of a step that is not below a value. */
    public static double roundUp(double value, double step) {
        return Math.ceil(value / step - 1e-9) * step;
    }
}
