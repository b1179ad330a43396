package paymap.salary.inference;

/**
 * An interval with both ends, in the unit of the figure that it belongs to.
 *
 * @param low the lower end
 * @param high the upper end, not below {@code low}
 */
public record Bounds(double low, double high) {

    /** How often an interval made from another sample of the same size holds the true value, at least or about. */
    public static final double LEVEL = 0.95;

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the ends are in the wrong order or not numbers
     */
    public Bounds {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must not be above high: " + low + " > " + high);
        }
    }
}
