package paymap.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;

/** A file, what it is, and how it is written; see {@link FileDetector}. */
record DetectedFile(Source source, FileFormat format, Encoding encoding) {

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
}
