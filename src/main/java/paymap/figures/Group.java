package paymap.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.job.City;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.job.ladder.Rung;
import paymap.words.Words;

/**
 * What the postings of a group have in common.
 *
 * @param members one for each dimension that groups are told apart by, in their order
 */
public record Group(List<Member> members) {

    /** Lower steps and larger cities first, other names by their letters, and what is not said last. */
    public static final Comparator<Group> ORDER = Group::compare;

    private static final Comparator<Member> BY_MEMBER = Comparator.comparing(Member::isUnstated)
            .thenComparingInt(Member::rank)
            .thenComparing(Member::value);

    public Group {
        members = List.copyOf(members);
    }

    /** Of all postings: they need nothing in common. */
    public static final Group ALL = new Group(List.of());

    /** Of a city alone. */
    public static Group ofCity(String city) {
        return new Group(List.of(new Member(Dimension.CITY, city)));
    }

    /**
     * One thing that the postings have in common.
     *
     * @param value the code of a step where the dimension is a ladder; else a name as the site or a person wrote it; empty =
     *     the site said nothing, or no keyword is known
     */
    public record Member(Dimension dimension, String value) {

        /** Whether there is nothing to call it by. */
        public boolean isUnstated() {
            return value.isEmpty();
        }

        /** The step of the ladder; empty where the dimension is none, or nothing was said. */
        public Optional<Rung> rung() {
            return switch (dimension) {
                case EXPERIENCE -> step(Experience.values());
                case EDUCATION -> step(Education.values());
                case CITY, DISTRICT, KEYWORD, SITE, COMPANY -> Optional.empty();
            };
        }

        // By hand, as in SalaryReader.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Member member && dimension == member.dimension && value.equals(member.value);
        }

        @Override
        public int hashCode() {
            return 31 * dimension.hashCode() + value.hashCode();
        }

        private Optional<Rung> step(Rung[] ladder) {
            for (Rung step : ladder) {
                if (step.code().equals(value)) {
                    return Optional.of(step);
                }
            }
            return Optional.empty();
        }

        private int rank() {
            return switch (dimension) {
                case CITY -> City.rank(value);
                case EXPERIENCE, EDUCATION -> rung().map(Rung::ordinal).orElse(0);
                case DISTRICT, KEYWORD, SITE, COMPANY -> 0;
            };
        }

        /** For people; a name is as a site or a file spells it. */
        public String words() {
            return rung().map(step -> step.words().said()).orElseGet(() -> isUnstated() ? unstated() : value);
        }

        private String unstated() {
            return dimension == Dimension.KEYWORD ? Words.say("no keyword") : Words.say("not stated");
        }
    }

    /**
     * The value of one of its dimensions.
     *
     * @return empty where the site said nothing of it
     * @throws IllegalArgumentException if the group is not of that dimension
     */
    public String value(Dimension dimension) {
        return members.stream()
                .filter(member -> member.dimension == dimension)
                .findFirst()
                .map(Member::value)
                .orElseThrow(() -> new IllegalArgumentException("no group by " + dimension.code()));
    }

    /** What it is, and of one more dimension. */
    Group and(Dimension dimension, String value) {
        return new Group(Stream.concat(members.stream(), Stream.of(new Member(dimension, value)))
                .toList());
    }

    /** For people, in one line. */
    public String words() {
        return members.stream().map(Member::words).collect(Collectors.joining(" · "));
    }

    // By hand, as in SalaryReader.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Group group && members.equals(group.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    private static int compare(Group one, Group other) {
        for (int i = 0; i < Math.min(one.members.size(), other.members.size()); i++) {
            int order = BY_MEMBER.compare(one.members.get(i), other.members.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.members.size(), other.members.size());
    }
}
