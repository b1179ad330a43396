package paymap.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import paymap.words.Words;

/**
 * What postings are grouped by.
 *
 * @param by one or two, each once, in the order asked for
 */
public record Grouping(List<Dimension> by) {

    /** As of old: by city. */
    public static final Grouping BY_CITY = new Grouping(List.of(Dimension.CITY));

    private static final int MOST = 2;

    /** @throws IllegalArgumentException if there are none or more than two, or one comes twice */
    public Grouping {
        by = List.copyOf(by);
        if (by.isEmpty() || by.size() > MOST) {
            throw new IllegalArgumentException(
                    Words.say("rows are grouped by one or two things, not by %d", by.size()));
        }
        if (new HashSet<>(by).size() < by.size()) {
            throw new IllegalArgumentException(
                    Words.say("rows cannot be grouped by %s twice", by.get(0).code()));
        }
    }

    /**
     * @param typed codes of dimensions by commas, e.g. {@code city,experience}
     * @throws IllegalArgumentException if one is unknown, or the record cannot hold them
     */
    public static Grouping of(String typed) {
        return new Grouping(Arrays.stream(typed.split("[,，、]"))
                .filter(name -> !name.isBlank())
                .map(Dimension::of)
                .toList());
    }

    /** What groups are told apart by: as asked, with the city before a district, as cities share names of districts. */
    public List<Dimension> dimensions() {
        List<Dimension> all = new ArrayList<>(by);
        int district = all.indexOf(Dimension.DISTRICT);
        if (district >= 0 && !all.contains(Dimension.CITY)) {
            all.add(district, Dimension.CITY);
        }
        return List.copyOf(all);
    }

    /** Whether it is by this alone. */
    public boolean isBy(Dimension only) {
        return by.equals(List.of(only));
    }
}
