package paymap.chart.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.Grouping;
import paymap.figures.PayFigures;
import paymap.figures.PaySource;
import paymap.figures.Question;
import paymap.job.City;
import paymap.job.JobStore.Collected;
import paymap.job.JobStore.PayGroup;
import paymap.job.JobStore.RunPay;
import paymap.job.Keywords;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.job.ladder.Rung;
import paymap.salary.Basis;
import paymap.salary.LikeForLike;
import paymap.salary.Midpoints;

/** Made-up frequency tables, for the tests of all rooms of charts. */
public final class MadeUp {

    public static final PaySource SOURCE = new PaySource(
            "sandbox (made-up data)",
            true,
            Keywords.of("python"),
            null,
            new Collected("2026-11-20T08:00:00Z", "2026-11-23T09:00:00Z"));

    private MadeUp() {}

    /** Lines {@code city salary rows}. */
    public static List<PayGroup> groups(String... lines) {
        return List.of(lines).stream()
                .map(line -> line.split(" "))
                .map(part -> new PayGroup(part[0], part[1], 0, Long.parseLong(part[2]), Long.parseLong(part[2])))
                .toList();
    }

    public static ChartData data(String... lines) {
        return ChartData.of(SOURCE, PayFigures.of(groups(lines)), List.of());
    }

    /** Lines {@code value salary rows} of groups by one thing, or {@code city/step salary rows} of groups by two. */
    public static List<PayFigures> figures(List<Dimension> by, String... lines) {
        return PayFigures.of(groups(lines)).stream()
                .map(figures -> of(by, figures))
                .sorted(PayFigures.BY_GROUP)
                .toList();
    }

    private static PayFigures of(List<Dimension> by, PayFigures figures) {
        String[] values = figures.group().value(Dimension.CITY).split("/", by.size());
        List<Group.Member> members = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            members.add(new Group.Member(by.get(i), values[i].replace("unstated", "")));
        }
        return new PayFigures(
                new Group(members), figures.rows(), figures.openings(), figures.midpoints(), figures.offered());
    }

    /** Where rows are from that are grouped by something else than cities, or averaged otherwise. */
    public static PaySource source(Dimension by, Basis basis) {
        Question question =
                new Question(new Grouping(List.of(by)), basis, SOURCE.question().filters());
        return new PaySource(question, true, SOURCE.keywords(), SOURCE.collected());
    }

    /** Lines as of {@link #figures} by one thing. */
    public static ChartData by(Dimension by, String... lines) {
        return ChartData.of(source(by, Basis.MONTH), figures(List.of(by), lines), List.of());
    }

    /** Cities on steps: lines {@code city/step salary rows}. */
    public static ChartData ladder(Dimension steps, String... lines) {
        Ladder ladder = Ladder.of(steps, figures(List.of(Dimension.CITY, steps), lines));
        Ladder none = Ladder.of(steps, List.of());
        boolean experience = steps == Dimension.EXPERIENCE;
        String[] cities = Arrays.stream(lines)
                .map(line -> line.replaceFirst("/[^ ]*", ""))
                .toArray(String[]::new);
        return data(cities).with(new Details(experience ? ladder : none, experience ? none : ladder, null, null));
    }

    /** Cities with means like for like: each as it would be with as many rows in a cell as in another. */
    public static ChartData alike(ChartData data) {
        Group cell = new Group(List.of(new Group.Member(Dimension.EXPERIENCE, "3-5")));
        Map<Group, Map<Group, Midpoints>> cells = new LinkedHashMap<>();
        data.citiesByRank().stream()
                .filter(city -> !city.isSmall())
                .forEach(city -> cells.put(city.group(), Map.of(cell, city.midpoints())));
        Details details = data.details();
        return data.with(
                new Details(details.experience(), details.education(), LikeForLike.of(cells, 5), details.dayRates()));
    }

    /** With all that any picture shows: so many cities with so many rows on each step. */
    public static ChartData detailed(Random random, int cities, int rows) {
        ChartData data = ChartData.of(
                SOURCE,
                PayFigures.of(random(random, cities, 6 * rows)),
                history(random, cities, Math.max(20, 6 * rows)));
        ChartData days = ChartData.of(
                source(Dimension.CITY, Basis.DAY),
                figures(List.of(Dimension.CITY), small(random, cities, rows)),
                List.of());
        return alike(data.with(new Details(
                crossed(random, cities, rows, Dimension.EXPERIENCE, Experience.values()),
                crossed(random, cities, rows, Dimension.EDUCATION, Education.values()),
                null,
                days)));
    }

    /** Fewer rows on each step than on the one below. */
    private static Ladder crossed(Random random, int cities, int rows, Dimension steps, Rung[] rungs) {
        List<String> lines = new ArrayList<>();
        for (int c = 0; c < cities; c++) {
            for (Rung rung : rungs) {
                for (int r = 0; r < 3 * rows - rung.ordinal(); r++) {
                    int low = 4 + 3 * rung.ordinal() + random.nextInt(9);
                    lines.add(City.KNOWN.get(c).chinese() + "/" + rung.code() + " " + low + "k-" + 2 * low + "k 1");
                }
            }
        }
        return Ladder.of(steps, figures(List.of(Dimension.CITY, steps), lines.toArray(String[]::new)));
    }

    /** Monthly figures that pictures of days may be drawn from, as tests look at words and marks. */
    private static String[] small(Random random, int cities, int rows) {
        List<String> lines = new ArrayList<>();
        for (int c = 0; c < cities; c++) {
            for (int r = 0; r < rows; r++) {
                lines.add(City.KNOWN.get(c).chinese() + " " + (100 + random.nextInt(900)) + "元/月 1");
            }
        }
        return lines.toArray(String[]::new);
    }

    /** So many rows in each of so many cities, some of them without a range. */
    public static List<PayGroup> random(Random random, int cities, int rows) {
        List<PayGroup> groups = new ArrayList<>();
        for (int c = 0; c < cities; c++) {
            for (int r = 0; r < rows; r++) {
                int low = 3 + (int) Math.abs(random.nextGaussian() * 14);
                String pay = random.nextInt(30) == 0 ? "面议" : low + "k-" + (low + 1 + random.nextInt(low)) + "k";
                groups.add(new PayGroup(City.KNOWN.get(c).chinese(), pay, 0, 1, 1));
            }
        }
        return groups;
    }

    /** Five weekly runs. */
    public static List<RunPay> history(Random random, int cities, int rows) {
        List<RunPay> history = new ArrayList<>();
        for (int run = 1; run <= 5; run++) {
            String started = "2026-10-%02dT08:00:00Z".formatted(run * 5);
            for (PayGroup group : random(random, cities, rows)) {
                history.add(new RunPay(run, started, "python", group));
            }
        }
        return history;
    }

    public static Wording wording(ChartData data, Language language) {
        return new Wording(data, language, null);
    }
}
