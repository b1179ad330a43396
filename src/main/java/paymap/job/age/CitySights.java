package paymap.job.age;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the runs that read one city to its end saw its rows.
 *
 * @param city by Chinese name
 * @param readings those runs, the oldest first; at least one
 * @param groups every row that any of them saw, in exactly one group
 */
public record CitySights(String city, List<Reading> readings, List<Group> groups) {

    /**
     * A run that read the city to its end.
     *
     * @param run its number
     * @param source what tells apart made-up sites of one name; empty = nothing
     * @param at when it began, which stands for the moment at which it saw its rows
     */
    public record Reading(long run, String source, Instant at) {}

    /**
     * Rows that were seen alike.
     *
     * @param first the reading that saw them first, from 0
     * @param last the one that saw them last
     * @param times how many saw them, both included; less than {@code last - first + 1} = they came back
     * @param posted the day they were posted, as the site says; null = it does not
     * @param rows how many they are, 1 or more
     */
    public record Group(
            int first, int last, int times, @Nullable LocalDate posted, long rows) {}

    public CitySights {
        readings = List.copyOf(readings);
        groups = List.copyOf(groups);
    }
}
