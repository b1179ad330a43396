package paymap.chart.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.salary.LikeForLike;
import paymap.salary.LikeForLike.Adjusted;

/**
 * What only some pictures need, each read from the store for itself.
 *
 * @param experience pay of the groups step by step
 * @param education likewise
 * @param likeForLike the means of groups as if all were made up alike; null = not read
 * @param dayRates the groups' pay by the day; null = not read, or there is none
 */
public record Details(
        Ladder experience,
        Ladder education,
        @Nullable LikeForLike<Group, Group> likeForLike,
        @Nullable ChartData dayRates) {

    /** Nothing read. */
    public static final Details NONE = new Details(
            Ladder.of(Dimension.EXPERIENCE, List.of()), Ladder.of(Dimension.EDUCATION, List.of()), null, null);

    /** The same of some groups; like for like stays as it is, as each mean hangs on all groups. */
    Details only(Set<Group> groups) {
        ChartData days = dayRates == null ? null : dayRates.only(groups);
        return new Details(experience.only(groups), education.only(groups), likeForLike, days);
    }

    /** The mean like for like of a group; empty where it has none. */
    public Optional<Adjusted> adjusted(Group group) {
        return likeForLike == null
                ? Optional.empty()
                : Optional.ofNullable(likeForLike.groups().get(group)).filter(adjusted -> adjusted.mean() != null);
    }

    /** The groups with their means like for like: none or at least two, and none where rows say nothing to tell them apart by. */
    public Map<Group, Adjusted> adjusted() {
        return likeForLike == null
                        || likeForLike.groups().size() < 2
                        || likeForLike.cells().keySet().stream().noneMatch(Details::saysSomething)
                ? Map.of()
                : likeForLike.groups();
    }

    private static boolean saysSomething(Group cell) {
        return cell.members().stream().anyMatch(member -> !member.isUnstated());
    }
}
