package paymap.torture.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paymap.cli.Db;
import paymap.cli.Ran;

/**
 * A crawl of four cities, as a process with a small heap or within this one.
 *
 * @param folder for its files, of nobody else
 * @param site where it crawls
 * @param perCity rows wanted of each
 */
record Trial(Path folder, URI site, int perCity) {

    static final List<String> CITIES = List.of("北京", "上海", "广州", "深圳");

    /** Longer than any crawl of this size may take; one whose every other answer takes 45 s may take twice that. */
    static final long LONGEST_SECONDS = 300;

    /** Where many a reply keeps it waiting for as long as it waits for one at all. */
    static final long LONGEST_SLOW_SECONDS = 900;

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+)");
    private static final int LOOK_MS = 20;

    /**
     * What came of it.
     *
     * @param exitCode -1 = it did not end
     * @param peakMb of a process; 0 = it was none, or the system does not tell
     * @param rows stored of each city
     */
    record Came(int exitCode, String out, String err, double seconds, long peakMb, Map<String, Set<String>> rows) {

        /** What a person is told first. */
        String firstLine() {
            return err.lines().findFirst().orElse("");
        }
    }

    Came within() throws SQLException {
        long began = System.nanoTime();
        Ran ran = Ran.paymap(arguments());
        return new Came(ran.exitCode(), ran.out(), ran.err(), since(began), 0, rows());
    }

    Came alone() throws IOException, InterruptedException, SQLException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path"),
                "paymap.Main"));
        command.addAll(List.of(arguments()));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PAYMAP_"));
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        long began = System.nanoTime();
        Process process = builder.start();
        long peak = watched(process);
        boolean hasEnded = process.waitFor(1, TimeUnit.SECONDS);
        process.destroyForcibly();
        return new Came(
                hasEnded ? process.exitValue() : -1,
                Files.readString(out),
                Files.readString(err),
                since(began),
                peak,
                rows());
    }

    private static long watched(Process process) throws InterruptedException {
        long peak = 0;
        long rounds = LONGEST_SLOW_SECONDS * 1000 / LOOK_MS;
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        for (long i = 0; i < rounds && !process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS); i++) {
            peak = Math.max(peak, peak(status));
        }
        return peak;
    }

    private static long peak(Path status) {
        try {
            Matcher found = PEAK.matcher(Files.readString(status));
            return found.find() ? Long.parseLong(found.group(1)) >> 10 : 0;
        } catch (IOException e) {
            return 0; // it has just ended, or this is no Linux
        }
    }

    private String[] arguments() {
        return new String[] {
            "crawl",
            "--cities",
            "bj,sh,gz,sz",
            "--per-city",
            Integer.toString(perCity),
            "--rate",
            site.getHost().equals("127.0.0.1") ? "max" : "1/s", // no other may be asked as fast as it can
            "--max-wait",
            "1min",
            "--era",
            "classic",
            "--quiet",
            "--json",
            "--site",
            site.toString(),
            "--db",
            database().toString()
        };
    }

    private Path database() {
        return folder.resolve("paymap.db");
    }

    private Map<String, Set<String>> rows() throws SQLException {
        Map<String, Set<String>> rows = new TreeMap<>();
        CITIES.forEach(city -> rows.put(city, new TreeSet<>()));
        if (Files.exists(database())) {
            for (String row : Db.rows(database(), "SELECT city, title, salary FROM jobs")) {
                rows.computeIfAbsent(row.split("\\|")[0], city -> new TreeSet<>())
                        .add(row);
            }
        }
        return rows;
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
