package paymap.cli.importing;

import org.jspecify.annotations.Nullable;
import paymap.importer.browser.BrowserTrouble;
import paymap.importer.browser.Endpoint;
import paymap.importer.browser.StartedBrowser;

/**
 * The browser of a visit.
 *
 * @param name for people
 * @param started by this visit, and ended with it; null = it is the person's and stays
 */
record OpenBrowser(String name, Endpoint endpoint, @Nullable StartedBrowser started) implements AutoCloseable {

    /** @throws BrowserTrouble if there is none, or none that can be listened to */
    static OpenBrowser of(BrowserOptions options) throws BrowserTrouble, InterruptedException {
        Integer port = options.port();
        if (port != null) {
            return new OpenBrowser("127.0.0.1:" + port, Endpoint.at(port), null);
        }
        StartedBrowser.Start start = options.start();
        StartedBrowser browser = StartedBrowser.of(start);
        return new OpenBrowser(start.program().toString(), browser.endpoint(), browser);
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
