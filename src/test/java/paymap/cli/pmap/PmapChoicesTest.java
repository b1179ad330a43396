package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.BannerChoice;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.UsualPorts;

class PmapChoicesTest {

    /** Nothing that would be looked up as a name. */
    private static final String[] HOST_PARTS = {
        "127.0.0.1",
        "127.0.0.2",
        "10.0.0.",
        "0/24",
        "/",
        "-",
        ",",
        "::1",
        "fe80::1",
        "1",
        "65536",
        "0",
        "99999999",
        "255",
        ".",
        ":",
        "/128",
        "-9"
    };

    private static final String[] OTHER_PARTS = {
        "1",
        "65535",
        "65536",
        "0",
        "22",
        "ms",
        "s",
        "h",
        "min",
        "99999999",
        "#",
        "\n",
        "\t",
        " ",
        "@",
        "-1",
        "+1",
        "1e3",
        "٣",
        "-",
        ",",
        "ssh",
        "%s",
        "\u202e"
    };

    /** Of the places below, those that name hosts. */
    private static final Set<Integer> HOSTS = Set.of(0, 1, 2, 8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--top 1|80",
                "--top 4|22,80,443,445",
                "-p 7|7",
                "--top 10|21-23,25,53,80,443,445,3389,8080",
            })
    void portsAreNamedOrTheMostUsualOnes(String line, String ports) {
        assertEquals(ports, read("127.0.0.1 " + line).plan().ports().toString());
    }

    @ParameterizedTest
    @CsvSource({"--host-timeout 500ms,500", "--host-timeout 15min,900000", "--host-timeout 24h,86400000", "-v,0"})
    void theTimeOfAHostIsAsTyped(String line, long millis) {
        assertEquals(
                Duration.ofMillis(millis),
                read("127.0.0.1 " + line).plan().settings().hostTimeout());
    }

    @Test
    void theOrderIsTheUsualOneUnlessItIsRandomAndThenMayBeHadAgain() {
        assertEquals(ScanSettings.IN_ORDER, read("127.0.0.1").plan().settings().seed());
        assertEquals(7, read("127.0.0.1 --randomize --seed 7").plan().settings().seed());
        int first = read("127.0.0.1 --randomize").plan().settings().seed();
        assertTrue(first >= 0 && first < 1_000_000_000, "can be typed: " + first);
        assertTrue(
                read("127.0.0.1 --randomize").plan().settings().seed() != first
                        || read("127.0.0.1 --randomize").plan().settings().seed() != first,
                "not the same three times");
    }

    @ParameterizedTest
    @CsvSource({"-v,NONE", "--banner,LISTEN", "--banner=http,HTTP", "--banner --banner=http,HTTP"})
    void whatPortsSayIsHeardWhereThatIsAskedFor(String line, BannerChoice banner) {
        assertEquals(banner, read("127.0.0.1 " + line).banner());
    }

    @Test
    void plainHasRoomForWhatPortsSayInAFileOnly() {
        assertEquals(
                BannerChoice.LISTEN,
                read("127.0.0.1 --banner --format plain -w x.json").banner());
    }

    @ParameterizedTest
    @CsvSource({"--rate 5,5", "--max-rate 5,5", "-v,0"})
    void theRateHasTwoNames(String line, int rate) {
        assertEquals(rate, read("127.0.0.1 " + line).plan().settings().rate());
    }

    @Test
    void theSameRateIsNotTypedTwice() {
        assertNull(PmapOptions.fastPath("--rate 5 --max-rate 6".split(" "), 0));
        assertNull(PmapOptions.fastPath("--max-rate 5 --max-rate 6".split(" "), 0));
    }

    @Test
    void whoIsExcludedInAFileIsNotScanned() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "127.0.0.2\n127.0.0.4-5 # ours\n");
        PmapRequest request = read("127.0.0.1-6 --exclude 127.0.0.6 --exclude-file " + file);

        StringBuilder hosts = new StringBuilder();
        request.plan().targets().forEach(host -> hosts.append(host).append(' '));
        assertEquals("127.0.0.1 127.0.0.3 ", hosts.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--top 0|--top is from 1 to 200, which is how many usual ports are known: 0",
                "--top 201|known: 201",
                "--top many|--top takes a whole number, not \"many\"",
                "--top 1.5|--top takes a whole number",
                "--top 5 -p 80|--top and -p both say which ports",
                "--top 5 -f ping|--top names TCP ports, and a ping asks none",
                "--seed 5|--seed says in which random order; it needs --randomize",
                "--randomize --seed 1000000000|--seed takes a whole number",
                "--randomize --seed x|--seed takes a whole number, not \"x\"",
                "--host-timeout 5|not a time: \"5\"; allowed e.g. 500ms, 30s, 15min, 2h",
                "--host-timeout 0s|not a time: \"0s\"",
                "--host-timeout 99ms|--host-timeout must be from 100ms to 24h: 99ms",
                "--host-timeout 25h|--host-timeout must be from 100ms to 24h: 90000000ms",
                "--host-timeout 5s -f ping|--host-timeout is for TCP ports",
                "--banner -f ping|--banner is for TCP ports",
                "--banner=http -f ping|--banner is for TCP ports",
                "--banner --format plain|--format plain has no room for what --banner hears",
                "--max-rate 0|a rate of 0 would never send anything",
                "--exclude-file /no/such|the file of targets \"/no/such\" cannot be read: it is not there",
                "--exclude-file /|cannot be read",
                "--exclude 127.0.0.0/8|every address of \"127.0.0.1\" is excluded",
                "--exclude ,|an address is missing",
            })
    void saysWhatIsWrong(String line, String why) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> read("127.0.0.1 " + line));

        assertTrue(e.getMessage().contains(why), e.getMessage());
        assertTrue(UsualPorts.MOST == 200, "as it is said above");
    }

    /** Whatever is typed is understood, or refused in one sentence. */
    @Test
    void whateverIsTypedIsTakenOrRefusedInASentence() throws IOException {
        Random dice = new Random(8);
        Path file = folder.resolve("typed");
        List<BiConsumer<PmapOptions, String>> places = List.of(
                (options, text) -> options.exclude = text,
                (options, text) -> options.choices.excludeFile = text,
                (options, text) -> options.choices.excludeFile = written(file, text),
                (options, text) -> options.choices.top = text,
                (options, text) -> options.choices.seed = text,
                (options, text) -> options.choices.hostTimeout = text,
                (options, text) -> options.rate = text,
                (options, text) -> options.ports = text,
                (options, text) -> options.hosts = text);
        int taken = 0;
        for (int round = 0; round < 4_000; round++) {
            PmapOptions options = new PmapOptions();
            options.named.add("127.0.0.1");
            options.choices.randomize = dice.nextBoolean();
            int place = round % places.size();
            String text = text(dice, HOSTS.contains(place) ? HOST_PARTS : OTHER_PARTS);
            places.get(place).accept(options, text);
            try {
                assertNotNull(PmapRequest.of(options, new ByteArrayInputStream(new byte[0])));
                taken++;
            } catch (IllegalArgumentException e) {
                String said = String.valueOf(e.getMessage());
                assertFalse(said.isBlank(), text);
                assertFalse(said.matches("(?s).*(java\\.|paymap\\.|Exception|\\bnull\\b).*"), said);
            }
        }
        assertTrue(taken > 50, "some of it makes sense: " + taken);
    }

    private static String written(Path file, String text) {
        try {
            return Files.writeString(file, text).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Random dice, String... parts) {
        StringBuilder text = new StringBuilder();
        for (int i = dice.nextInt(5); i >= 0; i--) {
            text.append(parts[dice.nextInt(parts.length)]);
        }
        return text.toString();
    }

    private static PmapRequest read(String line) {
        PmapOptions options = PmapOptions.fastPath(line.split(" "), 0);
        assertNotNull(options, line);
        return PmapRequest.of(options, System.in);
    }
}
