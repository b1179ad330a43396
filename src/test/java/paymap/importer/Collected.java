package paymap.importer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import paymap.importer.format.ImportSettings;
import paymap.importer.format.ReadResult;
import paymap.importer.format.RowReader;
import paymap.importer.format.SavedPages;
import paymap.importer.text.Source;
import paymap.job.RawRow;
import tools.jackson.databind.JsonNode;

/** What a reader makes of a text: its rows, rejected rows and notes in one line each. */
public record Collected(
        List<String> rows, List<String> rejected, Map<String, Long> notes, long repeatedHeaders, String end) {

    public static final ImportSettings SETTINGS = settings("");

    public static ImportSettings settings(String city) {
        return new ImportSettings(Map.of(), city, "imported", null, null);
    }

    public static Collected by(RowReader reader, String text) throws IOException, InterruptedException {
        return by(reader, text, SETTINGS);
    }

    public static Collected by(RowReader reader, String text, ImportSettings settings)
            throws IOException, InterruptedException {
        List<Batch> batches = new ArrayList<>();
        try (Source source = source(text)) {
            RowCollector rows =
                    new RowCollector(new RowCollector.Tools(settings), 0, source, batches::add, () -> false);
            ReadResult end = reader.read(new StringReader(text), rows);
            rows.end();
            return of(batches, end);
        }
    }

    public static Source source(String text) {
        return source(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Source source(byte[] bytes) {
        try {
            return Source.spooled("file", new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collected of(List<Batch> batches, ReadResult end) {
        List<String> rows = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        Map<String, Long> notes = new TreeMap<>();
        long headers = 0;
        for (Batch batch : batches) {
            batch.rows.forEach(row -> rows.add(String.join(
                    "|",
                    row.site(),
                    row.keyword(),
                    row.posting().city(),
                    row.posting().title(),
                    row.posting().salary())));
            batch.rejected.forEach(row ->
                    rejected.add(row.location() + ": " + row.reason().why().english()));
            batch.notes.forEach((note, n) -> notes.merge(note, n, Long::sum));
            headers += batch.repeatedHeaders;
        }
        return new Collected(
                rows,
                rejected,
                notes,
                headers,
                end.failure().map(ReadResult.Failed::why).orElse("whole"));
    }

    /** A site whose pages are {@code TITLES a b c} and whose replies are {@code {"titles":[..]}}. */
    public static class MadeUpPages implements SavedPages {

        private static final Pattern WORDS = Pattern.compile(" ");

        @Override
        public boolean mayHoldRows(String url) {
            return url.startsWith("https://made-up.example/list");
        }

        @Override
        public Set<String> personalFields() {
            return Set.of("people");
        }

        @Override
        public Reading page(Page page) {
            if (!page.redirect().isBlank()) {
                return Reading.without(Found.REFUSED, "a redirect");
            }
            return page.text().startsWith("TITLES ")
                    ? rows(page, WORDS.splitAsStream(page.text()).skip(1).toList())
                    : Reading.without(Found.NOTHING, "another page");
        }

        @Override
        public Optional<Reading> reply(JsonNode reply, Page page) {
            if (reply.has("people")) {
                return Optional.of(Reading.without(Found.REFUSED, "somebody's data were read"));
            }
            if (!reply.path("titles").isArray()) {
                return Optional.empty();
            }
            List<String> titles = new ArrayList<>();
            reply.path("titles").forEach(title -> titles.add(title.asString()));
            return Optional.of(rows(page, titles));
        }

        private static Reading rows(Page page, List<String> titles) {
            List<RawRow> rows = titles.stream()
                    .map(title -> new RawRow("", title, "10k-20k", "", "", "", "", "", "", ""))
                    .toList();
            String keyword = page.asked().isEmpty() ? "python" : page.asked();
            return new Reading(Found.ROWS, page.url(), "made-up", rows, "北京", keyword);
        }
    }
}
