package paymap.torture.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Java that starts paymap in half the time: its classes as a jar, and those of a usual crawl in an archive beside it. */
final class QuickStart {

    private static final QuickStart ONLY = made();

    private final List<String> command;

    private QuickStart(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** Up to the name of the class, all options told; the arguments of paymap follow. */
    static List<String> command() {
        return ONLY.command;
    }

    private static QuickStart made() {
        try {
            Path folder = Files.createTempDirectory("paymap-quick");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            String classPath = classPath(folder.resolve("paymap.jar"));
            Path archive = folder.resolve("paymap.jsa");
            List<String> making = java("-XX:ArchiveClassesAtExit=" + archive, classPath);
            making.addAll(List.of("crawl", "--site", "sandbox", "--cities", "bj", "--per-city", "30", "--db"));
            making.add(folder.resolve("x.db").toString());
            Process process = new ProcessBuilder(making)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor(5, TimeUnit.MINUTES);
            process.destroyForcibly();
            return new QuickStart(
                    java(Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto", classPath));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> java(String option, String classPath) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData", // which fails where a disk is full
                "-Xlog:disable",
                option,
                "-cp",
                classPath,
                "paymap.Main"));
    }

    /** An archive holds what comes from jars alone; of this build there are folders. */
    private static String classPath(Path jar) throws IOException {
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.exists(Path.of(part, "paymap", "Main.class"))) {
                pack(Path.of(part), jar);
                parts.add(0, jar.toString());
            } else if (Files.isRegularFile(Path.of(part))) {
                parts.add(part);
            }
        }
        return String.join(File.pathSeparator, parts);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            zip.setLevel(1);
            for (Path each : (Iterable<Path>) all.sorted()::iterator) {
                String name = classes.relativize(each).toString();
                if (!name.isEmpty()) {
                    zip.putNextEntry(new ZipEntry(Files.isDirectory(each) ? name + "/" : name));
                    if (Files.isRegularFile(each)) {
                        Files.copy(each, zip);
                    }
                }
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            // What is left lies in the folder for temporary files.
        }
    }
}
