package paymap.cli.importing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.importer.browser.BrowserTrouble;
import paymap.importer.browser.Programs;
import paymap.importer.browser.StartedBrowser;
import paymap.words.Words;
import picocli.CommandLine.Option;

/** Which browser an import reads along in. */
final class BrowserOptions {

    private static final int MOST_PORT = 65_535;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    @Option(
            names = "--browser",
            paramLabel = "URL",
            arity = "0..1",
            fallbackValue = "",
            description = "In place of files: start Chromium or Chrome, at URL, and read along while you browse.")
    private @Nullable String address;

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description =
                    "With --browser: the folder of its logins and settings, which stays; default: a fresh one, which"
                            + " is removed.")
    private @Nullable Path profile;

    @Option(
            names = "--browser-path",
            paramLabel = "FILE",
            description = "With --browser: the program to start; default: the first Chromium or Chrome that is found.")
    private @Nullable Path program;

    @Option(
            names = "--browser-args",
            paramLabel = "ARGS",
            description =
                    "With --browser: more arguments for it, separated by spaces, e.g. --browser-args=--no-sandbox.")
    private @Nullable String arguments;

    @Option(
            names = "--attach",
            paramLabel = "PORT",
            description = "Read along in a browser that you have started with --remote-debugging-port=PORT.")
    private @Nullable Integer port;

    /** Whether a browser is read along with, in place of files. */
    boolean isWanted() {
        return address != null || port != null;
    }

    /** @throws IllegalArgumentException if they do not go together */
    void check(boolean withFiles) {
        if (!isWanted()) {
            checkAlone();
            return;
        }
        if (withFiles) {
            throw new IllegalArgumentException(
                    Words.say("--browser and --attach take no files; import them with a command of their own"));
        }
        if (port != null && (hasAddress() || profile != null || program != null || arguments != null)) {
            throw new IllegalArgumentException(
                    Words.say(
                            "--attach PORT takes the browser as it is, without a URL, --profile, --browser-path or --browser-args"));
        }
        if (port != null && (port < 1 || port > MOST_PORT)) {
            throw new IllegalArgumentException(Words.say("a port must be from 1 to %d: %d", MOST_PORT, port));
        }
        if (hasAddress() && !isWebAddress(String.valueOf(address))) {
            throw new IllegalArgumentException(Words.say(
                    "--browser takes an address that begins with http:// or https://: \"%s\"",
                    Table.safe(String.valueOf(address))));
        }
    }

    private void checkAlone() {
        if (profile != null || program != null || arguments != null) {
            throw new IllegalArgumentException(
                    Words.say("--profile, --browser-path and --browser-args are for --browser, which is missing"));
        }
    }

    /** What it opens; empty = nothing. */
    String address() {
        return address == null ? "" : address;
    }

    private boolean hasAddress() {
        return address != null && !address.isEmpty();
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The port of a browser that is open already; null = one is to be started. */
    @Nullable
    Integer port() {
        return port;
    }

    /** @throws BrowserTrouble if there is no browser */
    StartedBrowser.Start start() throws BrowserTrouble {
        Path found = program == null ? Programs.find(System.getenv()) : Programs.named(program);
        List<String> more = arguments == null || arguments.isBlank()
                ? List.of()
                : SPACES.splitAsStream(arguments.strip()).toList();
        return new StartedBrowser.Start(found, profile, more, hasAddress());
    }
}
