package paymap.site.http;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import paymap.crawl.Departure;

/** Remembers when requests were said to go out. */
public final class OnWire implements Departure {

    private final List<Instant> told = new CopyOnWriteArrayList<>();

    @Override
    public void left(Instant at) {
        told.add(at);
    }

    public List<Instant> told() {
        return told;
    }
}
