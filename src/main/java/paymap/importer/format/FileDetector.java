package paymap.importer.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import paymap.importer.column.Column;
import paymap.importer.column.Columns;
import paymap.importer.column.ColumnsException;
import paymap.importer.text.Encoding;
import paymap.importer.text.JsonTree;
import paymap.importer.text.Source;
import paymap.job.OtherStores;
import paymap.words.Sentence;
import paymap.words.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Tells what a file is, from its content and never from its name. */
public final class FileDetector {

    private static final int HEAD = 1 << 16;
    private static final String SEPARATORS = ",\t;|";
    private static final Pattern HAR = Pattern.compile("\\s*\\{\\s*\"log\"\\s*:");
    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9_\\-]{2,30})", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML =
            Pattern.compile("\\s*(?:<\\?xml[^>]*>\\s*)?<(?:!|[A-Za-z])", Pattern.CASE_INSENSITIVE);

    /** First bytes of things that people mistake for a list, and what helps. */
    private static final Map<String, Sentence> OTHERS = Map.of(
            "PK\u0003\u0004", Words.later("it is a zip or a spreadsheet; unpack it, or save the sheet as CSV"),
            "\u00D0\u00CF\u0011\u00E0", Words.later("it is an old spreadsheet; save the sheet as CSV"),
            "\u001F\u008B", Words.later("it is compressed with gzip; unpack it"),
            "%PDF", Words.later("it is a PDF"),
            "\u0089PNG", Words.later("it is a picture"),
            "\u00FF\u00D8\u00FF", Words.later("it is a picture"));

    private static final String SQLITE = "SQLite format 3";

    /** Values of a file of JSON; the first may be a refusal, or lack a field that others have. */
    private static final int LOOKED_AT = 20;

    private final ImportSettings settings;
    private final SavedPages site;
    private final OtherStores stores;

    /** One that takes no file for a store. */
    public FileDetector(ImportSettings settings, SavedPages site) {
        this(settings, site, OtherStores.NONE);
    }

    /** @param settings what the user says about all files */
    public FileDetector(ImportSettings settings, SavedPages site, OtherStores stores) {
        this.settings = settings;
        this.site = site;
        this.stores = stores;
    }

    /**
     * Looks at the first bytes for the format and at all of them for the encoding.
     *
     * @return a file of {@link FileFormat.Unknown} if it is nothing that is known
     * @throws ColumnsException if it is a table or a list of objects without the names that are needed
     * @throws IOException if it cannot be read
     */
    public DetectedFile detect(Source source) throws IOException {
        if (source.isAddress()) {
            String address = source.name();
            String fingerprint = FileFormat.DATABASE_MARK + stores.fingerprint(address);
            return new DetectedFile(
                    source,
                    new FileFormat.Database(() -> stores.open(address)),
                    new Encoding(StandardCharsets.UTF_8, 0, fingerprint));
        }
        byte[] head = head(source);
        String raw = new String(head, StandardCharsets.ISO_8859_1);
        if (raw.isBlank()) {
            return notAList(source, Words.say("it is empty"));
        }
        if (raw.startsWith(SQLITE)) {
            return database(source);
        }
        Optional<Sentence> other = OTHERS.entrySet().stream()
                .filter(entry -> raw.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (other.isPresent()) {
            return notAList(source, other.get().said());
        }
        Encoding encoding;
        try {
            encoding = Encoding.of(source, settings.encoding());
        } catch (IllegalArgumentException e) {
            return raw.indexOf('\0') >= 0
                    ? notAList(source, Words.say("it is no text; %s", lookedFor()))
                    : DetectedFile.unknown(source, FailureKind.NO_ENCODING, String.valueOf(e.getMessage()));
        }
        int mark = Math.min(head.length, encoding.mark());
        String text = new String(head, mark, head.length - mark, encoding.charset());
        FileFormat format = format(source, encoding, text);
        boolean page = format.kind() == FileKind.PAGE;
        return new DetectedFile(source, format, page ? pageEncoding(encoding, text) : encoding);
    }

    /** The database of another program is a list only to who knows it. */
    private DetectedFile database(Source source) throws IOException {
        Path file = source.path();
        if (file == null) {
            return notAList(source, Words.say("it is an SQLite database; name its file, as it is no stream"));
        }
        Optional<String> refusal = stores.refusal(file);
        if (refusal.isPresent()) {
            return notAList(
                    source, Words.say("%s; of other programs, export the table as CSV with a header", refusal.get()));
        }
        Encoding any = Encoding.of(source, StandardCharsets.ISO_8859_1);
        return new DetectedFile(
                source,
                new FileFormat.Database(() -> stores.open(file)),
                new Encoding(any.charset(), 0, FileFormat.DATABASE_MARK + any.fingerprint()));
    }

    private FileFormat format(Source source, Encoding encoding, String text) throws IOException {
        if (HAR.matcher(text).lookingAt()) {
            return new FileFormat.Har();
        }
        String start = text.stripLeading();
        if (HTML.matcher(text).lookingAt()) {
            return new FileFormat.Page();
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return json(source, encoding, isOneALine(start));
        }
        if (start.startsWith("From: ") || start.contains("\nMIME-Version:")) {
            return unknown(
                    Words.say("it is a web archive in one file (MHTML); save the page as \"Webpage, Complete\""));
        }
        long odd =
                text.chars().filter(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0).count();
        return odd * 10 > text.length()
                ? unknown(Words.say("it is no text; %s", lookedFor()))
                : table(source.name(), text, encoding.mark() > 0);
    }

    private static boolean isOneALine(String start) {
        int end = start.indexOf('\n');
        return start.startsWith("{")
                && (end < 0 || start.substring(0, end).stripTrailing().endsWith("}"));
    }

    /** One of the first values must be a reply of a site, a row with what is needed, or hold a list of such. */
    private FileFormat json(Source source, Encoding encoding, boolean oneALine) throws IOException {
        JsonRows rows = FileFormat.Json.rows(site, settings);
        JsonNode first = null;
        int looked = 0;
        try (JsonParser parser = JsonTree.JSON.createParser(DetectedFile.reader(source, encoding))) {
            for (JsonToken token = parser.nextToken();
                    token != null && looked < LOOKED_AT;
                    token = parser.nextToken()) {
                JsonNode value = token == JsonToken.START_OBJECT ? rows.value(parser) : null;
                if (value != null && rows.isKnown(value)) {
                    return new FileFormat.Json(rows.sources(value), oneALine);
                }
                first = first == null ? value : first;
                looked++;
            }
        } catch (JacksonException e) {
            // Cut off or malformed: the reader will tell.
        }
        if (first != null) {
            throw new ColumnsException(source.name(), rows.trouble(first, looked == 1));
        }
        return new FileFormat.Json(Map.of(), oneALine);
    }

    private FileFormat table(String file, String text, boolean marked) {
        char best = ',';
        List<String> header = List.of();
        int bestScore = -1;
        for (char separator : SEPARATORS.toCharArray()) {
            List<String> cells = TableReader.header(text, separator);
            int score = score(cells);
            if (score > bestScore) {
                best = separator;
                header = cells;
                bestScore = score;
            }
        }
        if (header.size() < 2) {
            return unknown(Words.say("it is none of the kinds that are known; %s", lookedFor()));
        }
        Columns columns = Columns.of(file, header, settings.columns(), settings.hasCity());
        boolean own = columns.indexes().containsKey(Column.FIRST_SEEN);
        return new FileFormat.Table(columns, best, own && marked);
    }

    /** A name that is known says more than any number of cells. */
    private int score(List<String> cells) {
        long known = cells.stream()
                .filter(cell -> settings.columns().containsValue(cell)
                        || Stream.of(Column.values()).anyMatch(column -> column.isNamed(cell)))
                .count();
        return (int) known * 10_000 + Math.min(cells.size(), 9_999);
    }

    /** A page that is not UTF-8 may name its own encoding. */
    private Encoding pageEncoding(Encoding encoding, String text) {
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

    private static String lookedFor() {
        return Words.say("looked for: a HAR, a saved page of a job board in HTML, JSON or JSON lines, or a table"
                + " (CSV, TSV) with a first row of names");
    }

    private static FileFormat unknown(String why) {
        return new FileFormat.Unknown(FailureKind.NOT_A_LIST, why);
    }

    private static DetectedFile notAList(Source source, String why) {
        return DetectedFile.unknown(source, FailureKind.NOT_A_LIST, why);
    }

    private static byte[] head(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readNBytes(HEAD);
        }
    }
}
