package paymap.cli.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command that continues a crawl, for a person to paste. */
class ContinueCommandTest {

    @Test
    void plainWordsAndChineseStayAsTheyAre() {
        assertEquals(
                "paymap crawl --cities 北京,sh --site http://127.0.0.1:8080 --db data/paymap.db",
                ContinueCommand.of(
                        "crawl", "--cities", "北京,sh", "--site", "http://127.0.0.1:8080", "--db", "data/paymap.db"));
    }

    @Test
    void aNewRunIsNotAskedForAgain() {
        assertEquals("paymap crawl --cities bj", ContinueCommand.of("crawl", "--new-run", "--cities", "bj"));
    }

    @Test
    void aShellReadsBackWhatWasTyped() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Skipped: there is no /bin/sh here.");
        List<String> typed = List.of(
                "crawl",
                "--keyword",
                "it's $HOME `id` \"x\" \\ * ~ !",
                "--user-agent",
                "",
                "--db",
                "my data/工资 表.db",
                "a;b&c|d<e>f(g)#h");
        String command = ContinueCommand.of(typed.toArray(String[]::new)).replaceFirst("^paymap", "printf '%s\\\\n'");

        Process shell = new ProcessBuilder("/bin/sh", "-c", command).start();
        String told = new String(shell.getInputStream().readAllBytes(), UTF_8);

        assertEquals(0, shell.waitFor());
        assertEquals(typed, told.lines().toList());
    }
}
