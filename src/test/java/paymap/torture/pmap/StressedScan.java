package paymap.torture.pmap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import paymap.torture.Told;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One scan as a process, what befalls it, and what it says of ports whose state is known. */
final class StressedScan {

    /** As built before. */
    static final Path JAR = Path.of("target", "paymap.jar");

    private static final long LONGEST_S = 90;
    private static final int LOOK_MS = 50;

    private final Stress stress;
    private final Wire wire;
    private final Path out;
    private final Path err;
    private final Path folder;
    private int exitCode = -1;
    private double seconds;

    StressedScan(Stress stress, Wire wire, Path folder) {
        this.stress = stress;
        this.wire = wire;
        this.folder = folder;
        this.out = folder.resolve("out");
        this.err = folder.resolve("err");
    }

    void run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(wire.inside(command()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            if (!stress.happens().isEmpty() || !stress.toChildren().isEmpty()) {
                awaitProgress(process);
                befall(process);
            }
            exitCode = process.waitFor(LONGEST_S, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        seconds = (System.nanoTime() - began) / 1e9;
    }

    private List<String> command() {
        List<String> scan = new ArrayList<>(List.of(
                Wire.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                stress.needsTheJar() ? JAR.toAbsolutePath().toString() : Wire.CLASSES,
                "paymap.Main",
                "pmap"));
        stress.args().forEach(arg -> scan.add(arg.replace("FOLDER", folder.toString())));
        scan.addAll(List.of("--format", "json", Wire.SOUND));
        String limits = stress.limits().isEmpty() ? "" : stress.limits() + "; ";
        List<String> words = new ArrayList<>(List.of("bash", "-c", limits + "exec \"$@\"", "scan"));
        words.addAll(scan);
        return words;
    }

    /** It tells its progress once a second, so the first ports have been asked by then. */
    private void awaitProgress(Process process) throws IOException, InterruptedException {
        while (process.isAlive() && !Files.readString(err).matches("(?s).*[1-9]\\d* of \\d+ done.*")) {
            process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void befall(Process process) throws IOException, InterruptedException {
        wire.happens(stress.happens());
        if (stress.toChildren().isEmpty()) {
            return;
        }
        String[] words = stress.toChildren().split(" ");
        do {
            List<ProcessHandle> children = process.descendants().toList();
            for (ProcessHandle child :
                    words[1].equals("one") ? children.stream().limit(1).toList() : children) {
                signal(words[0], child);
            }
            if (words[0].equals("STOP")) {
                process.waitFor(3, TimeUnit.SECONDS);
                process.descendants().forEach(child -> signal("CONT", child));
            }
        } while (words[1].equals("always") && !process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS));
    }

    private static void signal(String name, ProcessHandle child) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + child.pid()).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int exitCode() {
        return exitCode;
    }

    long seconds() {
        return Math.round(seconds);
    }

    String firstLine() throws IOException {
        return Files.readString(err)
                .lines()
                .filter(line -> !line.contains(" done, "))
                .findFirst()
                .orElse("");
    }

    String told() throws IOException {
        JsonNode host = host();
        return host.isMissingNode()
                ? "nothing"
                : host.path("open").size() + " open, " + count(host, "closed") + " closed, " + count(host, "filtered")
                        + " filtered, " + count(host, "errors") + " errors, " + count(host, "unasked") + " not asked";
    }

    /** What it said that is not so, in words. */
    List<String> wrong() throws IOException {
        List<String> wrong = new ArrayList<>(Told.wrong(Files.readString(err)));
        if (!stress.exits().contains(exitCode)) {
            wrong.add("exit code " + exitCode + " " + Files.readString(err));
        }
        JsonNode host = host();
        Set<Integer> open = new TreeSet<>();
        host.path("open").forEach(port -> open.add(port.path("port").asInt()));
        Set<Integer> really = open(stress.args());
        if (!really.containsAll(open)) {
            wrong.add("open " + open + " but really " + really);
        }
        if (exitCode == 0 && !stress.mayFilter()) {
            Set<Integer> missed = new TreeSet<>(really);
            missed.removeAll(open);
            missed.remove(Tarpits.FULL); // its queue may be full
            if (!missed.isEmpty() || count(host, "errors") + count(host, "unasked") > 0) {
                wrong.add("complete without " + missed + ", " + told());
            }
        }
        if (!stress.mayFilter() && count(host, "filtered") > (stress.name().startsWith("tarpits") ? 1 : 0)) {
            wrong.add("filtered though nothing was: " + told());
        }
        return wrong;
    }

    private static Set<Integer> open(List<String> args) {
        Set<Integer> open = new TreeSet<>(Tarpits.SOUND);
        open.addAll(Tarpits.HOLDING);
        open.add(Tarpits.FULL);
        String ports = args.get(args.indexOf("-p") + 1);
        open.removeIf(port ->
                ports.startsWith("2000") ? port == 443 || port == 1000 : port > Integer.parseInt(ports.substring(2)));
        return open;
    }

    private static int count(JsonNode host, String name) {
        return host.path(name).asInt(0);
    }

    private JsonNode host() throws IOException {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(out))
                    .path("hosts")
                    .path(0);
        } catch (JacksonException e) {
            return JsonMapper.shared().missingNode();
        }
    }
}
