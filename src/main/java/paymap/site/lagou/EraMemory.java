package paymap.site.lagou;

import java.util.List;
import java.util.Optional;
import paymap.crawl.SiteMemory;

/** Carries the choice of an era from crawl to crawl. Lives on the crawl's own thread, as the memory does. */
final class EraMemory {

    private static final String NAME = "era"; // in databases of earlier versions too

    private final EraChoice choice;
    private final SiteMemory memory;
    private Optional<Era> noted;

    /** Begins with what served rows in an earlier crawl, where that counts. */
    EraMemory(EraChoice choice, SiteMemory memory) {
        this.choice = choice;
        this.memory = memory;
        this.noted = choice.remembers()
                ? memory.read(NAME).flatMap(word -> Optional.ofNullable(Era.of(word)))
                : Optional.empty();
        noted.ifPresent(choice::recall);
    }

    /** Writes down what changed, and gives what was decided since the last time, a line each. */
    List<String> keep() {
        Optional<Era> known = choice.known();
        if (choice.remembers() && !known.equals(noted)) {
            noted = known;
            known.ifPresentOrElse(era -> memory.write(NAME, era.word()), () -> memory.forget(NAME));
        }
        return choice.news();
    }
}
