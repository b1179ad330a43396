package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PmapOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-ip 192.0.2.1|192.0.2.1",
                "192.0.2.1|192.0.2.1",
                "192.0.2.1 192.0.2.0/28|192.0.2.1,192.0.2.0/28",
                "-ip 192.0.2.1 192.0.2.9 -v 192.0.2.7|192.0.2.1,192.0.2.9,192.0.2.7",
                "-ip192.0.2.1|192.0.2.1",
                "-|-",
                "@hosts -v|@hosts",
                "-v|''",
            })
    void hostsAreNamedWithAnOptionOrWithout(String line, String hosts) {
        assertEquals(hosts, read(line).hosts());
    }

    @ParameterizedTest
    @CsvSource({"-p -,-", "-p-,-", "-p-10,-10", "-p22,22", "-p 22,22", "-p60000-,60000-"})
    void portsMayStandRightBehindTheirOption(String line, String ports) {
        assertEquals(ports, read(line).ports);
    }

    @Test
    void everyShortOptionButThatOfAFileTakesItsValueRightBehindIt() {
        PmapOptions options = read("-fping -n7 -mproc -t2s");

        assertEquals("ping", options.kind);
        assertEquals("7", options.atOnce);
        assertEquals("proc", options.model);
        assertEquals("2s", options.longestWait);
    }

    @Test
    void everyOptionHasItsOwnPlace() {
        PmapOptions options =
                read("-f a -n b -p c --exclude d -w e -m f -t g --retries h --rate i --pinger j --format k"
                        + " --all --assume-up --yes -v -vv --verbose");

        assertEquals(
                "a b c d e f g h i j k true true true 4",
                String.join(
                        " ",
                        options.kind,
                        options.atOnce,
                        options.ports,
                        options.exclude,
                        options.file,
                        options.model,
                        options.longestWait,
                        options.retries,
                        options.rate,
                        options.pinger,
                        options.format,
                        "" + options.all,
                        "" + options.assumeUp,
                        "" + options.yes,
                        "" + options.verbose.length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "--version",
                "--bogus",
                "-p",
                "-p --all",
                "-p=80",
                "--format=json",
                "--rate",
                "-p 80 -p 81",
                "-p 80 -p81",
                "-ip 192.0.2.1 -ip 192.0.2.2",
            })
    void whatIsUnusualIsLeftToTheLibrary(String line) {
        assertNull(PmapOptions.fastPath(line.split(" "), 0));
    }

    private static PmapOptions read(String line) {
        return PmapOptions.fastPath(line.split(" "), 0);
    }
}
