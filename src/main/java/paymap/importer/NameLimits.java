package paymap.importer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;
import paymap.words.Sentence;
import paymap.words.Words;

/** A hostile file could name another site, keyword or city in each row, and each takes memory and a run of its own. */
final class NameLimits {

    static final int MOST_CITIES = 5_000;
    static final int MOST_SITES = 50;
    static final int MOST_KEYWORDS = 500;

    private final Names sites =
            new Names(MOST_SITES, RejectReason.TOO_MANY_SITES, Words.later("more than %d sites", MOST_SITES));
    private final Names keywords = new Names(
            MOST_KEYWORDS, RejectReason.TOO_MANY_KEYWORDS, Words.later("more than %d keywords", MOST_KEYWORDS));
    private final Names cities =
            new Names(MOST_CITIES, RejectReason.TOO_MANY_CITIES, Words.later("more than %d cities", MOST_CITIES));

    /** What limit a row exceeds by naming something new; empty = none, and its names are known from now on. */
    Optional<Rejected> limitExceeded(String site, List<String> searched, String city) {
        if (sites.isOneTooMany(site)) {
            return Optional.of(sites.tooMany);
        }
        if (searched.stream().anyMatch(keywords::isOneTooMany)) {
            return Optional.of(keywords.tooMany);
        }
        return cities.isOneTooMany(city) ? Optional.of(cities.tooMany) : Optional.empty();
    }

    private static final class Names {
        private final Set<String> known = new HashSet<>();
        private final int most;
        private final Rejected tooMany;

        Names(int most, RejectReason reason, Sentence words) {
            this.most = most;
            this.tooMany = new Rejected(reason, words);
        }

        boolean isOneTooMany(String name) {
            return !known.contains(name) && (known.size() >= most || !known.add(name));
        }
    }
}
