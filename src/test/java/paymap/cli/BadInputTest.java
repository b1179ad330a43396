package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.job.City;
import picocli.CommandLine.Model.OptionSpec;

/** Wrong usage: exit code 2 (1 where only what is there is wrong), one sentence with the value in it, nothing on standard output, nothing made. */
class BadInputTest {

    @TempDir
    Path folder;

    /** What is typed after {@code paymap}, by blanks; and what the sentence must hold. */
    static Stream<Arguments> lines() {
        String sandbox = "crawl --site sandbox --cities bj ";
        return Stream.of(
                Arguments.of("crawl --site sandbox --cities atlantis", "unknown city \"atlantis\""),
                Arguments.of("crawl --site sandbox --cities bj,atlantis", "unknown city \"atlantis\""),
                Arguments.of("crawl --site sandbox --cities ,", "no city is named"),
                Arguments.of("crawl --site sandbox", "--cities"),
                Arguments.of(sandbox + "--per-city 0", "from 1 to 10000: 0"),
                Arguments.of(sandbox + "--per-city -5", "-5"),
                Arguments.of(sandbox + "--per-city 10001", "10001"),
                Arguments.of(sandbox + "--per-city many", "'many' is not a whole number"),
                Arguments.of(sandbox + "--per-city 99999999999", "'99999999999' is out of range"),
                Arguments.of(sandbox + "-n 0", "from 1 to 64: 0"),
                Arguments.of(sandbox + "-n -1", "-1"),
                Arguments.of(sandbox + "-n 100000", "100000"),
                Arguments.of(sandbox + "-n four", "'four'"),
                Arguments.of(sandbox + "--rate 0/s", "a rate of 0"),
                Arguments.of(sandbox + "--rate 0", "\"0\""),
                Arguments.of(sandbox + "--rate fast", "\"fast\""),
                Arguments.of(sandbox + "--rate 5", "\"5\""),
                Arguments.of(sandbox + "--rate -5/s", "\"-5/s\""),
                Arguments.of(sandbox + "--rate 5/day", "\"5/day\""),
                Arguments.of(sandbox + "--rate 5000/s", "\"5000/s\""),
                Arguments.of("crawl --cities bj --rate max", "www.lagou.com"),
                Arguments.of("crawl --cities bj --rate max --site http://elsewhere.invalid", "elsewhere.invalid"),
                Arguments.of("crawl --cities bj --site nonsense", "\"nonsense\""),
                Arguments.of("crawl --cities bj --site 127.0.0.1:8080", "\"127.0.0.1:8080\""),
                Arguments.of("crawl --cities bj --site ftp://127.0.0.1", "\"ftp://127.0.0.1\""),
                Arguments.of("crawl --cities bj --site http://", "\"http://\""),
                Arguments.of("crawl --cities bj --site http://[::1", "\"http://[::1\""),
                Arguments.of("crawl --cities bj --site http://127.0.0.1:99999", "\"http://127.0.0.1:99999\""),
                Arguments.of("crawl --cities bj --site http://127.0.0.1:0", "http://127.0.0.1:0"),
                Arguments.of("crawl --cities bj --site file:///etc/passwd", "\"file:///etc/passwd\""),
                Arguments.of(sandbox + "--max-wait 0s", "\"0s\""),
                Arguments.of(sandbox + "--max-wait soon", "\"soon\""),
                Arguments.of(sandbox + "--max-wait -1h", "\"-1h\""),
                Arguments.of(sandbox + "--robots perhaps", "--robots cannot be \"perhaps\"; allowed: obey, ignore"),
                Arguments.of(sandbox + "--seed x", "'x' is not a whole number"),
                Arguments.of(sandbox + "--new-run=x", "a switch takes no value, but there is 'x'"),
                Arguments.of("stats --trend --from @3", "--from must be a run like 3, a date"),
                Arguments.of("runs --last 1.5", "'1.5' is not a whole number"),
                Arguments.of("sandbox --anger NaN", "'NaN' is not a number like 0.5"),
                Arguments.of("sandbox --anger long", "'long' is not a number like 0.5"),
                Arguments.of(sandbox + "--era baroque", "\"baroque\""),
                Arguments.of(sandbox + "--era rendered --site-key x.pem", "--era rendered has no use for it"),
                Arguments.of(
                        sandbox + "--era classic --site-iv 0123456789abcdef", "--site-iv is for the encrypted era"),
                Arguments.of(sandbox + "--site-iv short", "16 printable ASCII characters, this has 5: \"short\""),
                Arguments.of(sandbox + "--site-key /nowhere/x.pem", "the key file /nowhere/x.pem cannot be read"),
                Arguments.of(sandbox + "--user-agent 浏览器", "\"浏览器\""),
                Arguments.of(sandbox + "--keyword " + "k".repeat(101), "1 to 100 characters"),
                Arguments.of(sandbox + "--keywrod python", "--keywrod"),
                Arguments.of(sandbox + "extra", "\"extra\""),
                Arguments.of("crwal --cities bj", "crwal"),
                Arguments.of("--nonsense", "--nonsense"),
                Arguments.of(
                        "runs --db http://127.0.0.1:9/x",
                        "names a file or a database of PostgreSQL, and this is neither"),
                Arguments.of(
                        "export --db jdbc:sqlite:x.db",
                        "names a file or a database of PostgreSQL, and this is neither"),
                Arguments.of("stats -v", "-v go with --trend"),
                Arguments.of("stats --nonsense", "--nonsense"),
                Arguments.of("completion --nonsense", "--nonsense"),
                Arguments.of("help nonsense", "nonsense"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isRefusedInOneSentenceThatHoldsTheValue(String line, String value) {
        boolean wantsDb = line.startsWith("crawl") || line.startsWith("stats");
        Ran ran = Ran.paymap((line + (wantsDb ? " --db " + db() : "")).split(" "));

        assertRefused(ran, value);
        assertFalse(Files.exists(db()), "a database was made");
    }

    @Test
    void nothingAtAllIsRefusedWithAHint() {
        assertRefused(Ran.paymap(), "no command is given; there are crawl, import, stats,");
    }

    @Test
    void aFileIsNeverReadForArguments() throws IOException {
        Path file = Files.writeString(folder.resolve("options.txt"), "--version\n");

        assertRefused(Ran.paymap("stats", "@" + file), "\"@" + file + "\"");
        assertUnusable(Ran.paymap("import", "@" + file), "there is no file @" + file);
    }

    /** With another mistake behind it, so that nothing is ever begun. */
    @ParameterizedTest
    @MethodSource("paymap.cli.Commands#names")
    void noSentenceNamesATypeOfJava(String command) {
        for (OptionSpec option : Commands.named(command).getCommandSpec().options()) {
            Ran ran = Ran.paymap(command, option.longestName() + "=?", "--no-such-option");

            assertEquals(2, ran.exitCode(), ran.err());
            assertFalse(
                    ran.err().matches("(?s).*(is not an? (int|long|double|boolean)|Exception|java\\.).*"), ran.err());
        }
    }

    @Test
    void anUnknownCityNamesSomeThatAreKnown() {
        Ran ran = Ran.paymap("crawl", "--cities", "atlantis", "--db", db().toString());

        assertRefused(
                ran,
                "unknown city \"atlantis\"; known are bj 北京, sh 上海, gz 广州, sz 深圳 and " + (City.ALL.size() - 4)
                        + " more");
    }

    @Test
    void aMistypedCommandOrOptionIsAnsweredWithTheRightOne() {
        assertTrue(Ran.paymap("crwal").err().contains("crawl"));
        assertTrue(Ran.paymap("crawl", "--cities", "bj", "--keywrod", "x").err().contains("--keyword"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void anEmptyValueIsRefused(String empty) {
        assertRefused(crawl("--keyword", empty), "1 to 100 characters");
        assertRefused(crawl("--user-agent", empty), "printable ASCII");
        assertRefused(Ran.paymap("crawl", "--cities", empty, "--site", "sandbox", "--db", db().toString()), "no city");
        assertRefused(Ran.paymap("crawl", "--cities", "bj", "--site", empty, "--db", db().toString()), "not a site");
    }

    @Test
    void aUserAgentCannotSmuggleAHeader() {
        Ran ran = crawl("--user-agent", "x\r\nCookie: stolen");

        assertRefused(ran, "printable ASCII");
    }

    @Test
    void aCookieFileThatIsNoneIsRefused() throws IOException {
        Path text = privately(Files.writeString(folder.resolve("letter.txt"), "Dear site,\nSECRET=1\n"));
        Path empty = privately(Files.createFile(folder.resolve("empty.txt")));

        Ran ran = crawl("--cookies", text.toString());
        assertRefused(ran, "line 1 of " + text + " is no cookie");
        assertFalse(ran.err().contains("Dear") || ran.err().contains("SECRET"), ran.err());
        assertRefused(crawl("--cookies", empty.toString()), "holds no cookie");
        assertRefused(crawl("--cookies", folder.resolve("missing.txt").toString()), "missing.txt cannot be read");
        assertRefused(crawl("--cookies", folder.toString()), folder.toString());
    }

    @Test
    void aKeyFileThatIsNoneIsRefusedBeforeAnythingIsSent() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.pem"), "Dear site,\nSECRET=1\n");

        Ran ran = crawl("--site-key", text.toString());
        assertRefused(ran, "the key file " + text + " holds no public key");
        assertFalse(ran.err().contains("Dear") || ran.err().contains("SECRET"), ran.err());
        assertFalse(Files.exists(db()), "a database was made");
    }

    @Test
    void aDatabaseThatIsSomethingElseIsRefusedAndLeftAsItIs() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear database, I am a letter.\n");
        Path jpeg = Files.write(folder.resolve("photo.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3});

        for (Path file : List.of(letter, jpeg)) {
            byte[] before = Files.readAllBytes(file);
            for (Ran ran : List.of(
                    Ran.paymap("crawl", "--cities", "bj", "--site", "sandbox", "--db", file.toString()),
                    Ran.paymap("stats", "--db", file.toString()))) {
                assertUnusable(ran, "the file " + file + " is not an SQLite database; it was left as it is");
            }
            org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(file));
        }
    }

    @Test
    void aDatabaseThatOnlyBeginsLikeOneIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("fake.db"), "SQLite format 3\0" + "not really ".repeat(1000));

        assertUnusable(
                Ran.paymap("crawl", "--cities", "bj", "--site", "sandbox", "--db", file.toString()), file.toString());
    }

    @Test
    void theDatabaseOfAnotherProgramIsRefusedAndKeepsItsTables() throws SQLException {
        Path file = folder.resolve("other.db");
        Db.change(file, "CREATE TABLE photos (name TEXT)");
        Db.change(file, "INSERT INTO photos VALUES ('cat')");

        for (String command : List.of("crawl --cities bj --site sandbox", "stats")) {
            assertUnusable(Ran.paymap((command + " --db " + file).split(" ")), file.toString());
        }
        assertEquals(List.of("cat"), Db.rows(file, "SELECT name FROM photos"));
        assertEquals(List.of("photos"), Db.rows(file, "SELECT name FROM sqlite_master WHERE type = 'table'"));
    }

    @Test
    void aDatabaseThatIsAFolderOrUnderAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertUnusable(
                Ran.paymap("crawl", "--cities", "bj", "--site", "sandbox", "--db", folder.toString()), "is a folder");
        assertUnusable(
                Ran.paymap("crawl", "--cities", "bj", "--site", "sandbox", "--db", file + "/paymap.db"),
                file.toString());
    }

    @Test
    void aPortNobodyListensOnIsToldAndTheSandboxIsNamed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Ran ran = Ran.paymap("crawl", "--cities", "bj", "--site", "http://127.0.0.1:" + port, "--db", db().toString());

        assertCouldNotGoOn(ran, "paymap: could not go on: nobody answers at 127.0.0.1:" + port + ".");
    }

    @Test
    void aHostThatDoesNotResolveIsToldAndTheSandboxIsNamed() {
        Ran ran =
                Ran.paymap("crawl", "--cities", "bj", "--site", "http://paymap-test.invalid", "--db", db().toString());

        assertCouldNotGoOn(ran, "paymap: could not go on: the host paymap-test.invalid cannot be resolved.");
    }

    private static void assertCouldNotGoOn(Ran ran, String sentence) {
        assertEquals(1, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains(sentence), ran.err());
        assertTrue(ran.err().contains("--site sandbox"), ran.err());
        assertNoTrace(ran);
    }

    private static void assertRefused(Ran ran, String value) {
        assertSentence(2, ran, value);
    }

    /** What was typed is right, and what is there is not. */
    private static void assertUnusable(Ran ran, String value) {
        assertSentence(1, ran, value);
    }

    private static void assertSentence(int exitCode, Ran ran, String value) {
        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("paymap: "), ran.err());
        assertTrue(ran.err().lines().findFirst().orElse("").contains(value), ran.err());
        assertEquals(
                1,
                ran.err()
                        .lines()
                        .filter(line -> !line.matches("(Try: .*|Did you mean: .*\\?)"))
                        .count(),
                ran.err());
        assertNoTrace(ran);
    }

    private static void assertNoTrace(Ran ran) {
        String told = ran.out() + ran.err();
        assertFalse(told.contains("\tat ") || told.contains("Exception") || told.contains("internal error"), told);
    }

    private Ran crawl(String... args) {
        List<String> all =
                new ArrayList<>(List.of("crawl", "--cities", "bj", "--site", "sandbox", "--db", db().toString()));
        all.addAll(List.of(args));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private static Path privately(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
