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

    /** How long it takes to notice that nobody wants rows any more, or that the browser was killed. */
    private static final Duration TICK = Duration.ofMillis(250);

    private final Line line;
    private final SavedPages site;

    private final String address;

    private BrowserVisit(Line line, SavedPages site, String address) {
        this.line = line;
        this.site = site;
        this.address = address;
    }

    /**
     * Begins to listen.
     *
     * @param address that is opened as soon as it can be listened to: a browser that opened it by itself, as it starts,
     *     might have shown it before anybody listened. Empty = none
     * @throws BrowserTrouble if nobody answers there
     */
    public static BrowserVisit of(Endpoint browser, SavedPages site, String address)
            throws BrowserTrouble, InterruptedException {
        return new BrowserVisit(Line.to(browser), site, address);
    }

    /** @param nothing is not looked at: what is read comes from the browser */
    @Override
    public ReadResult read(Reader nothing, RowHandler rows) throws InterruptedException {
        Visit visit = new Visit(new Commands(line::say), site, rows);
        try {
            visit.begin(address);
            while (rows.goesOn() && !visit.isOver()) {
                Line.Heard heard = line.next(TICK);
                if (heard == null) {
                    visit.idle();
                    continue;
                }
                if (heard.end()) {
                    break;
                }
                Optional<Told> told = Message.read(heard.text(), heard.whole());
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
