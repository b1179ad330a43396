package paymap.site.http;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Remembers when requests were said to go out. */
public final class OnWire implements Consumer<Instant> {

    private final List<Instant> told = new CopyOnWriteArrayList<>();

    @Override
    public void accept(Instant at) {
        told.add(at);
    }

    public List<Instant> told() {
        return told;
    }
}
