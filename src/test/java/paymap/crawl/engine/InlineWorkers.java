package paymap.crawl.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import paymap.pace.Workers;

/** Workers without threads on a clock of their own: answers land in an order drawn by chance, and waiting costs nothing. */
class InlineWorkers implements Workers<Event>, InstantSource {

    private final int size;
    private final Random chance;
    private final Deque<Event> onWire = new ArrayDeque<>();
    private final List<Event> landing = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private int awaited;
    int mostAtOnce;

    /** A crawl that goes round for ever must end, and soon; more than one of a few hundred requests looks. */
    int mostLooks = 600;

    InlineWorkers(int size, long seed) {
        this.size = size;
        this.chance = new Random(seed);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void start(Call<Event> call) {
        try {
            call.run(event -> {
                if (event instanceof Event.Sent) {
                    onWire.add(event);
                } else {
                    landing.add(event);
                }
            });
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        mostAtOnce = Math.max(mostAtOnce, landing.size());
    }

    @Override
    public Event await(Duration atMost) {
        if (++awaited > mostLooks) {
            throw new AssertionError("it goes round for ever");
        }
        if (!onWire.isEmpty()) {
            return onWire.poll();
        }
        if (!landing.isEmpty() && !atMost.isZero()) {
            now = now.plusMillis(1 + chance.nextInt(30));
            return landing.remove(chance.nextInt(landing.size()));
        }
        return pass(atMost);
    }

    /** Whether an answer is there, and nothing is told before it. */
    boolean isLanding() {
        return onWire.isEmpty() && !landing.isEmpty();
    }

    /** Nothing comes. */
    Event pass(Duration time) {
        now = now.plus(time);
        return null;
    }

    @Override
    public void wake() {}

    @Override
    public void close() {}
}
