package paymap.torture.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import paymap.cli.Ran;

/** The folder in which command lines are tried: files of each kind, a database with rows, and settings of its own. */
final class LineFolder {

    /** Relative to the folder; the last is not there. */
    static final List<String> FILES = List.of(
            "known.db",
            "rows.csv",
            "broken.json",
            "empty",
            "bytes",
            "scan.json",
            "hosts",
            "pipe",
            "sub",
            "read-only/x",
            "link",
            "missing");

    private static final String ROWS = "title,salary,city\n虚构工程师,15k-25k,北京\n虚构分析师,面议,上海\n";

    private final Path folder;

    LineFolder(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.writeString(folder.resolve("rows.csv"), ROWS);
        Files.writeString(folder.resolve("settings"), "");
        Files.writeString(folder.resolve("broken.json"), "{\"a\":[1,");
        Files.write(folder.resolve("empty"), new byte[0]);
        Files.write(folder.resolve("bytes"), new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE, 27, '[', '2', 'J', '\n'});
        Files.writeString(folder.resolve("hosts"), "127.0.0.1 # this one\n");
        Files.createDirectories(folder.resolve("sub"));
        Files.createDirectories(folder.resolve("read-only"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("rows.csv"));
        new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor();
        drained(folder.resolve("pipe"));
        ran(
                "import",
                "--db",
                folder.resolve("known.db").toString(),
                folder.resolve("rows.csv").toString());
        ran("pmap", "127.0.0.1", "-p", "1", "-w", folder.resolve("scan.json").toString());
    }

    /** Somebody reads what is written to it, as behind a pipe of a shell. */
    private static void drained(Path pipe) {
        Thread reader = new Thread(() -> {
            try (RandomAccessFile both = new RandomAccessFile(pipe.toFile(), "rw")) { // waits for no writer
                byte[] some = new byte[1 << 16];
                while (both.read(some) >= 0) {
                    Thread.onSpinWait();
                }
            } catch (IOException e) {
                // nobody is told what nobody reads
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** Variables with which nothing but this folder is written to, and no site but the made-up one is asked. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PAYMAP_CONFIG", folder.resolve("settings").toString());
        environment.put("PAYMAP_DB", folder.resolve("known.db").toString());
        environment.put("PAYMAP_OUT", folder.resolve("charts").toString());
        environment.put("PAYMAP_SITE", "sandbox");
        return environment;
    }

    private void ran(String... args) throws IOException {
        Ran ran = Ran.paymap(environment(), args);
        if (ran.exitCode() != 0) {
            throw new IOException(new String(ran.err().getBytes(UTF_8), UTF_8));
        }
    }
}
