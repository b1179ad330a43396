package paymap.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.figures.Group.Member;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.salary.Basis;
import paymap.salary.LikeForLike;
import paymap.salary.LikeForLike.Adjusted;
import paymap.salary.Midpoints;
import paymap.salary.inference.Comparison;

/**
 * Two groups of postings beside each other.
 *
 * @param first the figures of the first; without postings where nothing is stored of it
 * @param second likewise
 * @param shared postings with a midpoint that are in both, 0 or more
 * @param comparison null = a group has fewer than {@link PayFigures#ENOUGH} postings with a midpoint
 * @param verdict what can be said of it
 * @param likeForLike the two as if both asked for the same experience and education, over the cells of {@link #mix} that
 *     both have; null = a group is a small sample
 */
public record Contrast(
        PayFigures first,
        PayFigures second,
        long shared,
        @Nullable Comparison comparison,
        Verdict verdict,
        @Nullable LikeForLike<Group, Group> likeForLike) {

    /**
     * Reads both groups and compares them.
     *
     * @param rows what both are beside that which tells them apart
     */
    public static Contrast of(JobStore store, Pair pair, Filter rows, Basis basis) {
        GroupedPay pay = new GroupedPay();
        PayReader reader = new PayReader(List.of(), mix(pair.by()));
        List<Group> groups = List.of(group(pair.first()), group(pair.second()));
        for (Group group : groups) {
            Filter ofGroup = Pair.rows(rows, group.members().get(0));
            reader.read(store, ofGroup, (all, cell, line) -> pay.add(group, cell, line));
        }
        PayFigures first = pay.figures(groups.get(0), basis);
        PayFigures second = pay.figures(groups.get(1), basis);
        long shared = pair.mayOverlap()
                ? first.n() + second.n() - either(store, Pair.rows(rows, pair.first(), pair.second()), basis)
                : 0;
        boolean isSmall = first.isSmall() || second.isSmall();
        return of(first, second, shared, isSmall ? null : likeForLike(pay, groups, basis));
    }

    /** Of two groups of one dimension whose figures are known. */
    public static Contrast of(
            PayFigures first, PayFigures second, long shared, @Nullable LikeForLike<Group, Group> likeForLike) {
        Optional<Comparison> comparison = first.isEnough() && second.isEnough()
                ? Comparison.of(first.midpoints(), second.midpoints())
                : Optional.empty();
        Verdict verdict = comparison
                .map(found -> Verdict.of(found, first.midpoints(), second.midpoints()))
                .orElse(Verdict.NOTHING);
        return new Contrast(first, second, shared, comparison.orElse(null), verdict, likeForLike);
    }

    private static Group group(Member member) {
        return new Group(List.of(member));
    }

    private static long either(JobStore store, Filter rows, Basis basis) {
        GroupedPay pay = new GroupedPay();
        new PayReader(List.of(), List.of()).read(store, rows, pay::add);
        return pay.figures(Group.ALL, basis).n();
    }

    private static LikeForLike<Group, Group> likeForLike(GroupedPay pay, List<Group> groups, Basis basis) {
        Map<Group, Map<Group, Midpoints>> midpoints = new LinkedHashMap<>();
        groups.forEach(group -> midpoints.put(group, pay.cells(group, basis)));
        return LikeForLike.of(midpoints, LikeForLike.FEWEST_ROWS);
    }

    /** By what the two are told apart. */
    public Dimension by() {
        return first.group().members().get(0).dimension();
    }

    /** What the cells are told apart by that make two groups alike: of experience and education what the groups are not. */
    public static List<Dimension> mix(Dimension by) {
        return PayTable.mix(List.of(by));
    }

    /** Whether any common cell says of its postings what they ask for; if none does, the mix is not known. */
    public boolean knowsMix() {
        return likeForLike != null
                && likeForLike.cells().keySet().stream()
                        .flatMap(cell -> cell.members().stream())
                        .anyMatch(member -> !member.isUnstated());
    }

    /** The mean like for like of one of the two; empty where there is none, or the mix is not known. */
    public Optional<Adjusted> adjusted(PayFigures of) {
        return likeForLike == null || !knowsMix()
                ? Optional.empty()
                : Optional.ofNullable(likeForLike.groups().get(of.group()));
    }
}
