package paymap.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a file is, told from its content and never from its name.
 *
 * @param why it is of no kind that is known; empty where it is of one
 * @param columns of a table; null = it is none
 * @param separator of a table's cells
 */
record DetectedFile(
        Source source,
        FileKind kind,
        Encoding encoding,
        String why,
        @Nullable Columns columns,
        char separator) {

    static final String LOOKED_FOR = "looked for: a HAR, a saved page of Lagou in HTML, JSON or JSON lines, or a table"
            + " (CSV, TSV) with a first row of names";

    private static final int HEAD = 1 << 16;
    private static final String SEPARATORS = ",\t;|";
    private static final Pattern HAR = Pattern.compile("\\s*\\{\\s*\"log\"\\s*:");
    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9_\\-]{2,30})", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML =
            Pattern.compile("\\s*(?:<\\?xml[^>]*>\\s*)?<(?:!|[A-Za-z])", Pattern.CASE_INSENSITIVE);

    /** First bytes of things that people mistake for a list, and what helps. */
    private static final Map<String, String> OTHERS = Map.of(
            "PK\u0003\u0004", "it is a zip or a spreadsheet; unpack it, or save the sheet as CSV",
            "\u00D0\u00CF\u0011\u00E0", "it is an old spreadsheet; save the sheet as CSV",
            "\u001F\u008B", "it is compressed with gzip; unpack it",
            "SQLite format 3", "it is an SQLite database; export its table as CSV with a header",
            "%PDF", "it is a PDF",
            "\u0089PNG", "it is a picture",
            "\u00FF\u00D8\u00FF", "it is a picture");

    /** @throws IllegalArgumentException if it is a table or a list of objects without the names that are needed */
    static DetectedFile of(Source source, ImportSettings settings) throws IOException {
        byte[] head = head(source);
        String raw = new String(head, StandardCharsets.ISO_8859_1);
        if (raw.isBlank()) {
            return unknown(source, "it is empty");
        }
        String other = OTHERS.entrySet().stream()
                .filter(entry -> raw.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        if (!other.isEmpty()) {
            return unknown(source, other);
        }
        Encoding encoding;
        try {
            encoding = Encoding.of(source, settings.encoding());
        } catch (IllegalArgumentException e) {
            return unknown(source, "it is " + e.getMessage());
        }
        int mark = Math.min(head.length, encoding.mark());
        String text = new String(head, mark, head.length - mark, encoding.charset());
        return ofText(source, encoding, text, settings);
    }

    /** From the first character after the byte order mark; bytes that cannot be decoded become U+FFFD. */
    Reader reader() throws IOException {
        InputStream in = source.open();
        in.skipNBytes(encoding.mark());
        return new InputStreamReader(
                in,
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static DetectedFile ofText(Source source, Encoding encoding, String text, ImportSettings settings) {
        if (HAR.matcher(text).lookingAt()) {
            return known(source, FileKind.HAR, encoding);
        }
        String start = text.stripLeading();
        if (HTML.matcher(text).lookingAt()) {
            return known(source, FileKind.PAGE, pageEncoding(encoding, text, settings));
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return json(source, encoding, start, settings);
        }
        if (start.startsWith("From: ") || start.contains("\nMIME-Version:")) {
            return unknown(source, "it is a web archive in one file (MHTML); save the page as \"HTML only\"");
        }
        long odd =
                text.chars().filter(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0).count();
        return odd * 10 > text.length()
                ? unknown(source, "it is no text; " + LOOKED_FOR)
                : table(source, encoding, text, settings);
    }

    private static DetectedFile json(Source source, Encoding encoding, String start, ImportSettings settings) {
        requireNames(source, start, settings);
        int end = start.indexOf('\n');
        String first = end < 0 ? start : start.substring(0, end);
        boolean oneALine =
                start.startsWith("{") && (end < 0 || first.stripTrailing().endsWith("}"));
        return known(source, oneALine ? FileKind.JSON_LINES : FileKind.JSON, encoding);
    }

    /** The first object either looks like a reply of a site or has a column for what is needed. */
    private static void requireNames(Source source, String start, ImportSettings settings) {
        List<String> names = firstNames(start);
        boolean reply = names.stream().anyMatch(List.of("content", "data", "state", "status", "success")::contains);
        boolean titled = names.stream().anyMatch(Column.TITLE::isNamed);
        if (!names.isEmpty() && (titled || !reply)) {
            boolean hasCity = !settings.city().isEmpty();
            Columns.of(source.name(), names, settings.columns(), hasCity);
        }
    }

    private static List<String> firstNames(String start) {
        Stream.Builder<String> names = Stream.builder();
        try (JsonParser parser = JsonTree.JSON.createParser(start)) {
            JsonToken token = parser.nextToken();
            token = token == JsonToken.START_ARRAY ? parser.nextToken() : token;
            for (String name = token == JsonToken.START_OBJECT ? parser.nextName() : null;
                    name != null;
                    name = parser.nextName()) {
                names.add(name);
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            // Cut off at the end of the head, or malformed: the reader will tell.
        }
        return names.build().toList();
    }

    private static DetectedFile table(Source source, Encoding encoding, String text, ImportSettings settings) {
        char best = ',';
        List<String> header = List.of();
        int bestScore = -1;
        for (char separator : SEPARATORS.toCharArray()) {
            List<String> cells = TableReader.header(text, separator);
            int score = score(cells, settings);
            if (score > bestScore) {
                best = separator;
                header = cells;
                bestScore = score;
            }
        }
        if (header.size() < 2) {
            return unknown(source, "it is none of the kinds that are known; " + LOOKED_FOR);
        }
        Columns columns = Columns.of(
                source.name(), header, settings.columns(), !settings.city().isEmpty());
        return new DetectedFile(source, FileKind.TABLE, encoding, "", columns, best);
    }

    /** A name that is known says more than any number of cells. */
    private static int score(List<String> cells, ImportSettings settings) {
        long known = cells.stream()
                .filter(cell -> settings.columns().containsValue(cell)
                        || Stream.of(Column.values()).anyMatch(column -> column.isNamed(cell)))
                .count();
        return (int) known * 10_000 + Math.min(cells.size(), 9_999);
    }

    /** A page that is not UTF-8 may name its own encoding. */
    private static Encoding pageEncoding(Encoding encoding, String text, ImportSettings settings) {
        Matcher meta = META_CHARSET.matcher(text);
        if (settings.encoding() != null || !encoding.charset().equals(Encoding.GB18030) || !meta.find()) {
            return encoding;
        }
        try {
            Charset named = Charset.forName(meta.group(1));
            boolean sameFamily = named.name().startsWith("GB") || named.name().startsWith("UTF");
            return sameFamily ? encoding : new Encoding(named, encoding.mark(), encoding.fingerprint());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return encoding;
        }
    }

    private static DetectedFile known(Source source, FileKind kind, Encoding encoding) {
        return new DetectedFile(source, kind, encoding, "", null, ',');
    }

    private static DetectedFile unknown(Source source, String why) {
        return new DetectedFile(
                source, FileKind.UNKNOWN, new Encoding(StandardCharsets.UTF_8, 0, source.size() + "-"), why, null, ',');
    }

    private static byte[] head(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readNBytes(HEAD);
        }
    }
}
