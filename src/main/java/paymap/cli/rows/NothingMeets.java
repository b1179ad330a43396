package paymap.cli.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import paymap.cli.console.CommandFailed;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.Grouping;
import paymap.figures.PayFigures;
import paymap.figures.Question;
import paymap.job.Conditions;
import paymap.job.Conditions.PayRange;
import paymap.job.JobStore;
import paymap.job.JobStore.Column;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.PayGroup;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.job.ladder.Rung;
import paymap.salary.Basis;
import paymap.words.Sentence;
import paymap.words.Words;

/**
 * Which condition leaves no row, each looked at among the rows that meet those before it, and what these rows have
 * instead.
 */
final class NothingMeets {

    private static final int MOST_TITLES = 5;

    private final JobStore store;
    private final Filter filter;
    private final String none;

    private NothingMeets(JobStore store, Filter filter, String none) {
        this.store = store;
        this.filter = filter;
        this.none = none;
    }

    /**
     * @param filter of which rows there are without its conditions
     * @param none that no row is there, of which site and searches
     * @return empty when rows meet them all
     */
    static Optional<CommandFailed> condition(JobStore store, Filter filter, String none) {
        return new NothingMeets(store, filter, none).first().map(CommandFailed::new);
    }

    private Optional<String> first() {
        Conditions all = filter.conditions();
        Conditions met = Conditions.NONE;
        for (Step step : Step.values()) {
            Conditions with = step.add(met, all);
            if (!with.equals(met) && isNone(with)) {
                return Optional.of(sentence(step, met, with));
            }
            met = with;
        }
        return Optional.empty();
    }

    /** In the order in which they are looked at. */
    private enum Step {
        EXPERIENCE,
        EDUCATION,
        DISTRICT,
        COMPANY,
        TITLE,
        PAY;

        Conditions add(Conditions met, Conditions all) {
            int last = ordinal();
            return new Conditions(
                    last >= EXPERIENCE.ordinal() ? all.experience() : List.of(),
                    last >= EDUCATION.ordinal() ? all.education() : List.of(),
                    last >= DISTRICT.ordinal() ? all.districts() : List.of(),
                    last >= COMPANY.ordinal() ? all.companies() : List.of(),
                    last >= TITLE.ordinal() ? all.titleWords() : List.of(),
                    last >= PAY.ordinal() ? all.pay() : met.pay());
        }
    }

    private String sentence(Step step, Conditions met, Conditions with) {
        String wanted = said(with);
        return switch (step) {
            case EXPERIENCE -> instead(wanted, steps(met, Column.EXPERIENCE, Experience::read, Experience.values()));
            case EDUCATION -> instead(wanted, steps(met, Column.EDUCATION, Education::read, Education.values()));
            case DISTRICT -> instead(wanted, Nothing.listed(names(met, Column.DISTRICT)));
            case COMPANY -> instead(wanted, Nothing.listed(names(met, Column.COMPANY)));
            case TITLE -> title(wanted, met);
            case PAY -> pay(wanted, met);
        };
    }

    private String instead(String wanted, String there) {
        return Words.say("%s with %s; there are: %s", none, wanted, there);
    }

    /** All conditions up to the one that nothing meets, as a heading tells them. */
    private String said(Conditions conditions) {
        return Words.list(Question.byCity(with(conditions)).conditions().stream()
                .map(Sentence::said)
                .toList());
    }

    /** By the codes that a filter takes, in the order of the ladder. */
    private String steps(
            Conditions met, Column column, Function<String, Optional<? extends Rung>> read, Rung[] ladder) {
        Map<Integer, Long> counts = new TreeMap<>();
        store.payGroups(
                with(met),
                List.of(column),
                line -> counts.merge(
                        read.apply(line.values().get(0)).map(Rung::ordinal).orElse(ladder.length),
                        line.rows(),
                        Long::sum));
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((place, rows) -> named.put(place < ladder.length ? ladder[place].code() : Rung.UNSTATED, rows));
        return Nothing.listed(named);
    }

    /** The commonest first. */
    private Map<String, Long> names(Conditions met, Column column) {
        Map<String, Long> counts = new TreeMap<>();
        store.payGroups(with(met), List.of(column), line -> counts.merge(name(line), line.rows(), Long::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static String name(PayGroup line) {
        String name = line.values().get(0);
        return name.isEmpty() ? Words.say("not stated") : name;
    }

    /** Of several words each is counted by itself; of one the commonest titles say what would be found. */
    private String title(String wanted, Conditions met) {
        List<String> words = filter.conditions().titleWords();
        if (words.size() == 1) {
            return instead(wanted, Nothing.listed(names(met, Column.TITLE), MOST_TITLES));
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        words.forEach(word -> counts.put(word, Nothing.rows(store, with(ofWord(met, word)))));
        return Words.say("%s with %s; titles with one of them: %s", none, wanted, Nothing.listed(counts));
    }

    private static Conditions ofWord(Conditions met, String word) {
        return new Conditions(
                met.experience(), met.education(), met.districts(), met.companies(), List.of(word), met.pay());
    }

    private String pay(String wanted, Conditions met) {
        PayRange range = filter.conditions().pay();
        Basis basis = range == null ? Basis.MONTH : range.basis();
        Question question = new Question(new Grouping(List.of(Dimension.SITE)), basis, List.of(with(met)));
        List<String> there = new ArrayList<>();
        for (PayFigures figures : Answer.of(store, question).groups()) {
            if (figures.n() > 0) {
                there.add(Words.say(
                        "%,d rows with pay from %,.0f to %,.0f",
                        figures.n(), figures.quantile(0), figures.quantile(1)));
            }
            if (figures.rows().notInMean() > 0) {
                there.add(
                        Words.say("%,d rows without a midpoint", figures.rows().notInMean()));
            }
        }
        return instead(wanted, Words.list(there));
    }

    private boolean isNone(Conditions conditions) {
        return Nothing.rows(store, with(conditions)) == 0;
    }

    private Filter with(Conditions conditions) {
        return new Filter(filter.site(), filter.keywords(), filter.cities(), filter.since(), conditions);
    }
}
