package paymap.importer.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import paymap.importer.text.Encoding;
import paymap.importer.text.Source;

/** A file, what it is, and how it is written; see {@link FileDetector}. */
public record DetectedFile(Source source, FileFormat format, Encoding encoding) {

    /**
     * A visit in place of a file. No two are the same.
     *
     * @param source an empty one, with the name that the visit has in the report
     */
    public static DetectedFile ofVisit(Source source, RowReader pages) {
        String fingerprint = "visit " + UUID.randomUUID();
        return new DetectedFile(
                source, new FileFormat.Visit(pages), new Encoding(StandardCharsets.UTF_8, 0, fingerprint));
    }

    /** The name of its encoding, for people: UTF-8, GB18030. */
    public String encodingName() {
        return encoding.label();
    }

    /** The same for the same bytes, whatever the file is called. */
    public String fingerprint() {
        return encoding.fingerprint();
    }

    /** From the first character after the byte order mark; bytes that cannot be decoded become U+FFFD. */
    public Reader reader() throws IOException {
        return reader(source, encoding);
    }

    static Reader reader(Source source, Encoding encoding) throws IOException {
        InputStream in = source.open();
        in.skipNBytes(encoding.mark());
        return new InputStreamReader(
                in,
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }
}
