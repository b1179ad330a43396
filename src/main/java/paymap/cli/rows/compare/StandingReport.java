package paymap.cli.rows.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.figures.Group;
import paymap.figures.Group.Member;
import paymap.figures.PayFigures;
import paymap.salary.Basis;
import paymap.salary.inference.Bounds;
import paymap.salary.inference.MedianInterval;
import paymap.salary.inference.Standing;
import paymap.words.Words;

/**
 * Where one's own pay stands among the offers of each group.
 *
 * @param pay in whole CNY by the basis, 1 or more
 * @param groups in the order of the table, each of the basis; a single {@link Group#ALL} where all are one
 */
public record StandingReport(int pay, Basis basis, List<PayFigures> groups) {

    private static final String NOTHING = "-";

    public StandingReport {
        groups = List.copyOf(groups);
    }

    // ---- for people ----

    /** @param columns that a line may take */
    public String text(int columns) {
        boolean isOne = groups.stream().allMatch(group -> group.group().equals(Group.ALL));
        String text = isOne
                ? groups.stream().map(group -> ofAll(group, columns)).collect(Collectors.joining())
                : table(columns);
        return text
                + Table.prose(
                        Words.say("It is compared with the midpoints of advertised ranges, not with what people earn."
                                + " The 95%% intervals take the offers to be drawn independently."),
                        columns);
    }

    private String ofAll(PayFigures all, int columns) {
        List<String> sentences = new ArrayList<>(List.of(sentence(all)));
        if (all.isEnough()) {
            sentences.add(middle(all));
        }
        leftOut(all.rows().notInMean()).ifPresent(sentences::add);
        return sentences.stream()
                .map(sentence -> Table.prose(sentence, columns))
                .collect(Collectors.joining());
    }

    private String sentence(PayFigures all) {
        String mine = Money.per(pay, basis);
        if (!all.isEnough()) {
            return Words.say(
                    "Too few offers to tell where %s stands: %d; it takes %d.", mine, all.n(), PayFigures.ENOUGH);
        }
        Standing standing = Standing.of(all.midpoints(), pay);
        return Words.say(
                "%s is higher than %s%% of %s (%s), the same as %s%%, lower than %s%%.",
                mine,
                Percent.of(standing.shareBelow().orElse(0)),
                Words.count(standing.n(), "offer"),
                standing.shareBelowInterval().map(Percent::of).orElse(NOTHING),
                Percent.of((double) standing.equal() / standing.n()),
                Percent.of(standing.shareAbove().orElse(0)));
    }

    private static String middle(PayFigures all) {
        String median = Money.of(all.median());
        String between = Words.say("%s to %s", Money.of(all.quantile(0.25)), Money.of(all.quantile(0.75)));
        String middle = MedianInterval.of(all.midpoints())
                .map(bounds -> Words.say(
                        "Their median is %s (95%% interval %s); the middle half is %s.",
                        median, Money.of(bounds), between))
                .orElseGet(() -> Words.say(
                        "Their median is %s (no interval: fewer than 6 offers); the middle half is %s.",
                        median, between));
        return all.isSmall() ? Words.say("%s This is a small sample.", middle) : middle;
    }

    private static Optional<String> leftOut(long rows) {
        return rows == 0
                ? Optional.empty()
                : Optional.of(Words.say("Left out, as they have no such figure: %s.", Words.count(rows, "row")));
    }

    private String table(int columns) {
        Table table = new Table(
                groups.get(0).group().members().stream()
                        .map(member -> member.dimension().words())
                        .collect(Collectors.joining(" · ")),
                Words.say("n"),
                Words.say("higher than"),
                Words.say("95%% interval"),
                Words.say("same as"),
                Words.say("lower than"),
                Words.say("median"));
        groups.forEach(group -> row(table, group));
        long leftOut =
                groups.stream().mapToLong(group -> group.rows().notInMean()).sum();
        return Table.prose(Words.say("Where %s stands:", Money.per(pay, basis)), columns)
                + table.text(columns)
                + small().map(words -> Table.prose(words, columns)).orElse("")
                + leftOut(leftOut).map(words -> Table.prose(words, columns)).orElse("");
    }

    private void row(Table table, PayFigures group) {
        String name = group.group().words();
        if (!group.isEnough()) {
            table.row(name, group.n(), NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);
            return;
        }
        Standing standing = Standing.of(group.midpoints(), pay);
        table.row(
                name,
                group.n(),
                cell(standing.shareBelow().orElse(0)),
                standing.shareBelowInterval().map(Percent::of).orElse(NOTHING),
                cell((double) standing.equal() / standing.n()),
                cell(standing.shareAbove().orElse(0)),
                Money.of(group.median()));
    }

    private static String cell(double share) {
        return Words.say("%s%%", Percent.of(share));
    }

    private Optional<String> small() {
        boolean isAny = groups.stream().anyMatch(PayFigures::isSmall);
        return isAny
                ? Optional.of(Words.say(
                        "Groups of fewer than %d offers are small samples; of fewer than %d nothing is said.",
                        PayFigures.PLENTY, PayFigures.ENOUGH))
                : Optional.empty();
    }

    // ---- for scripts ----

    /** What goes into an object beside the source of the figures. */
    public Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("me", pay);
        tree.put("groups", groups.stream().map(this::branch).toList());
        return tree;
    }

    private Map<String, @Nullable Object> branch(PayFigures group) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        for (Member member : group.group().members()) {
            branch.put(member.dimension().code(), member.isUnstated() ? null : member.value());
        }
        Standing standing = Standing.of(group.midpoints(), pay);
        Bounds share = group.isEnough() ? standing.shareBelowInterval().orElse(null) : null;
        Bounds median = MedianInterval.of(group.midpoints()).orElse(null);
        branch.put("n", group.n());
        branch.put("below", standing.below());
        branch.put("equal", standing.equal());
        branch.put("above", standing.above());
        branch.put(
                "share_below",
                group.isEnough() ? Percent.json(standing.shareBelow().orElse(0)) : null);
        branch.put("share_below_low", share == null ? null : Percent.json(share.low()));
        branch.put("share_below_high", share == null ? null : Percent.json(share.high()));
        branch.put("p25", Money.json(group.isEnough() ? group.rows().p25() : null));
        branch.put("median", Money.json(group.isEnough() ? group.rows().median() : null));
        branch.put("p75", Money.json(group.isEnough() ? group.rows().p75() : null));
        branch.put("median_low", Money.low(median));
        branch.put("median_high", Money.high(median));
        return branch;
    }
}
