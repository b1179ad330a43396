import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;

/** Several real crawls, each as a person would start it, for bench/machines/run. Prints lines of name=value. */
public final class Crawls {

    /** Process numbers of its own, as a container has: nobody outside can tell by them whether it lives. */
    private static final List<String> CONTAINER = List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc");

    private static final Duration LONGEST = Duration.ofSeconds(100);

    /** So slow a site that its page is surely under way when its holder dies. */
    private static final int SLOW_MS = 6000;

    /** Work enough for one crawl until another has joined it. */
    private static final String MANY = "bj,sh,gz,sz,hz,cd,nj,wh,xa,cq,tj,su,xm,cs,zz,qd";

    private final String paymap;
    private final String db;
    private final Path folder;
    private final List<Process> started = new ArrayList<>();

    private Crawls(String paymap, String db, Path folder) {
        this.paymap = paymap;
        this.db = db;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Crawls crawls = new Crawls(args[1], args[2], Path.of(args[3]));
        try {
            switch (args[0]) {
                case "join" -> crawls.join();
                case "containers" -> crawls.containers();
                default -> throw new IllegalArgumentException(args[0]);
            }
        } finally {
            crawls.started.forEach(Process::destroyForcibly);
        }
        System.exit(0);
    }

    /** How soon a second machine has a page, and how soon it has that of one that died. */
    private void join() throws Exception {
        try (Connection look = look();
                    SandboxSite site = SandboxSite.start(latency(200))) {
            Process first = crawl(CONTAINER, site.uri(), "join", MANY, 450);
            until(first, () -> holders(look, "join") == 1);
            long start = System.nanoTime();
            Process second = crawl(List.of(), site.uri(), "join", MANY, 450);
            until(second, () -> holders(look, "join") == 2);
            Machines.print("join_ms", ms(start));
            end(first);
            end(second);
        }
        try (Connection look = look();
                SandboxSite site = SandboxSite.start(latency(SLOW_MS))) {
            Machines.print("same_machine_ms", takeOver(look, site, List.of(), "same"));
            Machines.print("other_machine_ms", takeOver(look, site, CONTAINER, "other"));
        }
    }

    /** A plan of one page: its holder dies with it, while another one has nothing to do but to wait for it. */
    private double takeOver(Connection look, SandboxSite site, List<String> wrapper, String keyword) throws Exception {
        Process holder = crawl(wrapper, site.uri(), keyword, "bj", 15);
        until(holder, () -> holders(look, keyword) == 1);
        long fence = fence(look, keyword);
        Process heir = crawl(List.of(), site.uri(), keyword, "bj", 15);
        until(heir, () -> workers(look, keyword) == 2);
        Thread.sleep(SLOW_MS + 500); // until it has read robots.txt, too
        long start = System.nanoTime();
        end(holder);
        until(heir, () -> fence(look, keyword) > fence);
        double took = ms(start);
        end(heir);
        return took;
    }

    /** Two on one file; of each page the site hears once. */
    private void containers() throws Exception {
        try (SandboxSite site = SandboxSite.start(latency(150))) {
            Process first = crawl(CONTAINER, site.uri(), "apart", "bj,sh,gz", 450);
            until(first, () -> pages(site).size() >= 6);
            Process second = crawl(CONTAINER, site.uri(), "apart", "bj,sh,gz", 450);
            int codes = first.waitFor() + second.waitFor();
            List<String> pages = pages(site);
            Machines.print("exit_codes", codes);
            Machines.print("pages", pages.size());
            Machines.print("twice", pages.size() - new HashSet<>(pages).size());
            Machines.print("clients", site.log().stream().filter(sent -> sent.target().equals("/robots.txt")).count());
        }
    }

    private static List<String> pages(SandboxSite site) {
        return site.log().stream()
                .filter(sent -> sent.form().containsKey("pn"))
                .map(sent -> sent.target() + " " + sent.form().get("kd") + " " + sent.form().get("pn"))
                .toList();
    }

    private static SandboxOptions latency(int ms) {
        return SandboxOptions.defaults().withLatency(Duration.ofMillis(ms));
    }

    private Process crawl(List<String> wrapper, URI site, String keyword, String cities, int rows) throws Exception {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(paymap, "crawl", "--site", site.toString(), "--db", db, "--cities", cities));
        command.addAll(List.of("--keyword", keyword, "--per-city", Integer.toString(rows), "--rate", "max"));
        File told = folder.resolve("crawl" + started.size() + ".txt").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(told)
                .start();
        started.add(process);
        return process;
    }

    /** As a power cut ends it: with what it runs within. */
    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> within = process.descendants().toList();
        process.destroyForcibly();
        within.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    private static void until(Process working, Callable<Boolean> reached) throws Exception {
        long start = System.nanoTime();
        while (!reached.call()) {
            if (!working.isAlive()) {
                throw new IllegalStateException("a crawl ended early, with exit code " + working.exitValue());
            }
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException("it does not come to it in " + LONGEST);
            }
            Thread.sleep(5);
        }
    }

    private static double ms(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private Connection look() throws SQLException {
        return DriverManager.getConnection("jdbc:" + db.replaceFirst("//[^@]*@", "//"), "bench", "");
    }

    private static long holders(Connection look, String keyword) throws SQLException {
        return asked(look, "SELECT count(DISTINCT p.owner) FROM pages p JOIN runs r ON r.id = p.run_id"
                + " WHERE p.state = 'LEASED' AND r.keyword = ?", keyword);
    }

    private static long workers(Connection look, String keyword) throws SQLException {
        return asked(look, "SELECT count(*) FROM run_owners o JOIN runs r ON r.id = o.run_id WHERE r.keyword = ?", keyword);
    }

    private static long fence(Connection look, String keyword) throws SQLException {
        return asked(look, "SELECT max(p.fence) FROM pages p JOIN runs r ON r.id = p.run_id WHERE r.keyword = ?", keyword);
    }

    private static long asked(Connection look, String query, String keyword) throws SQLException {
        try (PreparedStatement statement = look.prepareStatement(query)) {
            statement.setString(1, keyword);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
