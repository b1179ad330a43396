package paymap.cli.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Interrupt;
import paymap.cli.console.Terminal;
import paymap.importer.ImportReport;
import paymap.importer.Importer;
import paymap.importer.browser.BrowserTrouble;
import paymap.importer.browser.BrowserVisit;
import paymap.importer.format.DetectedFile;
import paymap.importer.format.ImportSettings;
import paymap.importer.format.SavedPages;
import paymap.importer.text.Source;
import paymap.job.ImportSink;
import paymap.words.Words;

/** An import of what a person looks at in a browser now. */
final class BrowserImport {

    /** To store the last page, to end the browser and to remove its profile. */
    private static final Duration TO_END = Duration.ofSeconds(20);

    /** Where the rows go. */
    interface Sink {
        ImportSink of(String fingerprint);
    }

    private final BrowserOptions options;
    private final ImportSettings settings;
    private final SavedPages sites;
    private final Terminal progress;
    private final AtomicReference<@Nullable Importer> running = new AtomicReference<>();

    /** @param progress where it is said what is read along with */
    BrowserImport(BrowserOptions options, ImportSettings settings, SavedPages sites, Terminal progress) {
        this.options = options;
        this.settings = settings;
        this.sites = sites;
        this.progress = progress;
    }

    /** Ctrl-C ends it until this is closed, also while the browser is starting. */
    Interrupt interrupt() {
        Thread main = Thread.currentThread();
        return Interrupt.stops(
                () -> {
                    Importer importer = running.get();
                    if (importer == null) {
                        main.interrupt();
                    } else {
                        importer.stop();
                    }
                },
                TO_END);
    }

    /**
     * Reads along until the visit ends; then the browser is gone if it was started for it.
     *
     * @throws CommandFailed if there is no browser, or none that can be listened to
     */
    ImportReport run(Sink sink, VisitProgress listener) throws InterruptedException, IOException {
        try (Source nothing = Source.spooled("browser", InputStream.nullInputStream());
                OpenBrowser browser = OpenBrowser.of(options);
                BrowserVisit visit = BrowserVisit.of(browser.endpoint(), sites, options.address())) {
            Importer importer = Importer.ofVisit(DetectedFile.ofVisit(nothing, visit), settings, sites, listener);
            running.set(importer);
            tellOf(browser);
            return importer.run(sink.of(importer.fingerprint()));
        } catch (BrowserTrouble e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private void tellOf(OpenBrowser browser) {
        progress.err()
                .println("paymap: "
                        + Words.say(
                                "reading along in %s: look at lists of a board and turn their pages; closing the window or"
                                        + " Ctrl-C ends it",
                                browser.name()));
        progress.err()
                .println("paymap: "
                        + Words.say(
                                "until then every program of this machine can use that browser, through port %d",
                                browser.endpoint().port()));
        progress.err().flush();
    }
}
