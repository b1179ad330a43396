package paymap.cli.rows;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Table;
import paymap.figures.Answer;
import paymap.figures.Contrast;
import paymap.figures.Dimension;
import paymap.figures.Group.Member;
import paymap.figures.Grouping;
import paymap.figures.Pair;
import paymap.figures.PayFigures;
import paymap.figures.Question;
import paymap.job.Conditions;
import paymap.job.JobStore.Filter;
import paymap.job.Keywords;
import paymap.salary.Basis;
import paymap.store.Store;
import paymap.words.Words;

/**
 * The rows of two groups that are compared.
 *
 * @param figure what both are
 * @param contrast the two beside each other, of which each has rows
 */
record ComparedRows(RowFilterOptions.Figure figure, Contrast contrast) {

    static final String COMPARE = "--compare";

    private static final int MOST_NAMED = 12;

    /**
     * @throws IllegalArgumentException if another option chooses what is compared, or a district is one of two cities
     * @throws CommandFailed if nothing is stored of one of the two; it says what is
     */
    static ComparedRows of(Store store, RowFilterOptions rows, Pair typed, Basis basis) {
        rows.chosenBy(typed.by()).ifPresent(option -> {
            throw new IllegalArgumentException(
                    Words.say("%s names what is compared; %s does not go with it", COMPARE, option));
        });
        Pair pair = typed.by() == Dimension.SITE ? typed.named(name -> rows.siteNamed(store, name)) : typed;
        RowFilterOptions.Figure all = rows.figure(store, Instant.now(), new Grouping(List.of(pair.by())), basis);
        if (pair.by() == Dimension.DISTRICT) {
            List<PayFigures> districts = Answer.of(store, all.question()).groups();
            checkIsOfOneCity(districts, pair.first());
            checkIsOfOneCity(districts, pair.second());
        }
        Contrast contrast = Contrast.of(store, pair, all.filter(), basis);
        for (PayFigures group : List.of(contrast.first(), contrast.second())) {
            if (rows(group) == 0) {
                throw nothing(store, all.question(), group.group().members().get(0));
            }
        }
        return new ComparedRows(of(all, pair), contrast);
    }

    /** The same rows, as far as they are compared. */
    private static RowFilterOptions.Figure of(RowFilterOptions.Figure all, Pair pair) {
        return switch (pair.by()) {
            case KEYWORD ->
                new RowFilterOptions.Figure(
                        all.question(),
                        new Keywords(List.of(pair.first().value(), pair.second().value()), List.of()),
                        "");
            case SITE -> {
                List<Filter> both =
                        List.of(Pair.rows(all.filter(), pair.first()), Pair.rows(all.filter(), pair.second()));
                yield new RowFilterOptions.Figure(
                        new Question(all.question().by(), all.question().basis(), both), all.keywords(), all.note());
            }
            case CITY, EXPERIENCE, EDUCATION, DISTRICT, COMPANY -> all;
        };
    }

    private static void checkIsOfOneCity(List<PayFigures> districts, Member district) {
        String bare = Conditions.bareDistrict(district.value());
        List<String> cities = districts.stream()
                .map(PayFigures::group)
                .filter(group ->
                        Conditions.bareDistrict(group.value(Dimension.DISTRICT)).equals(bare))
                .map(group -> group.value(Dimension.CITY))
                .distinct()
                .toList();
        if (cities.size() > 1) {
            throw new IllegalArgumentException(
                    Words.say("%s is a district of %s; %s names one", district.value(), Words.list(cities), "--city"));
        }
    }

    private static long rows(PayFigures group) {
        return group.n() + group.rows().notInMean();
    }

    private static CommandFailed nothing(Store store, Question question, Member wanted) {
        List<PayFigures> groups = Answer.of(store, question).groups();
        if (groups.isEmpty()) {
            return Nothing.of(store, question.filter());
        }
        List<String> there = groups.stream()
                .sorted(Comparator.comparingLong(ComparedRows::rows).reversed())
                .limit(MOST_NAMED)
                .map(group -> Words.say("%s (%,d)", Table.safe(group.group().words()), rows(group)))
                .toList();
        String listed = Words.list(there);
        return new CommandFailed(Words.say(
                "no rows with %s \"%s\"; there are rows with: %s",
                wanted.dimension().code(),
                Table.safe(wanted.words()),
                groups.size() > MOST_NAMED ? Words.say("%s and more", listed) : listed));
    }
}
