package paymap.torture.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A disk of a few KB in memory, which can be enlarged. Only who is in its namespace sees it; root only.
 *
 * @param holder keeps the namespace
 * @param folder where it is mounted, empty for others
 */
public record SmallDisk(Process holder, Path folder) implements AutoCloseable {

    /** Mounts one. @param size as {@code mount} takes it: 40k, 2m */
    public static SmallDisk of(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        Process holder = new ProcessBuilder(
                        "unshare",
                        "-m",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=\"$1\" none \"$2\" && echo ready && exec sleep 1800",
                        "sh",
                        size,
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader said = holder.inputReader();
        if (!"ready".equals(said.readLine())) {
            throw new IOException("no disk could be mounted");
        }
        return new SmallDisk(holder, folder);
    }

    /** Why there can be none here; empty = there can be. */
    public static String missing(Path folder) {
        try (SmallDisk disk = of(folder, "40k")) {
            return disk.names().isEmpty() ? "" : "a mount shows other files";
        } catch (IOException e) {
            return "it takes root, who may mount";
        }
    }

    /** The command that runs another where the disk is seen. */
    public List<String> wrapper() {
        String here = "--wd=" + Path.of("").toAbsolutePath();
        return List.of("nsenter", "-m", here, "-t", Long.toString(holder.pid()), "--");
    }

    public void enlarge(String size) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(wrapper());
        command.addAll(List.of("mount", "-o", "remount,size=" + size, folder.toString()));
        if (new ProcessBuilder(command).start().waitFor() != 0) {
            throw new IOException("the disk could not be enlarged");
        }
    }

    /** The same folder as everybody sees it. */
    public Path seen() {
        return Path.of("/proc", Long.toString(holder.pid()), "root")
                .resolve(Path.of("/").relativize(folder));
    }

    /** All that lies on it, also in folders. */
    public List<String> names() throws IOException {
        Path root = seen();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.equals(root))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Copies its files, which SQLite cannot open where everybody sees them. */
    public void copyTo(Path target) throws IOException {
        Files.createDirectories(target);
        for (String name : names()) {
            if (Files.isRegularFile(seen().resolve(name)) && !name.endsWith("-shm")) {
                Files.copy(seen().resolve(name), target.resolve(Path.of(name).getFileName()));
            }
        }
    }

    @Override
    public void close() {
        holder.destroyForcibly();
    }
}
