package paymap.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import paymap.job.JobRow;

/**
 * Rows as an Atom feed (RFC 4287). It holds no links: a row stands for all openings of a title with the same pay, and none
 * of the boards is told to have an address for that.
 */
public final class AtomFeed {

    /** More of them a feed reader does not show, and would fetch each time. */
    public static final int MOST_ENTRIES = 500;

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String BETWEEN = " · ";

    private final XMLStreamWriter xml;
    private final Head head;

    /**
     * What stands above the entries.
     *
     * @param key what tells this feed from others; the same each time
     * @param title for people
     * @param updated when something of it changed last, where it has no entries
     */
    public record Head(String key, String title, Instant updated) {}

    private AtomFeed(XMLStreamWriter xml, Head head) {
        this.xml = xml;
        this.head = head;
    }

    /**
     * Writes a whole feed, and does not close the stream. The same rows give the same bytes.
     *
     * @param newestFirst of which those after {@value #MOST_ENTRIES} are left out
     * @throws IOException if the stream takes no more
     */
    public static void write(OutputStream to, Head head, List<JobRow> newestFirst) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(to, "UTF-8");
            new AtomFeed(xml, head)
                    .write(newestFirst.stream().limit(MOST_ENTRIES).toList());
            xml.close();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private void write(List<JobRow> rows) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "feed");
        xml.writeDefaultNamespace(NAMESPACE);
        element("title", head.title());
        element("id", id("feed", head.key()));
        element("updated", (rows.isEmpty() ? head.updated() : seen(rows.get(0))).toString());
        xml.writeStartElement(NAMESPACE, "author");
        xml.writeStartElement(NAMESPACE, "name");
        xml.writeCharacters("paymap");
        xml.writeEndElement();
        xml.writeEndElement();
        for (JobRow row : rows) {
            xml.writeCharacters("\n");
            xml.writeStartElement(NAMESPACE, "entry");
            entry(row);
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void entry(JobRow row) throws XMLStreamException {
        String salary = row.pay().written();
        element("title", joined(Stream.of(row.title(), salary, row.city())));
        element("id", id("row", row.site(), row.city(), row.title(), salary));
        element("updated", seen(row).toString());
        element(
                "content",
                joined(Stream.of(
                        row.city(),
                        row.details().district(),
                        salary,
                        row.details().company(),
                        row.details().experience(),
                        row.details().education(),
                        row.details().posted())));
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(Objects::nonNull).filter(part -> !part.isEmpty()).collect(Collectors.joining(BETWEEN));
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(NAMESPACE, name);
        xml.writeCharacters(XmlText.clean(text));
        xml.writeEndElement();
    }

    /** The same for the same parts, everywhere and always; a hash, so that no name stands in it. */
    private static String id(String... parts) {
        String all = "paymap\0" + String.join("\0", parts);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }

    private Instant seen(JobRow row) {
        try {
            return Instant.parse(row.seen().first());
        } catch (DateTimeException e) {
            return head.updated(); // somebody wrote into the database by hand
        }
    }
}
