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

    /** A file that is no list, among those that are. */
    public static DetectedFile stray(Source source, String why) {
        return unknown(source, FailureKind.STRAY, why);
    }

    static DetectedFile unknown(Source source, FailureKind kind, String why) {
        Encoding none = new Encoding(StandardCharsets.UTF_8, 0, source.size() + "-");
        return new DetectedFile(source, new FileFormat.Unknown(kind, why), none);
    }

    /** The same as a stray one, if it is no list and merely lies among them. */
    public DetectedFile passedOver() {
        if (source.isFound()
                && format instanceof FileFormat.Unknown unknown
                && unknown.why().kind() == FailureKind.NOT_A_LIST) {
            return stray(source, unknown.why().why());
        }
        return this;
    }

    /** Whether it is passed over. */
    public boolean isStray() {
        return format instanceof FileFormat.Unknown unknown && unknown.why().kind() == FailureKind.STRAY;
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
