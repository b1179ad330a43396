package paymap.importer.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With scripts in place of a browser. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class StartedBrowserTest {

    /** Tells its arguments, writes where it listens, and waits to be ended. */
    private static final String LISTENS = """
            for a in "$@"; do echo "$a" >> "$0.args"; case $a in --user-data-dir=*) d=${a#*=};; esac; done
            mkdir -p "$d/Default"; touch "$d/Default/Cookies"
            printf '4711\\n/devtools/browser/x' > "$d/DevToolsActivePort"
            exec sleep 300
            """;

    @TempDir
    private Path folder;

    @Test
    void aFreshProfileIsOnlyThisUsersAndIsRemoved() throws Exception {
        Path program = program("chromium", LISTENS);
        Path profile;
        try (StartedBrowser browser = StartedBrowser.of(new StartedBrowser.Start(program, null, List.of(), false))) {
            assertEquals(new Endpoint(4711, "/devtools/browser/x"), browser.endpoint());
            profile = Path.of(arguments(program).get(1).substring("--user-data-dir=".length()));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(profile)));
        }
        assertFalse(Files.exists(profile));
    }

    @Test
    void theProfileOfThePersonStays() throws Exception {
        Path program = program("chromium", LISTENS);
        Path profile = folder.resolve("mine");
        Files.createDirectories(profile);
        Files.writeString(profile.resolve("DevToolsActivePort"), "1\n/devtools/browser/old");

        StartedBrowser.Start start = new StartedBrowser.Start(program, profile, List.of("--mute-audio"), true);
        try (StartedBrowser browser = StartedBrowser.of(start)) {
            assertEquals(4711, browser.endpoint().port());
        }

        assertTrue(Files.exists(profile.resolve("Default/Cookies")));
        assertEquals(
                List.of(
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "--no-first-run",
                        "--no-default-browser-check",
                        "--mute-audio",
                        "about:blank"),
                arguments(program));
    }

    @Test
    void oneThatEndsAtOnceIsNamedAndLeavesNothing() throws Exception {
        Path program = program("chromium", "echo \"$2\" > \"$0.args\"; exit 7");

        BrowserTrouble trouble = assertThrows(
                BrowserTrouble.class,
                () -> StartedBrowser.of(new StartedBrowser.Start(program, null, List.of("--no-sandbox"), false)));

        assertEquals(program + " has ended at once (exit code 7)", trouble.getMessage());
        assertFalse(Files.exists(Path.of(arguments(program).get(0).substring("--user-data-dir=".length()))));
    }

    @Test
    void aProfileThatIsInUseIsNamed() throws Exception {
        Path program = program("chromium", "exit 0"); // so it hands its address to the one that is open

        BrowserTrouble trouble = assertThrows(
                BrowserTrouble.class,
                () -> StartedBrowser.of(new StartedBrowser.Start(program, folder, List.of(), false)));

        assertEquals(
                program + " has ended at once; most likely a browser is open with the profile " + folder,
                trouble.getMessage());
    }

    @Test
    void whatIsNoProgramIsNamed() throws Exception {
        Path text = Files.writeString(folder.resolve("chromium"), "no program");

        assertEquals(
                "there is no program " + text,
                assertThrows(BrowserTrouble.class, () -> Programs.named(text)).getMessage());
    }

    @Test
    void theFirstThatIsOnThePathIsFound() throws Exception {
        Path one = program("one/google-chrome", "");
        Path other = program("other/chromium", "");
        Files.writeString(folder.resolve("one/chromium"), "no program");

        assertEquals(other, Programs.find(Map.of("PATH", folder + "/one:" + folder + "/other")));
        assertEquals(one, Programs.find(Map.of("PATH", "::relative:" + folder + "/one")));
    }

    private Path program(String name, String script) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script);
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    private static List<String> arguments(Path program) throws Exception {
        return Files.readAllLines(Path.of(program + ".args"));
    }
}
