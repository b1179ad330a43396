package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--port 65536; 65536",
                "--port -1; -1",
                "--port http; http",
                "--seed one; one",
                "--era baroque; baroque",
                "--eras encrypted,baroque; baroque",
                "--secret-life 0; must be above 0",
                "--secret-life -1; must be above 0",
                "--secret-life long; long",
                "--limit 0/s; 0/s",
                "--limit fast; fast",
                "--limit 4/s --burst 0; 0",
                "--limit 4/s --anger -1; must not be negative",
                "--when-too-fast shrug; shrug",
                "--session-pages -1; -1",
                "--latency -5; must not be negative",
                "--fault 500; 500",
                "--fault 500:2; 2",
                "--fault 500:0.6,reset:0.6; 1.2",
                "--fault flood:0.1; flood:0.1",
                "--fault page1:0; 0",
                "--postings -1; -1",
                "--postings 99999999; 99999999",
                "--board monster; unknown board \"monster\"; allowed: lagou, boss, zhilian, 51job, liepin",
                "--board boss --eras classic; --eras is of Lagou's protocol and means nothing with --board boss",
                "--board 51job --public-key site.pem; --public-key is of Lagou's protocol",
                "--board liepin --logged-out; only these hide pay",
                "--logged-out; only these hide pay",
                "--refuse; needs another board than lagou",
                "--board zhilian --refuse -1; -1",
                "--nonsense; --nonsense"
            })
    void aBadOptionIsRefusedWithItsValueBeforeAnythingListens(String options, String value) {
        Ran ran = Ran.paymap(("sandbox " + options).split(" "));

        assertEquals(2, ran.exitCode(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("paymap: "), ran.err());
        assertTrue(ran.err().contains(value), ran.err());
        assertFalse(ran.err().contains("\tat ") || ran.err().contains("Exception"), ran.err());
    }

    @Test
    void aPublicKeyThatCannotBeWrittenIsToldBeforeAnythingListens() {
        Ran ran = Ran.paymap("sandbox", "--port", "0", "--public-key", "/nowhere/site.pem");

        assertEquals(2, ran.exitCode());
        assertEquals("", ran.out());
        assertEquals("paymap: cannot write to /nowhere/site.pem: its folder is not there\n", ran.err());
    }

    @Test
    void aPortInUseCannotBeHadAndSaysSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = Ran.paymap("sandbox", "--port", "" + taken.getLocalPort());

            assertEquals(1, ran.exitCode());
            assertEquals("", ran.out());
            assertTrue(
                    ran.err().startsWith("paymap: cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": "),
                    ran.err());
            assertEquals(1, ran.err().lines().count(), ran.err());
        }
    }

    @Test
    void withALogEachRequestFollowsTheAddressAsALine() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Thread site = new Thread(() -> Paymap.run(out, out, Map.of("LANG", "C"), "sandbox", "--port", "0", "--log"));
        site.start();
        try {
            String address = lineOf(printed, "http://127.0.0.1:");
            URI.create(address + "/robots.txt").toURL().openStream().close();

            String line = lineOf(printed, "{");

            assertTrue(line.startsWith("{\"number\":1,\"at\":\""), line);
            assertTrue(
                    line.endsWith(",\"method\":\"GET\",\"target\":\"/robots.txt\",\"form\":{},\"kind\":\"robots\"}"),
                    line);
        } finally {
            site.interrupt();
            site.join();
        }
    }

    /** Waits until a whole line has come that begins so. */
    private static String lineOf(ByteArrayOutputStream printed, String beginning) throws InterruptedException {
        for (int ms = 0; ms < 60_000; ms += 10) {
            String all = printed.toString(StandardCharsets.UTF_8);
            Optional<String> line = all.substring(0, all.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(each -> each.startsWith(beginning))
                    .findFirst();
            if (line.isPresent()) {
                return line.get();
            }
            Thread.sleep(10);
        }
        throw new AssertionError("no line begins with " + beginning + ": " + printed);
    }
}
