package paymap.cli.importing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Json;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.importer.ImportListener;
import paymap.importer.RejectedRow;
import paymap.importer.VisitedPage;
import paymap.importer.format.SavedPages.Found;
import paymap.job.ImportSink;
import paymap.job.MadeUpData;
import paymap.words.Words;

/** Tells what each page of a visit came to, as soon as it is stored: a line for people, or one of JSON. */
final class VisitProgress implements ImportListener {

    private static final int MOST_CITIES = 3;
    private static final int MOST_SEARCHES = 10_000;

    /** What pages are counted by. */
    private record Search(String site, List<String> cities, String keyword) {}

    private final Terminal terminal;
    private final boolean json;
    private final RejectFile rejects;
    private final Map<Search, Integer> turned = new HashMap<>();

    VisitProgress(Terminal terminal, boolean json, RejectFile rejects) {
        this.terminal = terminal;
        this.json = json;
        this.rejects = rejects;
    }

    @Override
    public void status(Status status) {
        // Each page tells itself.
    }

    @Override
    public void rejected(RejectedRow row) {
        rejects.add(row);
    }

    @Override
    public void page(VisitedPage page) {
        Found found = page.page().found();
        if (found == Found.NOTHING) {
            return;
        }
        Search search = search(page);
        boolean list = found == Found.ROWS || found == Found.HIDDEN_PAY;
        int number = list && turned.size() < MOST_SEARCHES ? turned.merge(search, 1, Integer::sum) : 0;
        if (json) {
            terminal.out().print(Json.line(tree(page, search, number)) + "\n");
            terminal.out().flush();
        } else {
            terminal.err().println(Table.safe(line(page, search, number)));
            terminal.err().flush();
        }
    }

    private static Search search(VisitedPage page) {
        ImportSink.Entry first = page.stored().isEmpty() ? null : page.stored().get(0);
        if (first == null) {
            String city = page.page().city();
            return new Search(
                    page.page().site(),
                    city.isBlank() ? List.of() : List.of(city),
                    page.page().keyword());
        }
        List<String> cities = page.stored().stream()
                .map(row -> row.posting().city())
                .distinct()
                .toList();
        return new Search(MadeUpData.named(first.site(), first.madeUp()), cities, first.keyword());
    }

    private static String line(VisitedPage page, Search search, int number) {
        String where = where(search);
        return switch (page.page().found()) {
            case REFUSED ->
                search.site.isEmpty()
                        ? Words.say("refused: %s", page.page().what())
                        : Words.say("%s  refused: %s", search.site, page.page().what());
            case ENCRYPTED ->
                Words.say(
                        "encrypted reply, which only the page's own script can read (rendered pages beside it are read)");
            case ROWS -> Words.say("%s  page %d: %s", where, number, rows(page));
            case HIDDEN_PAY ->
                Words.say(
                        "%s  page %d: %s; you are not logged in, and the site shows no pay", where, number, rows(page));
            case ROW, NOTHING -> Words.say("%s  one position: %s", where, rows(page));
        };
    }

    private static String where(Search search) {
        StringBuilder where = new StringBuilder(search.site);
        if (!search.cities.isEmpty()) {
            List<String> shown = search.cities.subList(0, Math.min(MOST_CITIES, search.cities.size()));
            String more = search.cities.size() > MOST_CITIES ? " …" : "";
            where.append("  ").append(Words.list(shown)).append(more);
        }
        return search.keyword.isEmpty()
                ? where.toString()
                : where.append(" \"").append(search.keyword).append('"').toString();
    }

    private static String rows(VisitedPage page) {
        String rows = Words.say(
                "%s, %d new", Words.count(page.rows().all(), "row"), page.rows().inserted());
        return page.rejected() == 0 ? rows : Words.say("%s, %d rejected", rows, page.rejected());
    }

    private static Map<String, @Nullable Object> tree(VisitedPage page, Search search, int number) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("found", page.page().found().name().toLowerCase(java.util.Locale.ROOT));
        tree.put(
                "site",
                page.stored().isEmpty()
                        ? page.page().site()
                        : page.stored().get(0).site());
        tree.put("cities", search.cities);
        tree.put("keyword", search.keyword);
        tree.put("page", number == 0 ? null : number);
        tree.put("rows", page.rows().all());
        tree.put("new", page.rows().inserted());
        tree.put("known", page.rows().updated());
        tree.put("repeated", page.rows().duplicates());
        tree.put("rejected", page.rejected());
        tree.put("why", page.page().found() == Found.REFUSED ? page.page().what() : "");
        return tree;
    }
}
