package paymap.torture.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import paymap.torture.Table;
import paymap.torture.site.Case.Result;
import paymap.torture.site.Case.Sound;
import paymap.torture.site.Fault.Trait;

/** Everything that a site can do wrong that we could think of, and what a crawl comes to. */
class FaultsOfASiteTest {

    private static final int PROCESSES = Integer.getInteger("paymap.torture.processes", 12);
    private static final int CRAWLS_WITHIN = 40;
    private static final long LONGEST_MINUTES = 30;

    /** Of these each reply costs most to read: their peaks are of interest on the way in, too. */
    private static final Set<String> DEAR = Set.of("headers", "body", "compression", "robots.txt");

    @TempDir
    Path folder;

    @Test
    @Tag("torture")
    @Timeout(value = LONGEST_MINUTES, unit = TimeUnit.MINUTES)
    void eachEndsInASentenceAndCostsNoOtherCity() throws Exception {
        List<Result> results = new ArrayList<>();
        try (Elsewhere elsewhere = new Elsewhere()) {
            List<Case> cases = new ArrayList<>();
            List<Fault> faults = new ArrayList<>(faults(elsewhere.address()));
            faults.sort(Comparator.comparing(fault -> !fault.is(Trait.SLOW))); // these wait longest
            for (Fault fault : faults) {
                for (When when : whens(fault)) {
                    cases.add(new Case(fault, when));
                }
            }
            Pattern only = Pattern.compile(System.getProperty("paymap.torture.only", ""));
            tried(cases.stream().filter(c -> only.matcher(c.name()).find()).toList(), results);
            assertEquals(0, elsewhere.asked(), "another host was asked");
        } finally {
            write(results);
        }
        assertSound(results);
    }

    @Test
    void ofEachKindSomeEndWellWithinThisProcess() throws Exception {
        List<Fault> all = faults("http://127.0.0.1:1");
        List<Case> some = IntStream.range(0, all.size())
                .filter(i -> i % 8 == 3)
                .mapToObj(all::get)
                .filter(fault -> !fault.is(Trait.SLOW) && !fault.family().equals("robots.txt"))
                .map(fault -> new Case(fault, When.ONCE))
                .toList();

        List<Result> results = new ArrayList<>();
        tried(some, results);
        assertSound(results);
    }

    private static void assertSound(List<Result> results) {
        List<String> wrong = results.stream()
                .filter(result -> !result.wrong().isEmpty())
                .map(result -> result.tried().name() + ": " + result.wrong() + " "
                        + result.came().firstLine())
                .toList();
        assertTrue(wrong.isEmpty(), wrong.size() + " of " + results.size() + ":\n" + String.join("\n", wrong));
        assertTrue(results.size() > 10, "too few were tried");
    }

    private void tried(List<Case> cases, List<Result> results) throws Exception {
        ExecutorService alone = Executors.newFixedThreadPool(PROCESSES);
        ExecutorService within = Executors.newFixedThreadPool(CRAWLS_WITHIN);
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            Map<Integer, Sound> sound = new TreeMap<>();
            for (int perCity : cases.stream().map(Case::perCity).collect(Collectors.toSet())) {
                sound.put(perCity, Sound.of(folder.resolve("sound" + perCity), site.uri(), perCity));
            }
            List<Future<Result>> running = new ArrayList<>();
            for (Case each : cases) {
                Path own = folder.resolve("case" + running.size());
                URI uri = site.uri();
                boolean isAlone = isAlone(each);
                running.add((isAlone ? alone : within)
                        .submit(() -> each.result(own, uri, sound.get(each.perCity()), isAlone)));
            }
            for (Future<Result> result : running) {
                results.add(result.get());
            }
        } finally {
            alone.shutdownNow();
            within.shutdownNow();
        }
    }

    private static boolean isAlone(Case tried) {
        return tried.when() == When.CITY
                || tried.when() == When.ROBOTS
                || tried.when() == When.ALWAYS && DEAR.contains(tried.fault().family());
    }

    static List<Fault> faults(String elsewhere) {
        return Stream.of(
                        LineFaults.all(),
                        FramingFaults.all(),
                        CodingFaults.encodings(),
                        CodingFaults.packings(),
                        WayFaults.redirects(elsewhere),
                        WayFaults.cookies(),
                        WayFaults.doors(),
                        ContentFaults.bodies(),
                        ContentFaults.rowFaults(),
                        ContentFaults.totals(),
                        WayFaults.robots())
                .flatMap(List::stream)
                .toList();
    }

    private static List<When> whens(Fault fault) {
        return switch (fault.family()) {
            case "robots.txt" -> List.of(When.ROBOTS_ONCE, When.ROBOTS);
            case "rows", "total" -> List.of(When.ONCE, When.CITY, When.HUNDREDTH, When.TENTH, When.HALF, When.ALWAYS);
            default -> List.of(When.ONCE, When.ENTRANCE, When.CITY, When.HUNDREDTH, When.TENTH, When.HALF, When.ALWAYS);
        };
    }

    private static void write(List<Result> results) throws Exception {
        Table all = new Table(
                "fault",
                "when",
                "exit",
                "others complete",
                "damaged",
                "requests",
                "s",
                "MB",
                "first line of stderr",
                "wrong");
        for (Result result : results) {
            all.add(
                    result.tried().fault().family() + ": "
                            + result.tried().fault().name(),
                    result.tried().when().words(),
                    result.came().exitCode(),
                    result.others() ? "yes" : "no",
                    result.damaged(),
                    result.requests(),
                    String.format("%.1f", result.came().seconds()),
                    result.came().peakMb() == 0 ? "" : result.came().peakMb(),
                    result.came().firstLine(),
                    String.join(", ", result.wrong()));
        }
        all.write("faults");
        Table short_ = new Table(
                "faults",
                "when",
                "tried",
                "exit 0",
                "1",
                "3",
                "others complete",
                "most requests",
                "longest, s",
                "peak, MB");
        Map<String, Map<When, List<Result>>> families = new TreeMap<>();
        results.forEach(
                result -> families.computeIfAbsent(result.tried().fault().family(), family -> new EnumMap<>(When.class))
                        .computeIfAbsent(result.tried().when(), when -> new ArrayList<>())
                        .add(result));
        families.forEach((family, whens) -> whens.forEach((when, some) -> short_.add(
                family,
                when.words(),
                some.size(),
                count(some, result -> result.came().exitCode() == 0),
                count(some, result -> result.came().exitCode() == 1),
                count(some, result -> result.came().exitCode() == 3),
                count(some, Result::others),
                some.stream().mapToInt(Result::requests).max().orElse(0),
                Math.round(some.stream()
                        .mapToDouble(result -> result.came().seconds())
                        .max()
                        .orElse(0)),
                some.stream().mapToLong(result -> result.came().peakMb()).max().orElse(0))));
        short_.write("faults-summary");
    }

    private static long count(List<Result> results, Predicate<Result> which) {
        return results.stream().filter(which).count();
    }
}
