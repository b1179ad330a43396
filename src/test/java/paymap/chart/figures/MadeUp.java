package paymap.chart.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import paymap.figures.PayFigures;
import paymap.figures.PaySource;
import paymap.job.City;
import paymap.job.JobStore.Collected;
import paymap.job.JobStore.PayGroup;
import paymap.job.JobStore.RunPay;
import paymap.job.Keywords;

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
