package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.PingerChoice;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;

class PmapRequestTest {

    @Test
    void whatIsNotTypedIsAsTheHelpSays() {
        PmapRequest request = read("127.0.0.1");

        assertEquals(ScanPlan.Kind.TCP, request.plan().kind());
        assertEquals("1-1024", request.plan().ports().toString());
        assertEquals(
                new ScanSettings(256, Duration.ofSeconds(1), ScanSettings.AS_NEEDED, 0, false, false),
                request.plan().settings());
        assertEquals(PingerChoice.AUTO, request.plan().pinger());
        assertEquals(PmapRequest.Format.TEXT, request.format());
        assertFalse(request.children());
        assertNull(request.file());
        assertEquals(0, request.verbosity());
    }

    @Test
    void pingsAreFewerAtOnceUnlessTheirNumberIsTyped() {
        assertEquals(64, read("127.0.0.1 -f ping").plan().settings().atOnce());
        assertEquals(7, read("127.0.0.1 -f ping -n 7").plan().settings().atOnce());
    }

    @Test
    void whatIsTypedIsMeant() {
        PmapRequest request =
                read("127.0.0.1,127.0.0.2 --exclude 127.0.0.1 -p 22 -n 9 -t 300ms --retries 0 --rate 50 --assume-up"
                        + " --all -m proc -w out.json --format ndjson -v -v");

        assertEquals(
                new ScanSettings(9, Duration.ofMillis(300), 0, 50, true, true),
                request.plan().settings());
        assertEquals("22", request.plan().ports().toString());
        assertEquals(1, request.plan().targets().count());
        assertEquals("127.0.0.2", request.plan().targets().iterator().next().toString());
        assertEquals("127.0.0.1,127.0.0.2", request.targetsText());
        assertTrue(request.children());
        assertEquals(Path.of("out.json"), request.file());
        assertEquals(PmapRequest.Format.NDJSON, request.format());
        assertEquals(2, request.verbosity());
    }

    @Test
    void hostsMayComeFromStandardInput() {
        PmapOptions options = PmapOptions.fastPath(new String[] {"-"}, 0);

        PmapRequest request = PmapRequest.of(
                options, new ByteArrayInputStream("127.0.0.1\n127.0.0.2-3 # two\n".getBytes(StandardCharsets.UTF_8)));

        assertEquals(3, request.plan().targets().count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1 --all --format plain -w f|PLAIN", // the file holds it
                "127.0.0.1 -f ping --pinger fping|TEXT",
                "127.0.0.1 -f ping --all|TEXT",
                "127.0.0.1 --assume-up|TEXT", // of one host it is so anyway
            })
    void whatChangesSomethingIsTaken(String line, PmapRequest.Format format) {
        assertEquals(format, read(line).format());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1 -n 999999999999|-n takes a whole number",
                "127.0.0.1 -n -5|-n takes a whole number",
                "127.0.0.1 --retries 1.5|--retries takes a whole number, not \"1.5\"",
                "127.0.0.1 --rate ''|--rate takes a whole number",
                "127.0.0.1 -t 5|not a time: \"5\"",
                "127.0.0.1 -f TCP|-f is one of ping, tcp, not \"TCP\"",
                "127.0.0.1 -m threads|-m is thread or proc, not \"threads\"",
                "127.0.0.1 --exclude 127.0.0.1|every address of \"127.0.0.1\" is excluded",
            })
    void saysWhatIsWrongWithAValue(String line, String why) {
        String[] args = line.split(" ");
        PmapOptions options = PmapOptions.fastPath(args, 0);
        if (options == null) { // what the library would read
            options = new PmapOptions();
            options.named.add(args[0]);
            if (args[1].equals("-n")) {
                options.atOnce = args[2];
            } else {
                options.rate = "";
            }
        }
        PmapOptions typed = options;

        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> PmapRequest.of(typed, System.in));

        assertTrue(e.getMessage().contains(why), e.getMessage());
    }

    private static PmapRequest read(String line) {
        return PmapRequest.of(PmapOptions.fastPath(line.split(" "), 0), System.in);
    }
}
