package paymap.chart.figures;

import org.jspecify.annotations.Nullable;
import paymap.figures.Group;

/**
 * The postings that a mark of a picture stands for: those of a group whose midpoint of pay is in a range.
 *
 * @param group what they have in common, a step of a ladder included; without members = nothing
 * @param unit what the range is in
 * @param from the lowest midpoint, in it
 * @param to the first midpoint that is not in it; infinity = no end; equal to {@code from} = exactly that midpoint
 */
public record Postings(Group group, PayUnit unit, double from, double to) {

    /** Where a page lists postings. */
    public interface Links {

        /** Nowhere. */
        Links NONE = postings -> null;

        /**
         * The address of a list of these postings, as a page links to it; not yet escaped.
         *
         * @return null if there is none
         */
        @Nullable
        String address(Postings postings);
    }

    /** Those with any pay. */
    public static Postings all(Group group, PayUnit unit) {
        return new Postings(group, unit, 0, Double.POSITIVE_INFINITY);
    }

    /** Those in a band of pay. */
    public static Postings in(Group group, PayUnit unit, PayBand band) {
        return new Postings(group, unit, unit.of(band.from()), unit.of(band.to()));
    }

    /**
     * Those in a bin of pay.
     *
     * @param bin 0 to {@link Bins#COUNT} - 1
     */
    public static Postings in(Group group, PayUnit unit, int bin) {
        double from = unit.of(bin * (double) Bins.WIDTH);
        boolean open = bin == Bins.COUNT - 1;
        return new Postings(group, unit, from, open ? Double.POSITIVE_INFINITY : from + unit.of(Bins.WIDTH));
    }

    /** Those that pay this much or more. */
    public static Postings from(Group group, PayUnit unit, double pay) {
        return new Postings(group, unit, pay, Double.POSITIVE_INFINITY);
    }

    /** Those at one midpoint. */
    public static Postings at(Group group, PayUnit unit, double midpoint) {
        return new Postings(group, unit, midpoint, midpoint);
    }

    /** Whether all postings of the group with pay are meant. */
    public boolean isWhole() {
        return from <= 0 && to == Double.POSITIVE_INFINITY;
    }
}
