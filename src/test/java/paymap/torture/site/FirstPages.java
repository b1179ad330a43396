package paymap.torture.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Of each city the page that was asked for first, again and again. */
final class FirstPages implements Fault.Change {

    private final Map<String, Good> first = new ConcurrentHashMap<>();

    @Override
    public Good of(Asked asked, Good good) {
        return first.computeIfAbsent(asked.city(), city -> good);
    }
}
