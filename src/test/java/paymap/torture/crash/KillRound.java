package paymap.torture.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import paymap.site.sandbox.LoggedRequest;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import paymap.torture.Told;
import paymap.torture.crash.Child.Ended;

/**
 * A crawl that is killed at random moments, once or a few times, and then goes on to its end.
 *
 * @param chance its own, so that a round can be repeated without those before it
 */
record KillRound(int number, boolean onServer, int threads, boolean slow, Random chance) {

    private static final int PER_CITY = 60;
    private static final int START_MS = 1500; // and a little more than it takes until the first page
    private static final int REQUESTS = 22; // for all its pages
    private static final Duration SLOW = Duration.ofMillis(120);

    /**
     * What came of it.
     *
     * @param kills that met it alive
     * @param early of them those before the first page
     * @param kept rows that were stored after the last kill
     * @param pages asked for, all in all
     * @param again of them those that had been asked for
     * @param wrong what must not be, in words; empty = nothing
     */
    record Result(KillRound round, int kills, int early, int kept, int pages, int again, List<String> wrong) {}

    /** All rounds of one seed take turns with stores, threads and speeds. */
    static KillRound of(long seed, int number) {
        int[] threads = {1, 4, 16};
        return new KillRound(
                number,
                number % 2 == 1,
                threads[number / 2 % 3],
                number / 6 % 2 == 1,
                new Random(seed * 1_000_003 + number));
    }

    static List<String> undisturbed(Path folder) throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults());
                Base base = Base.file(Files.createDirectory(folder).resolve("paymap.db"))) {
            Ended ended = Child.run(folder, List.of(), words(site, base, 4));
            if (ended.exitCode() != 0 || base.jobs().size() != 4 * PER_CITY) {
                throw new IllegalStateException("an undisturbed crawl failed: " + ended);
            }
            return base.jobs();
        }
    }

    Result run(Path folder, List<String> expected) throws Exception {
        Files.createDirectory(folder);
        SandboxOptions options = SandboxOptions.defaults();
        try (SandboxSite site = SandboxSite.start(slow ? options.withLatency(SLOW) : options);
                Base base = onServer ? Base.onServer() : Base.file(folder.resolve("paymap.db"))) {
            List<String> wrong = new ArrayList<>();
            int kills = 0;
            int early = 0;
            int kept = 0;
            for (int times = 1 + chance.nextInt(10) / 7; times > 0 && !isOver(base); times--) {
                if (killed(folder, site, base)) {
                    kills++;
                    early += pages(site).isEmpty() ? 1 : 0;
                    kept = base.isMade() ? check(base, expected, wrong) : 0;
                }
            }
            if (!isOver(base)) {
                Ended ended = Child.run(folder, List.of(), words(site, base, threads));
                wrong.addAll(Told.wrong(ended.err() + ended.out()));
                if (ended.exitCode() != 0) {
                    wrong.add("exit code " + ended.exitCode() + ": " + ended.err());
                }
            }
            if (check(base, expected, wrong) != expected.size()) {
                wrong.add("rows are missing");
            }
            wrong.addAll(leftOver(base));
            List<String> pages = pages(site);
            int again = pages.size() - new HashSet<>(pages).size();
            if (again > kills * threads) {
                wrong.add(again + " pages asked for again");
            }
            return new Result(this, kills, early, kept, pages.size(), again, wrong);
        }
    }

    /** Whether it was killed after all was done: the next crawl would be another one. */
    private static boolean isOver(Base base) throws Exception {
        return base.isMade()
                && base.rows("SELECT 1 FROM runs WHERE complete = 1").size() == 1;
    }

    /** @return how many rows there are */
    private static int check(Base base, List<String> expected, List<String> wrong) throws Exception {
        List<String> rows = base.jobs();
        List<String> keys = rows.stream().map(KillRound::key).toList();
        if (!expected.stream().map(KillRound::key).toList().containsAll(keys)) {
            wrong.add("rows that an undisturbed crawl does not have");
        }
        if (rows.size() == expected.size() && !rows.equals(expected)) {
            wrong.add("other openings than of an undisturbed crawl");
        }
        wrong.addAll(base.flaws());
        return rows.size();
    }

    /** A row without its openings. */
    private static String key(String row) {
        return row.substring(0, row.lastIndexOf('|'));
    }

    private static List<String> leftOver(Base base) throws Exception {
        List<String> left = new ArrayList<>();
        if (!base.rows("SELECT complete, why FROM runs").equals(List.of("1|"))) {
            left.add("its run is not complete: " + base.rows("SELECT complete, why FROM runs"));
        }
        for (String table : List.of("run_owners", "waiting_rows", "pages WHERE state = 'LEASED'")) {
            if (!base.rows("SELECT 1 FROM " + table).isEmpty()) {
                left.add("left over: " + table);
            }
        }
        return left;
    }

    private boolean killed(Path folder, SandboxSite site, Base base) throws Exception {
        try (Child child = Child.start(folder, List.of(), words(site, base, threads))) {
            boolean isAlive = true;
            if (chance.nextInt(4) > 0) {
                long wanted = site.counters().requests() + 1 + chance.nextInt(REQUESTS);
                isAlive = child.isUntil(() -> site.counters().requests() >= wanted);
                TimeUnit.MICROSECONDS.sleep(chance.nextInt(slow ? 150_000 : 20_000));
            } else {
                isAlive = !child.process().waitFor(chance.nextInt(START_MS), TimeUnit.MILLISECONDS);
            }
            child.signal("KILL");
            return isAlive && child.end().exitCode() == 128 + 9;
        }
    }

    private static List<String> pages(SandboxSite site) {
        return site.log().stream()
                .filter(sent -> sent.form().containsKey("pn"))
                .map(KillRound::page)
                .toList();
    }

    private static String page(LoggedRequest sent) {
        return sent.target() + " " + sent.form().get("pn");
    }

    static List<String> words(SandboxSite site, Base base, int threads) {
        return List.of(
                "crawl",
                "--cities",
                "bj,sh,gz,sz",
                "--per-city",
                Integer.toString(PER_CITY),
                "--rate",
                "max",
                "--era",
                "classic",
                "-n",
                Integer.toString(threads),
                "--quiet",
                "--json",
                "--site",
                site.uri().toString(),
                "--db",
                base.name());
    }
}
