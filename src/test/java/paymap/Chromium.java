package paymap;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, which reaches this machine only. */
public final class Chromium {

    private static final File BINARY = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    /** For all that a browser does at once, on a machine that has a lot else to do. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * Without a window, for root, and without the internet. An address with http stays one: Chromium 150 tries https first,
     * which a made-up host's plain port never answers, and goes back to http by a clock of its own, 3 seconds later.
     */
    public static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--disable-features=HttpsUpgrades",
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding");

    private Chromium() {}

    /** Skips the test where it is not installed. */
    public static void assumeIsHere() {
        assumeTrue(
                BINARY.canExecute() && DRIVER.canExecute(), "needs Debian's chromium and chromium-driver in /usr/bin");
    }

    /** A browser with a profile of its own in a folder, and with logs of its console and its network; to be quit. */
    public static ChromeDriver start(Path folder) {
        return start(folder, List.of());
    }

    /**
     * The same, which finds some hosts at ports of this machine.
     *
     * @param hosts rules such as {@code MAP *.made-up.example 127.0.0.1:8080}
     */
    public static ChromeDriver start(Path folder, List<String> hosts) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BINARY);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments(ARGUMENTS);
        options.addArguments("--host-resolver-rules=" + rules(hosts));
        options.addArguments("--user-data-dir=" + folder.resolve("profile"));
        return driver(options);
    }

    /** A second hand on a browser that is open, with the log of its network; it stays when this is quit. */
    public static ChromeDriver attach(int port) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.setExperimentalOption("debuggerAddress", "127.0.0.1:" + port);
        return driver(options);
    }

    /** Where it is. */
    public static String program() {
        return BINARY.toString();
    }

    /**
     * What pages have said on the console since this was asked last, each with its level. A browser's own pages are none
     * of ours: on a busy machine they complain of a slow network.
     */
    public static List<String> console(ChromeDriver browser) {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> !entry.getMessage().startsWith("chrome://"))
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    private static ChromeDriver driver(ChromeOptions options) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .withTimeout(PATIENCE)
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
        return driver;
    }

    /** The first that fits decides. */
    private static String rules(List<String> hosts) {
        return Stream.concat(hosts.stream(), Stream.of("MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1"))
                .collect(Collectors.joining(", "));
    }
}
