package paymap.cli.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.job.City;
import paymap.job.RunRow;

/** The command line, to be typed once more. */
public final class ContinueCommand {

    // The options of a crawl that are spelled in more than one place.
    public static final String SITE = "--site";
    public static final String CITIES = "--cities";
    public static final String KEYWORD = "--keyword";
    public static final String PER_CITY = "--per-city";
    public static final String WHOLE = "--whole";
    public static final String SEED = "--seed";
    public static final String COOKIES = "--cookies";
    public static final String NEW_RUN = "--new-run";

    private ContinueCommand() {}

    public static String of(String... args) {
        return Arrays.stream(args)
                .filter(arg -> !arg.equals(NEW_RUN))
                .map(ContinueCommand::quoted)
                .collect(Collectors.joining(" ", "paymap ", ""));
    }

    /**
     * The command that continues a run, from what the database knows of it.
     *
     * @param keywords of its series, by commas; of a run that was begun alone its own
     * @param address where its site was last found; null = not noted
     */
    public static String of(RunRow run, String keywords, @Nullable String address, String db, Sites sites) {
        List<String> args = new ArrayList<>(List.of("crawl", SITE));
        if (run.work().site().equals(Sandbox.NAME)) {
            args.addAll(List.of(Sandbox.TYPED, SEED, Sandbox.seed(run.work().source())));
        } else if (sites.crawlable(run.work().site()).isPresent()) {
            args.add(run.work().site());
        } else {
            args.add(address == null ? "http://" + run.work().site() : address);
        }
        args.addAll(List.of(KEYWORD, keywords, CITIES));
        args.add(cities(run.work().cities()));
        args.addAll(
                run.isWhole()
                        ? List.of(WHOLE)
                        : List.of(PER_CITY, Integer.toString(run.work().perCity())));
        args.addAll(List.of(DatabaseOption.NAME, db));
        return of(args.toArray(String[]::new));
    }

    private static String cities(List<String> chinese) {
        List<City> cities = chinese.stream().map(City::of).toList();
        return cities.size() == City.ALL.size()
                ? City.EVERY
                : cities.stream().map(City::shortest).collect(Collectors.joining(","));
    }

    private static String quoted(String arg) {
        boolean plain = arg.matches("[\\p{L}\\p{N}_./:,=@%+-]+");
        return plain ? arg : "'" + arg.replace("'", "'\\''") + "'";
    }
}
