package paymap.importer.browser;

import java.io.Reader;
import java.time.Duration;
import java.util.Optional;
import paymap.importer.format.ReadResult;
import paymap.importer.format.RowHandler;
import paymap.importer.format.RowReader;
import paymap.importer.format.SavedPages;

/** Reads along with a browser until its last window is closed, it ends, or nobody wants rows any more. */
public final class BrowserVisit implements RowReader, AutoCloseable {

    /** How long it takes to notice that nobody wants rows any more. */
    private static final Duration TICK = Duration.ofMillis(200);

    private final Line line;
    private final SavedPages site;

    private BrowserVisit(Line line, SavedPages site) {
        this.line = line;
        this.site = site;
    }

    /**
     * Begins to listen.
     *
     * @throws BrowserTrouble if nobody answers there
     */
    public static BrowserVisit of(Endpoint browser, SavedPages site) throws BrowserTrouble, InterruptedException {
        return new BrowserVisit(Line.to(browser), site);
    }

    /** @param nothing is not looked at: what is read comes from the browser */
    @Override
    public ReadResult read(Reader nothing, RowHandler rows) throws InterruptedException {
        Visit visit = new Visit(new Commands(line::say), site, rows);
        try {
            visit.begin();
            while (rows.goesOn() && !visit.isOver()) {
                Line.Heard heard = line.next(TICK);
                if (heard != null && heard.end()) {
                    break;
                }
                Optional<Told> told = heard == null ? Optional.empty() : Message.read(heard.text(), heard.whole());
                if (told.isPresent()) {
                    told.get().tell(visit);
                }
            }
        } catch (Commands.Unheard e) {
            return new ReadResult.Whole(); // the browser is gone, as it is when its window is closed
        }
        return new ReadResult.Whole();
    }

    @Override
    public void close() {
        line.close();
    }
}
