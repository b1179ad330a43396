package paymap.site.sandbox.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes up the list of one city and keyword. It has what made real lists hard to count (18 crawls, 2016 to 2019):
 * different jobs with equal title and pay (12 to 31 % of the ids), rows that come back on the next page because the list
 * moved meanwhile, and pinned rows that recur (1 to 3 % together).
 */
final class JobList {
    private static final double FEWEST_TWINS = 0.15;
    private static final double TWINS_SPREAD = 0.16;
    private static final double RESTYLED_TWINS = 0.02;
    private static final int MOST_TRIES = 60;
    /** Each oddity shows at least once among the first jobs, so that a short crawl meets them all. */
    private static final int ODDITIES_WITHIN = 60;

    /** The steps of an even sequence in two dimensions: 1/g and 1/g², where g³ = g + 1 (Roberts 2018, "R2"). */
    private static final double EXPERIENCE_STEP = 0.7548776662466927;

    private static final double EDUCATION_STEP = 0.5698402909980532;

    private static final int OPEN_ENDED_AT = 61;
    private static final int MOVED_PAGES = 4;
    private static final int PINNED_PAGES = 4;

    /** Random has one algorithm by its specification, so all Java versions make the same list. */
    private final Random random;

    private final String city;
    private final Titles titles;
    private final Pay pay;
    private final Details details;
    private final double twins;
    private final double evenStart;
    private final Map<Integer, Titles.Oddity> oddities;
    private final List<Integer> specialPages;
    private final Set<String> seen = new HashSet<>();
    private final List<MadeUpJob> made = new ArrayList<>();
    private double twinsDue;

    JobList(long seed, Search search) {
        String keyword = search.keyword().toLowerCase(Locale.ROOT); // python and Python find the same jobs
        long hash = SeededHash.of(seed, search.city(), keyword);
        random = new Random(hash);
        city = search.city();
        titles = new Titles(search.keyword(), random);
        pay = new Pay(keyword, random);
        details = new Details(hash, random);
        twins = FEWEST_TWINS + TWINS_SPREAD * SeededHash.fraction(hash);
        evenStart = SeededHash.fraction(SeededHash.of(hash));
        oddities = placed(Titles.Oddity.values());
        specialPages = shuffled(IntStream.rangeClosed(2, Postings.MOST_PAGES));
    }

    List<MadeUpJob> make(int rows) {
        List<MadeUpJob> list = new ArrayList<>(rows);
        while (list.size() < rows) {
            list.addAll(startOfPage(list));
            list.add(newJob());
        }
        return List.copyOf(list.subList(0, rows));
    }

    /** What a page begins with that was seen before: nothing, mostly. */
    private List<MadeUpJob> startOfPage(List<MadeUpJob> list) {
        if (list.size() % Postings.PAGE_SIZE != 0) {
            return List.of();
        }
        int special = specialPages.indexOf(list.size() / Postings.PAGE_SIZE + 1);
        if (special >= 0 && special < MOVED_PAGES) {
            return List.copyOf(list.subList(list.size() - 1 - special % 2, list.size()));
        }
        return special >= 0 && special < MOVED_PAGES + PINNED_PAGES ? list.subList(0, 1) : List.of();
    }

    private MadeUpJob newJob() {
        Titles.Oddity oddity = oddities.get(made.size());
        boolean fixed = oddity != null || made.size() == OPEN_ENDED_AT;
        MadeUpJob job = !fixed && isTwinDue() ? twin() : original(oddity);
        made.add(job);
        return job;
    }

    /** Random in the single case, but never far from the share that was chosen for this list. */
    private boolean isTwinDue() {
        twinsDue += twins;
        boolean due = !made.isEmpty() && random.nextDouble() < twinsDue;
        twinsDue -= due ? 1 : 0;
        return due;
    }

    /** Another job with the title and pay of an earlier one; what is common becomes commoner, as in reality. */
    private MadeUpJob twin() {
        MadeUpJob model = made.get(random.nextInt(made.size()));
        String title = random.nextDouble() < RESTYLED_TWINS ? Titles.restyled(model.title()) : model.title();
        return details.job(made.size(), title, model.salary(), Market.again(model.terms(), random));
    }

    private MadeUpJob original(Titles.@Nullable Oddity oddity) {
        double experience = even(EXPERIENCE_STEP);
        double education = even(EDUCATION_STEP);
        for (int tries = 0; ; tries++) {
            String title = titles.next(tries < MOST_TRIES ? oddity : Titles.Oddity.JOB_CODE);
            Titles.Seniority seniority = Titles.seniorityOf(title);
            Terms terms = Market.in(city, random).terms(seniority, experience, education, random);
            String salary = made.size() == OPEN_ENDED_AT ? pay.openEnded(seniority, terms) : pay.next(seniority, terms);
            if (seen.add(Titles.cleaned(title) + "\t" + salary)) {
                return details.job(made.size(), title, salary, terms);
            }
        }
    }

    /** From 0 to 1, spread so evenly that a short list looks for the same people as a long one. */
    private double even(double step) {
        return (evenStart + seen.size() * step) % 1;
    }

    private Map<Integer, Titles.Oddity> placed(Titles.Oddity[] all) {
        List<Integer> places = shuffled(IntStream.range(1, ODDITIES_WITHIN));
        Map<Integer, Titles.Oddity> byPlace = new HashMap<>();
        for (Titles.Oddity oddity : all) {
            byPlace.put(places.get(oddity.ordinal()), oddity);
        }
        return byPlace;
    }

    private List<Integer> shuffled(IntStream numbers) {
        List<Integer> list = numbers.boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(list, random);
        return list;
    }
}
