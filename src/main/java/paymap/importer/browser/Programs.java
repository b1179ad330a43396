package paymap.importer.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import paymap.words.Words;

/** Where Chromium, Chrome and their like are on Linux, macOS and Windows. */
public final class Programs {

    private static final List<String> NAMES = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome-stable",
            "google-chrome",
            "chrome",
            "microsoft-edge-stable",
            "microsoft-edge",
            "msedge");

    /** With variables of the environment in front, which are only there on their system. */
    private static final List<String> PLACES = List.of(
            "/snap/bin/chromium",
            "/opt/google/chrome/chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "$HOME/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "$HOME/Applications/Chromium.app/Contents/MacOS/Chromium",
            "$ProgramFiles/Google/Chrome/Application/chrome.exe",
            "$ProgramFiles(x86)/Google/Chrome/Application/chrome.exe",
            "$LOCALAPPDATA/Google/Chrome/Application/chrome.exe",
            "$LOCALAPPDATA/Chromium/Application/chrome.exe",
            "$ProgramFiles(x86)/Microsoft/Edge/Application/msedge.exe");

    private static final Pattern BETWEEN_FOLDERS = Pattern.compile(Pattern.quote(File.pathSeparator));

    private Programs() {}

    /**
     * The browser of this machine.
     *
     * @param environment PATH and the like
     * @throws BrowserTrouble if there is none
     */
    public static Path find(Map<String, String> environment) throws BrowserTrouble {
        return Stream.concat(onPath(environment), inPlaces(environment))
                .filter(Programs::isProgram)
                .findFirst()
                .orElseThrow(() -> new BrowserTrouble(
                        Words.say("no Chromium or Chrome was found on this machine; --browser-path names one")));
    }

    /**
     * A browser that the person names.
     *
     * @throws BrowserTrouble if no program is there
     */
    public static Path named(Path program) throws BrowserTrouble {
        Path absolute = program.toAbsolutePath();
        if (!isProgram(absolute)) {
            throw new BrowserTrouble(Words.say("there is no program %s", program));
        }
        return absolute;
    }

    private static Stream<Path> onPath(Map<String, String> environment) {
        List<String> folders = BETWEEN_FOLDERS
                .splitAsStream(environment.getOrDefault("PATH", ""))
                .filter(folder -> !folder.isEmpty())
                .toList();
        return NAMES.stream()
                .flatMap(name -> Stream.of(name, name + ".exe"))
                .flatMap(name -> folders.stream().flatMap(folder -> path(folder + "/" + name)));
    }

    private static Stream<Path> inPlaces(Map<String, String> environment) {
        return PLACES.stream().flatMap(place -> {
            if (!place.startsWith("$")) {
                return path(place);
            }
            int end = place.indexOf('/');
            String folder = environment.getOrDefault(place.substring(1, end), "");
            return folder.isEmpty() ? Stream.empty() : path(folder + place.substring(end));
        });
    }

    private static Stream<Path> path(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path) && path.isAbsolute();
    }
}
