package paymap.importer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import paymap.importer.format.SavedPages.Reading;
import paymap.words.Words;

/**
 * The refusals of one file that may still turn out to mean nothing: a board's check is often solved by its own page, and
 * the rows follow.
 */
final class Refusals {

    private final Map<String, Map<String, Long>> bySite = new LinkedHashMap<>();

    /** One whose site is not known is told at once. */
    void add(Reading refused, Consumer<String> note) {
        String told = Words.say("refused: %s", refused.what());
        if (refused.site().isEmpty()) {
            note.accept(told);
        } else {
            bySite.computeIfAbsent(refused.site(), site -> new LinkedHashMap<>())
                    .merge(told, 1L, Long::sum);
        }
    }

    void rowsOf(String site) {
        bySite.remove(site);
    }

    /** Tells what is left, each as often as it was seen. */
    void tell(Consumer<String> note) {
        bySite.values()
                .forEach(told -> told.forEach((what, times) -> {
                    for (long i = 0; i < times; i++) {
                        note.accept(what);
                    }
                }));
        bySite.clear();
    }
}
