package paymap.crawl.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CityProgress;
import paymap.job.RunRow;
import paymap.job.RunRow.Kind;

/**
 * What is under way in a store at one moment, whichever processes work on it.
 *
 * @param at that moment, in the store's time
 * @param works the runs that somebody works on, the oldest first; empty = nothing is under way
 * @param paces what is remembered of the sites that were ever asked something, by name
 */
public record Activity(Instant at, List<Work> works, List<SitePace> paces) {

    public Activity {
        works = List.copyOf(works);
        paces = List.copyOf(paces);
    }

    /**
     * A run that somebody works on.
     *
     * @param run as the store remembers it
     * @param cities how far each is, in the plan's order; of an import none, as it knows them only when they come
     * @param workers at least one
     * @param retryAt when the first page that failed is tried again; null = none waits
     */
    public record Work(
            RunRow run,
            List<CityProgress> cities,
            List<Worker> workers,
            @Nullable Instant retryAt) {

        public Work {
            cities = List.copyOf(cities);
            workers = List.copyOf(workers);
        }

        /** Whether a site is asked for it. */
        public boolean isCrawl() {
            return run.kind() == Kind.CRAWL;
        }

        /** Whose rows it brings, as stored. */
        public String site() {
            return run.work().site();
        }
    }

    /**
     * A process that works on a run.
     *
     * @param pid its number where it runs
     * @param here whether it runs where this one does, and not on another machine or in another container
     * @param holds the pages it has asked for or is about to, in the order of the plan; of an import none
     */
    public record Worker(long pid, boolean here, List<Held> holds) {

        public Worker {
            holds = List.copyOf(holds);
        }
    }

    /**
     * A page that a process holds.
     *
     * @param city by Chinese name
     * @param page its number, from 1
     * @param failed attempts before this one, 0 or more
     */
    public record Held(String city, int page, int failed) {}

    /** Whether nobody works on anything. */
    public boolean isIdle() {
        return works.isEmpty();
    }

    /** The pace towards a site; empty = it was never asked anything. */
    public Optional<SitePace> paceOf(String site) {
        return paces.stream().filter(pace -> pace.site().equals(site)).findFirst();
    }

    /** The sites that are left alone now, because they refused or somebody asked for it. */
    public List<SitePace> blocked() {
        return paces.stream().filter(pace -> pace.isBlocked(at)).toList();
    }
}
