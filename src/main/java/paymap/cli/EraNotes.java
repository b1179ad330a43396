package paymap.cli;

import java.time.InstantSource;
import java.util.Optional;
import paymap.crawl.CrawlListener;
import paymap.crawl.Ledger;
import paymap.site.lagou.Era;
import paymap.site.lagou.EraChoice;
import paymap.store.SiteNotes;

/** Carries the choice of an era from crawl to crawl, and tells of it. Works on the crawl's own thread, as notes must. */
final class EraNotes implements CrawlListener {

    private final CrawlListener next;
    private final EraChoice choice;
    private final SiteNotes notes;
    private final String site;
    private final InstantSource clock;
    private Optional<Era> noted;

    /** @param site as in {@code jobs.site} */
    EraNotes(CrawlListener next, EraChoice choice, SiteNotes notes, String site, InstantSource clock) {
        this.next = next;
        this.choice = choice;
        this.notes = notes;
        this.site = site;
        this.clock = clock;
        this.noted = choice.remembers()
                ? notes.read(site, SiteNotes.ERA).flatMap(word -> Optional.ofNullable(Era.of(word)))
                : Optional.empty();
        noted.ifPresent(choice::recall);
    }

    @Override
    public void begun(Ledger.Run run) {
        next.begun(run);
        tell();
    }

    @Override
    public void status(Status status) {
        keep();
        tell();
        next.status(status);
    }

    @Override
    public void decided(String line) {
        next.decided(line);
    }

    /** Writes down what changed since the last time. */
    void keep() {
        Optional<Era> known = choice.known();
        if (!choice.remembers() || known.equals(noted)) {
            return;
        }
        noted = known;
        known.ifPresentOrElse(
                era -> notes.write(site, SiteNotes.ERA, era.word(), clock.instant()),
                () -> notes.forget(site, SiteNotes.ERA));
    }

    private void tell() {
        choice.news().forEach(next::decided);
    }
}
