package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--port 65536; 65536",
                "--port -1; -1",
                "--port http; http",
                "--idle 0s; 0s",
                "--idle soon; soon",
                "--nonsense; --nonsense"
            })
    void aBadOptionIsRefusedWithItsValueBeforeAnythingListens(String options, String value) throws IOException {
        Ran ran = Ran.paymap(("serve " + options + " --db " + database()).split(" "));

        assertEquals(2, ran.exitCode(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("paymap: ") && ran.err().contains(value), ran.err());
        assertFalse(ran.err().contains("\tat ") || ran.err().contains("Exception"), ran.err());
    }

    @Test
    void aDatabaseThatIsNotThereIsToldAsStatsTellsIt() {
        String missing = folder.resolve("none.db").toString();

        Ran ran = Ran.paymap("serve", "--db", missing);

        assertEquals(Ran.paymap("stats", "--db", missing), ran);
        assertEquals(1, ran.exitCode());
    }

    @Test
    void aPortInUseCannotBeHadAndSaysSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ran ran = Ran.paymap("serve", "--db", database(), "--port", "" + taken.getLocalPort());

            assertEquals(1, ran.exitCode());
            assertEquals("", ran.out());
            String last = ran.err().lines().reduce("", (before, line) -> line);
            assertTrue(last.startsWith("paymap: cannot listen on 127.0.0.1:" + taken.getLocalPort()), ran.err());
            assertEquals(2, ran.err().lines().count(), ran.err());
        }
    }

    @Test
    void theAddressStandsAloneOnStandardOutputAndItEndsWhenNobodyLooks() throws IOException {
        Ran ran = Ran.paymap("serve", "--db", database(), "--idle", "1s");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().matches("http://127\\.0\\.0\\.1:\\d+/\\?token=[\\w-]{32}\n"), ran.out());
        assertTrue(ran.err().endsWith("Nobody has looked for 1s; the page has ended.\n"), ran.err());
    }

    private String database() throws IOException {
        Path db = folder.resolve("paymap.db");
        if (Files.notExists(db)) {
            Path rows = Files.writeString(folder.resolve("rows.csv"), "city,title,salary\n北京,Java,10k-20k\n");
            assertEquals(0, Ran.imported(db, rows, "--site", "a").exitCode());
        }
        return db.toString();
    }
}
