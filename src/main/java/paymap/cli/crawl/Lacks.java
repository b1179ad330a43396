package paymap.cli.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import paymap.crawl.CityProgress;
import paymap.words.Words;

/** What is missing of cities, for people. */
final class Lacks {

    private static final int MOST_LINES = 60; // a crawl of all cities has hundreds that are small

    private Lacks() {}

    /** A line each; of very many only the first, and how many more. Empty = nothing is missing. */
    static String of(List<CityProgress> cities) {
        List<String> lines = new ArrayList<>();
        cities.forEach(city -> add(city, lines));
        int more = lines.size() - MOST_LINES;
        if (more > 0) {
            lines.subList(MOST_LINES, lines.size()).clear();
            lines.add(Words.say("%d lines more like these; the table tells of each city.", more));
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static void add(CityProgress city, List<String> lines) {
        if (city.counts().lost() > 0) {
            String pages = Words.count(city.counts().lost(), "page");
            lines.add(Words.say("%s: %s could not be read.", city.city(), pages));
        }
        if (!city.why().isEmpty() && city.isWhole() && city.mayLackRows() && city.ended()) {
            lines.add(Words.say("%s: not read to its end; %s.", city.city(), city.why()));
        }
        if (!city.why().isEmpty() && city.missing() > 0) {
            lines.add(Words.say(
                    "%s: %d of %d rows missing; %s.", city.city(), city.missing(), city.wanted(), city.why()));
        }
    }
}
