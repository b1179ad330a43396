package paymap.chart.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.PayFigures;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.job.ladder.Rung;

/**
 * What groups pay step by step.
 *
 * @param dimension experience or education
 * @param lines one for each group, in the order of groups
 */
public record Ladder(Dimension dimension, List<Line> lines) {

    /** More lines than this cannot be told apart. */
    public static final int MOST_LINES = 6;

    /**
     * One group.
     *
     * @param group without members where all postings are one
     * @param steps its figures on each step that it has postings of
     * @param beside postings with pay that are on no step: any will do, nothing is said, or it cannot be read
     */
    public record Line(Group group, Map<Rung, PayFigures> steps, long beside) {

        /** How many postings with pay it has, on steps and beside. */
        public long n() {
            return beside + steps.values().stream().mapToLong(PayFigures::n).sum();
        }

        /** The figures on a step with postings enough to sum up. */
        public Optional<PayFigures> at(Rung step) {
            return Optional.ofNullable(steps.get(step)).filter(PayFigures::isEnough);
        }
    }

    /**
     * Sorts figures by group and step.
     *
     * @param crossed figures of groups whose last member is the step
     */
    public static Ladder of(Dimension dimension, List<PayFigures> crossed) {
        Map<Group, Map<Rung, PayFigures>> steps = new LinkedHashMap<>();
        Map<Group, Long> beside = new LinkedHashMap<>();
        for (PayFigures figures : crossed) {
            List<Group.Member> members = figures.group().members();
            Group group = new Group(members.subList(0, members.size() - 1));
            Map<Rung, PayFigures> own = steps.computeIfAbsent(group, any -> new LinkedHashMap<>());
            Optional<Rung> step = members.get(members.size() - 1).rung().filter(Ladder::isStep);
            if (step.isPresent()) {
                own.put(step.get(), figures);
            } else {
                beside.merge(group, figures.n(), Long::sum);
            }
        }
        List<Line> lines = new ArrayList<>();
        steps.forEach((group, own) -> lines.add(new Line(group, own, beside.getOrDefault(group, 0L))));
        return new Ladder(dimension, List.copyOf(lines));
    }

    /** Whether a value says where on the ladder a job stands. */
    public static boolean isStep(Rung rung) {
        return rung != Experience.ANY
                && rung != Experience.UNREADABLE
                && rung != Education.ANY
                && rung != Education.UNREADABLE;
    }

    /** The steps on which some group has postings enough to sum up, from the lowest. */
    public List<Rung> rungs() {
        return all().filter(
                        rung -> lines.stream().anyMatch(line -> line.at(rung).isPresent()))
                .toList();
    }

    private Stream<Rung> all() {
        Rung[] rungs = dimension == Dimension.EDUCATION ? Education.values() : Experience.values();
        return Arrays.stream(rungs).filter(Ladder::isStep);
    }

    /** Whether there are steps to compare. */
    public boolean isEmpty() {
        return rungs().size() < 2;
    }

    /** Of the groups that are drawn as lines: those with most postings, in the order of groups. */
    public Ladder largest() {
        List<Line> some = lines.stream()
                .filter(line -> rungs().stream().anyMatch(rung -> line.at(rung).isPresent()))
                .sorted(Comparator.comparingLong(Line::n).reversed())
                .limit(MOST_LINES)
                .toList();
        return new Ladder(dimension, lines.stream().filter(some::contains).toList());
    }

    /** The line of a group; empty where it has no postings. */
    public Optional<Line> of(Group group) {
        return lines.stream().filter(line -> line.group().equals(group)).findFirst();
    }

    /** The same of some groups. */
    public Ladder only(Set<Group> groups) {
        return new Ladder(
                dimension,
                lines.stream()
                        .filter(line -> line.group().members().isEmpty() || groups.contains(line.group()))
                        .toList());
    }
}
