package paymap.page;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import paymap.chart.ChartKind;
import paymap.chart.figures.ChartData;
import paymap.page.web.Response;

/** The pictures of a view, in the page and as files. */
final class Gallery {

    /** Those that need to be read for a page; empty = all. */
    Set<ChartKind> shown(Asked asked) {
        return Set.of(ChartKind.AVERAGE);
    }

    Html html(Asked asked, ChartData data) {
        return Html.none();
    }

    Map<String, Function<Asked, Response>> files() {
        return Map.of();
    }
}
