package paymap.torture.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import paymap.torture.Told;
import paymap.torture.site.Fault.Trait;
import paymap.torture.site.Trial.Came;

/** A fault, and when it befalls a crawl. */
record Case(Fault fault, When when) {

    private static final int MOST_ROWS = 450; // that the site shows of a city
    private static final Set<Integer> EXIT_CODES = Set.of(0, 1, 3);
    private static final long MOST_MB = 260; // a heap of 96, and what Java itself takes
    private static final int MOST_FRUITLESS = 40 + 4; // requests that bring nothing, as docs/crawl.md says

    /**
     * What came of it.
     *
     * @param requests that the site saw
     * @param damaged of them
     * @param others whether all rows of the other cities are there
     * @param wrong what must not be, in words; empty = nothing
     */
    record Result(Case tried, Came came, int requests, int damaged, boolean others, List<String> wrong) {}

    /**
     * What a crawl comes to that nothing befalls.
     *
     * @param toTheEnd the requests for all rows of the site, each page asked for twice
     * @param listed all rows of the site: where a page is lost, those after it take its place
     */
    record Sound(int requests, int toTheEnd, Map<String, Set<String>> rows, Map<String, Set<String>> listed) {

        static Sound of(Path folder, URI site, int perCity) throws Exception {
            Fault none = Fault.changed("none", "none", (asked, good) -> good);
            try (DamagedSite same = new DamagedSite(site, none, asked -> false);
                    DamagedSite other = new DamagedSite(site, none, asked -> false)) {
                Came came = new Trial(Files.createDirectory(folder), same.uri(), perCity).within();
                Came whole = new Trial(Files.createDirectory(folder.resolve("whole")), other.uri(), MOST_ROWS).within();
                if (came.exitCode() != 0 || whole.exitCode() != 0) {
                    throw new IOException("an undisturbed crawl failed: " + came.err() + whole.err());
                }
                return new Sound(same.requests(), 2 * other.requests(), came.rows(), whole.rows());
            }
        }
    }

    int perCity() {
        return when == When.HUNDREDTH ? MOST_ROWS : 45;
    }

    String name() {
        return fault.family() + ": " + fault.name() + ", " + when.words();
    }

    Result result(Path folder, URI site, Sound sound, boolean isAlone) throws Exception {
        Predicate<Asked> plan = when.plan(name());
        try (DamagedSite damaged = new DamagedSite(site, fault, plan)) {
            Trial trial = new Trial(Files.createDirectory(folder), damaged.uri(), perCity());
            Came came = isAlone ? trial.alone() : trial.within();
            return judged(came, sound, damaged.requests(), damaged.damaged());
        }
    }

    private Result judged(Came came, Sound sound, int requests, int damaged) {
        List<String> wrong = new ArrayList<>();
        boolean others = Trial.CITIES.stream()
                .filter(city -> !city.equals(When.HURT))
                .allMatch(city -> came.rows().get(city).equals(sound.rows().get(city)));
        boolean all = came.rows().equals(sound.rows());
        check(wrong, EXIT_CODES.contains(came.exitCode()), "exit code " + came.exitCode());
        check(wrong, came.exitCode() == 0 || !came.firstLine().isBlank(), "nothing said");
        wrong.addAll(Told.wrong(came.err() + came.out()));
        check(wrong, came.seconds() <= longestSeconds(), "no end within " + longestSeconds() + " s");
        check(wrong, came.peakMb() <= MOST_MB, came.peakMb() + " MB");
        // Who is told other rows than there are may have to look for those that are wanted through all of the list.
        int most = fault.is(Trait.LIES) ? sound.toTheEnd() : 3 * sound.requests() + MOST_FRUITLESS;
        check(wrong, requests <= most, requests + " requests, at most " + most);
        check(wrong, counted(came.out()) < 0 || counted(came.out()) >= requests, "requests nobody counted");
        if (sparesOtherCities() && !isEnd()) {
            check(wrong, others, "other cities are not complete");
        }
        if (!fault.is(Trait.LIES)) {
            check(wrong, isPartOf(came.rows(), sound.listed()), "rows that the site does not have");
            check(wrong, all || came.exitCode() != 0, "called complete");
            check(wrong, all || !when.isSingle() || isEnd(), "a single fault cost rows");
        }
        return new Result(this, came, requests, damaged, others, wrong);
    }

    /** Where half of all fails, each page may take all of its tries, and the waits between them. */
    private long longestSeconds() {
        if (fault.is(Trait.SLOW)) {
            return Trial.LONGEST_SLOW_SECONDS;
        }
        return when == When.HALF ? 2 * Trial.LONGEST_SECONDS : Trial.LONGEST_SECONDS;
    }

    /** Whether the others' rows must be all there; a lie that befalls one request in a hundred befalls them, too. */
    private boolean sparesOtherCities() {
        return when.sparesOtherCities() && !(when == When.HUNDREDTH && fault.is(Trait.LIES));
    }

    /** Whether it may end a crawl for all cities. */
    private boolean isEnd() {
        return fault.is(Trait.FINAL)
                || fault.is(Trait.NO_ERA) && when == When.ENTRANCE
                || fault.is(Trait.REFUSAL) && !when.isSingle();
    }

    private static void check(List<String> wrong, boolean isRight, String otherwise) {
        if (!isRight) {
            wrong.add(otherwise);
        }
    }

    private static boolean isPartOf(Map<String, Set<String>> some, Map<String, Set<String>> all) {
        return some.entrySet().stream()
                .allMatch(city -> all.getOrDefault(city.getKey(), Set.of()).containsAll(city.getValue()));
    }

    /** Requests by the crawl's own count; -1 = it printed none. */
    private static int counted(String out) {
        return out.isBlank()
                ? -1
                : Good.JSON.readTree(out).at("/tally/requests").asInt(-1);
    }
}
