package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.cli.console.Exit;

/** Whatever stands where a file is to be written, and whichever command writes it: nothing is ever destroyed. */
@Timeout(120)
class WrittenFilesTest {

    private static final int TYPE = 0xF000; // stat(2), st_mode
    private static final int CHARACTER_DEVICE = 0x2000;
    private static final int FIFO = 0x1000;
    private static final String NULL_DEVICE = "259"; // character device 1:3, as st_rdev has it

    /** Every command that writes a file the user names, how the file begins and how it ends. */
    enum Writes {
        PMAP("{\"scan\":\"tcp\"", "]}\n"),
        EXPORT("site,city,", "\n"),
        IMPORT("{\"file\":", "}\n"),
        CHART("city,", "\n"),
        SANDBOX("-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----\n");

        private final String beginning;
        private final String end;

        Writes(String beginning, String end) {
            this.beginning = beginning;
            this.end = end;
        }

        /** When all is well; one of the imported rows is always rejected. */
        private int exitCode() {
            return this == IMPORT ? Exit.PARTIAL : Exit.COMPLETE;
        }
    }

    @TempDir
    Path folder;

    /** Where the file goes: of a chart it is one of the files in the folder that the user names. */
    private Path target;

    @BeforeEach
    void fill() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "title,salary,city\nA,10k-20k,北京\nB,10k,nowhere\n");
        assertEquals(
                3,
                Ran.paymap("import", "--site", "a", "--db", db(), rows.toString())
                        .exitCode());
        target = Files.createDirectory(folder.resolve("out")).resolve("summary.csv");
    }

    @ParameterizedTest
    @EnumSource
    void aNewFileIsWholeAndNothingLiesBesideIt(Writes command) throws Exception {
        Ran ran = run(command);

        assertWritten(command, ran, Files.readString(target));
        assertEquals(
                Files.getPosixFilePermissions(Files.createFile(folder.resolve("usual"))),
                Files.getPosixFilePermissions(target));
        assertNothingBeside();
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceStaysADevice(Writes command) throws Exception {
        nullDevice(target);

        Ran ran = run(command);

        assertEquals(command.exitCode(), ran.exitCode(), ran.err());
        assertEquals(CHARACTER_DEVICE, type(target));
        assertEquals(NULL_DEVICE, String.valueOf(Files.getAttribute(target, "unix:rdev")));
        assertNothingBeside();
    }

    @ParameterizedTest
    @EnumSource
    void aLinkToADeviceStaysALinkToADevice(Writes command) throws Exception {
        Path device = folder.resolve("null");
        nullDevice(device);
        Files.createSymbolicLink(target, device);

        Ran ran = run(command);

        assertEquals(command.exitCode(), ran.exitCode(), ran.err());
        assertTrue(Files.isSymbolicLink(target));
        assertEquals(CHARACTER_DEVICE, type(device));
        assertNothingBeside();
    }

    @ParameterizedTest
    @EnumSource
    void aNamedPipeIsWrittenInto(Writes command) throws Exception {
        assertEquals(0, new ProcessBuilder("mkfifo", target.toString()).start().waitFor());
        Path got = folder.resolve("got");
        Process reader = new ProcessBuilder("cat", target.toString())
                .redirectOutput(got.toFile())
                .start();

        Ran ran = run(command);

        boolean ended = reader.waitFor(20, TimeUnit.SECONDS);
        reader.destroyForcibly(); // where nobody wrote into the pipe it would wait for ever
        assertTrue(ended, "nothing came: " + ran.err());
        assertWritten(command, ran, Files.readString(got));
        assertEquals(FIFO, type(target));
        assertNothingBeside();
    }

    @ParameterizedTest
    @EnumSource
    void aLinkIsFollowedAndStaysALink(Writes command) throws Exception {
        Path real = Files.writeString(folder.resolve("real"), "old");
        Files.createSymbolicLink(target, Path.of("..", "real"));

        Ran ran = run(command);

        assertWritten(command, ran, Files.readString(real));
        assertTrue(Files.isSymbolicLink(target));
    }

    @ParameterizedTest
    @EnumSource
    void whatALinkLeadsToIsMadeWhereItIsMissing(Writes command) throws Exception {
        Path missing = folder.resolve("missing");
        Files.createSymbolicLink(target, missing);

        Ran ran = run(command);

        assertWritten(command, ran, Files.readString(missing));
        assertTrue(Files.isSymbolicLink(target));
    }

    @ParameterizedTest
    @EnumSource
    void standardOutputIsWrittenIntoWhenItIsAPipe(Writes command) throws Exception {
        Files.createSymbolicLink(target, Path.of("/dev/stdout"));
        Process paymap =
                new ProcessBuilder(command(command)).redirectErrorStream(true).start();

        String told = read(paymap, command);

        assertTrue(told.contains(command.beginning), told);
        assertTrue(Files.isSymbolicLink(Path.of("/dev/stdout")) && Files.isSymbolicLink(target));
        assertNothingBeside();
    }

    @ParameterizedTest
    @EnumSource
    void standardOutputIsWrittenIntoWhenItIsAFile(Writes command) throws Exception {
        Files.createSymbolicLink(target, Path.of("/proc/self/fd/1"));
        Path file = folder.resolve("stdout");
        Files.writeString(file, "before\n");
        Process paymap = new ProcessBuilder(command(command))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()))
                .redirectErrorStream(true)
                .start();
        while (!Files.readString(file).contains(command.end) && !paymap.waitFor(20, TimeUnit.MILLISECONDS)) {
            // the process is what is waited on; the time limit of this class ends it
        }
        end(paymap, command);
        String told = Files.readString(file);

        assertTrue(told.startsWith("before\n") && told.contains(command.beginning), told);
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsReplacedKeepsItsPermissions(Writes command) throws Exception {
        Files.writeString(target, "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));

        Ran ran = run(command);

        assertWritten(command, ran, Files.readString(target));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @ParameterizedTest
    @EnumSource
    void aFolderIsRefused(Writes command) throws Exception {
        Files.createDirectory(target);

        assertRefused(run(command), "it is a folder; name a file");
        assertNothingBeside();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHART") // which makes its folder
    void aFolderThatIsNotThereIsNamed(Writes command) throws Exception {
        target = folder.resolve("none").resolve("file");
        assertRefused(run(command), "its folder is not there");

        target = folder.resolve("rows.csv").resolve("file");
        assertRefused(run(command), "what should be its folder is a file");
    }

    @ParameterizedTest
    @EnumSource
    void aLinkIntoNowhereIsNamed(Writes command) throws Exception {
        Files.createSymbolicLink(target, Path.of("/nowhere/at/all"));

        assertRefused(run(command), "it is a link to /nowhere/at/all, whose folder is not there");
    }

    @ParameterizedTest
    @EnumSource
    void aFullDiskIsToldInWords(Writes command) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "Skipped: there is no /dev/full here.");
        Files.createSymbolicLink(target, Path.of("/dev/full"));

        Ran ran = run(command);

        assertEquals(1, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains("No space left on device"), ran.err());
        assertPlainWords(ran);
    }

    private void assertWritten(Writes command, Ran ran, String content) {
        assertEquals(command.exitCode(), ran.exitCode(), ran.err());
        assertTrue(content.startsWith(command.beginning), content);
        assertTrue(content.endsWith(command.end), content);
    }

    private void assertRefused(Ran ran, String why) {
        assertEquals(2, ran.exitCode(), ran.err());
        assertEquals("paymap: cannot write to " + target + ": " + why + "\n", ran.err());
    }

    private static void assertPlainWords(Ran ran) {
        assertFalse(ran.err().contains("Exception") || ran.err().contains("java."), ran.err());
        assertEquals(
                1, ran.err().lines().filter(line -> line.startsWith("paymap: ")).count(), ran.err());
    }

    /** Of the chart there are other files, but none that is not finished. */
    private void assertNothingBeside() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.getFileName().toString().matches("\\..*|.*\\.part"))
                            .toList());
        }
    }

    private Ran run(Writes command) throws Exception {
        if (command != Writes.SANDBOX) {
            return Ran.paymap(args(command).toArray(String[]::new));
        }
        Path err = folder.resolve("err");
        Process sandbox =
                new ProcessBuilder(command(command)).redirectError(err.toFile()).start();
        try (BufferedReader out = sandbox.inputReader()) {
            boolean runs = out.readLine() != null; // its address, or it has ended
            sandbox.destroy();
            int exitCode = sandbox.waitFor();
            return new Ran(runs ? 0 : exitCode, "", Files.readString(err));
        }
    }

    private List<String> args(Writes command) {
        String file = target.toString();
        return new ArrayList<>(
                switch (command) {
                    case PMAP -> List.of("pmap", "-ip", "127.0.0.1", "-p", "1", "-w", file);
                    case EXPORT -> List.of("export", "--db", db(), "--format", "csv", "--out", file);
                    case IMPORT ->
                        List.of("import", "--db", db(), "--site", "a", "--rejects", file, folder + "/rows.csv");
                    case CHART ->
                        List.of(
                                "chart",
                                "--db",
                                db(),
                                "--only",
                                "average",
                                "--format",
                                "svg",
                                "--lang",
                                "en",
                                "--out",
                                folder + "/out");
                    case SANDBOX -> List.of("sandbox", "--port", "0", "--public-key", file);
                });
    }

    private List<String> command(Writes command) {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "paymap.Main"));
        all.addAll(args(command));
        return all;
    }

    /** All that it prints; of the sandbox, which never ends by itself, until its file is whole. */
    private static String read(Process paymap, Writes command) throws Exception {
        StringBuilder told = new StringBuilder();
        try (BufferedReader out = paymap.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                told.append(line).append('\n');
                if (command == Writes.SANDBOX && told.indexOf(command.end) >= 0) {
                    break;
                }
            }
            end(paymap, command);
        }
        return told.toString();
    }

    private static void end(Process paymap, Writes command) throws InterruptedException {
        if (command == Writes.SANDBOX) {
            paymap.destroy();
            paymap.waitFor();
        } else {
            assertEquals(command.exitCode(), paymap.waitFor());
        }
    }

    /** Makes a device that swallows all, as /dev/null does, where this user may. */
    private static void nullDevice(Path at) throws Exception {
        boolean made = new ProcessBuilder("mknod", at.toString(), "c", "1", "3")
                        .start()
                        .waitFor()
                == 0;
        assumeTrue(made && Files.isWritable(at), "Skipped: making a device takes root and CAP_MKNOD.");
    }

    private static int type(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & TYPE;
    }

    private String db() {
        return folder.resolve("paymap.db").toString();
    }
}
