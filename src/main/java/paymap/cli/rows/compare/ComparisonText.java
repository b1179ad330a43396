package paymap.cli.rows.compare;

import java.util.ArrayList;
import java.util.List;
import paymap.figures.Contrast;
import paymap.figures.Dimension;
import paymap.figures.PayFigures;
import paymap.salary.LikeForLike;
import paymap.salary.LikeForLike.Adjusted;
import paymap.salary.inference.Bounds;
import paymap.salary.inference.Comparison;
import paymap.words.Words;

/** What may be said of two groups, sentence by sentence: no more than their intervals allow. */
final class ComparisonText {

    private final Contrast contrast;
    private final String first;
    private final String second;

    ComparisonText(Contrast contrast) {
        this.contrast = contrast;
        this.first = contrast.first().group().words();
        this.second = contrast.second().group().words();
    }

    /** In the order in which they are read. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Comparison comparison = contrast.comparison();
        if (comparison != null) {
            sentences.add(pairs(comparison));
        }
        sentences.add(verdict());
        if (contrast.first().isEnough() && contrast.second().isEnough()) {
            if (contrast.first().isSmall() || contrast.second().isSmall()) {
                sentences.add(Words.say("Fewer than %d offers are a small sample.", PayFigures.PLENTY));
            }
            sentences.add(likeForLike());
        }
        if (contrast.shared() > 0) {
            sentences.add(
                    Words.say("In both groups, and counted in each: %s.", Words.count(contrast.shared(), "offer")));
        }
        sentences.add(limits());
        return sentences;
    }

    private String pairs(Comparison comparison) {
        Bounds interval = comparison.higherInterval();
        String higher = Percent.of(comparison.higher());
        return Words.say(
                "An offer of %s, drawn at random, is higher than one of %s with a probability of %s, the same with %s%%,"
                        + " lower with %s%%.",
                first,
                second,
                interval == null
                        ? Words.say("%s%%", higher)
                        : Words.say("%s%% (95%% interval %s)", higher, Percent.of(interval)),
                Percent.of(comparison.equal()),
                Percent.of(comparison.lower()));
    }

    private String verdict() {
        return switch (contrast.verdict()) {
            case NOTHING -> nothing();
            case NO_INTERVAL ->
                Words.say(
                        "Fewer than %d offers in a group allow no interval: these rows do not tell which pays more.",
                        Comparison.FEWEST_FOR_INTERVALS);
            case FIRST_BY_MEDIAN -> byMedian(first);
            case SECOND_BY_MEDIAN -> byMedian(second);
            case FIRST_BY_PAIRS -> byPairs(first);
            case SECOND_BY_PAIRS -> byPairs(second);
            case CONTRADICTION ->
                Words.say("The medians speak for one and the pairs for the other: the two are spread differently, and"
                        + " neither pays more throughout.");
            case FIRST_OR_EQUAL -> orEqual(first, second);
            case SECOND_OR_EQUAL -> orEqual(second, first);
            case NOT_TOLD ->
                Words.say("The interval of the difference contains 0: these rows do not tell which pays more.");
        };
    }

    private String nothing() {
        String few = List.of(contrast.first(), contrast.second()).stream()
                .filter(group -> !group.isEnough())
                .map(group -> Words.say("%s (%d)", group.group().words(), group.n()))
                .reduce((one, other) -> Words.say("%s and %s", one, other))
                .orElse("");
        return Words.say(
                "Fewer than %d offers are too few to compare: %s. These rows do not tell which pays more.",
                PayFigures.ENOUGH, few);
    }

    private static String byMedian(String higher) {
        return Words.say(
                "The interval of the difference leaves out 0: by these rows, the higher median is that of %s.", higher);
    }

    private static String byPairs(String higher) {
        return Words.say(
                "The interval of the difference contains 0, so the medians do not tell which pays more; the pairs speak for"
                        + " %s, whose offer is the higher one in more than half of them over the whole interval.",
                higher);
    }

    private static String orEqual(String one, String other) {
        return Words.say(
                "The interval of the difference ends at 0: these rows do not tell whether %s pays more than %s or the same.",
                one, other);
    }

    // ---- like for like ----

    private String likeForLike() {
        LikeForLike<?, ?> alike = contrast.likeForLike();
        Adjusted one = contrast.adjusted(contrast.first()).orElse(null);
        Adjusted other = contrast.adjusted(contrast.second()).orElse(null);
        if (alike == null) {
            return Words.say("Not compared like for like: that takes %d offers of each.", PayFigures.PLENTY);
        }
        if (alike.cells().isEmpty()) {
            return Words.say(
                    "Not compared like for like: no cell of %s has %d offers of each.", mix(), LikeForLike.FEWEST_ROWS);
        }
        if (one == null || other == null || one.mean() == null || other.mean() == null) {
            return Words.say("Not compared like for like: these rows do not state %s.", mix());
        }
        return rests(one, other, alike.cells().size()) + direction(one.mean() - other.mean());
    }

    private String rests(Adjusted one, Adjusted other, int cells) {
        return Words.say(
                "Like for like is the mean with the same mix of %s on both sides. It rests on %s with %d offers or more of"
                        + " each, %,d of %,d of %s and %,d of %,d of %s; the rest is left out, and it has no interval.",
                mix(),
                Words.count(cells, "cell"),
                LikeForLike.FEWEST_ROWS,
                one.rows(),
                contrast.first().n(),
                first,
                other.rows(),
                contrast.second().n(),
                second);
    }

    /** Where the mix turns the difference round, that is what a reader must not miss. */
    private String direction(double alike) {
        double raw = contrast.first().mean() - contrast.second().mean();
        return raw * alike < 0 ? " " + Words.say("Like for like, the difference of the means turns round.") : "";
    }

    /** What both ask for in equal shares then. */
    private String mix() {
        return Contrast.mix(contrast.by()).stream()
                .map(ComparisonText::named)
                .reduce((one, other) -> Words.say("%s and %s", one, other))
                .orElse("");
    }

    private static String named(Dimension dimension) {
        return switch (dimension) {
            case EXPERIENCE -> Words.say("experience");
            case EDUCATION -> Words.say("education");
            case CITY, DISTRICT, KEYWORD, SITE, COMPANY -> dimension.words();
        };
    }

    private static String limits() {
        return Words.say(
                "What this does not show: what people are paid, as pay is as advertised; nor the jobs that a board"
                        + " did not show, as a crawl keeps the first 100 of a city unless told otherwise. The intervals assume that"
                        + " the offers are drawn independently.");
    }
}
