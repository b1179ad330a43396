package paymap.importer.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * A spreadsheet (.xlsx, ECMA-376 part 1) as a table of text: the first of its sheets that has a row of two cells. Cells come
 * as they are stored; of a formula its last result, of a date its number.
 */
final class Workbook {

    private static final Pattern SHEET = Pattern.compile("xl/worksheets/sheet(\\d{1,4})\\.xml");
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})\\d{1,7}");

    /** The number of a letter (22.9.2.19). */
    private static final Pattern LETTER = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** In characters, of all texts that its cells share: they are in memory. */
    private static final long MOST_SHARED = 16L << 20;

    private static final int MOST_COLUMNS = 2_000;

    private final Source source;
    private final Bounded.Limits limits;

    Workbook(Source source, Bounded.Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** Whether an archive with an entry of this name is a spreadsheet. */
    static boolean isPartOfOne(String entry) {
        return entry.equals("xl/workbook.xml")
                || entry.equals(STRINGS)
                || SHEET.matcher(entry).matches();
    }

    /** A copy as CSV. */
    Source asTable() throws IOException {
        List<Integer> sheets = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        each((name, in) -> {
            Matcher sheet = SHEET.matcher(name);
            if (sheet.matches()) {
                sheets.add(Integer.valueOf(sheet.group(1)));
            } else if (name.equals(STRINGS)) {
                readShared(in, shared);
            }
        });
        sheets.sort(null);
        for (int sheet : sheets) {
            Rows rows = new Rows(shared);
            Source table = Source.written(
                    source.name(),
                    StandardCharsets.UTF_8,
                    out -> each((name, in) -> {
                        if (name.equals("xl/worksheets/sheet" + sheet + ".xml")) {
                            rows.read(in, out);
                        }
                    }));
            if (rows.widest > 1) {
                return table;
            }
            table.close();
        }
        throw new IOException(Words.say("its sheets are empty"));
    }

    /** Takes one entry of the archive. */
    private interface Entry {
        void take(String name, InputStream in) throws IOException;
    }

    private void each(Entry reader) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(source.open(), StandardCharsets.ISO_8859_1)) {
            InputStream all = new Bounded(zip, limits.of(source.size()));
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > limits.entries()) {
                    throw new IOException(Words.say("it holds more than %,d files", limits.entries()));
                }
                reader.take(entry.getName(), all);
                all.transferTo(java.io.OutputStream.nullOutputStream()); // the rest counts, too
            }
        }
    }

    private static XMLStreamReader xml(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false); // no entities, so nothing of the machine or the net
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new Unclosed(in));
    }

    private static void readShared(InputStream in, List<String> shared) throws IOException {
        try {
            XMLStreamReader xml = xml(in);
            long size = 0;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    String text = text(xml, "si");
                    size += text.length() + 32; // what an object takes
                    if (size > MOST_SHARED) {
                        throw new IOException(Words.say("it is too large a spreadsheet; save the sheet as CSV"));
                    }
                    shared.add(text);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(Words.say("it is a damaged spreadsheet"), e);
        }
    }

    /** The runs of a text, without its pronunciation (rPh). */
    private static String text(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int spoken = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                spoken += xml.getLocalName().equals("rPh") ? 1 : 0;
                if (spoken == 0 && xml.getLocalName().equals("t") && text.length() < Csv.CUT) {
                    text.append(xml.getElementText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                spoken -= xml.getLocalName().equals("rPh") ? 1 : 0;
                if (xml.getLocalName().equals(end)) {
                    break;
                }
            }
        }
        return Csv.cut(LETTER.matcher(text)
                .replaceAll(letter ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(letter.group(1), 16)))));
    }

    /** The rows of a sheet, each a line of CSV. */
    private static final class Rows {
        private final List<String> shared;
        private int widest;

        Rows(List<String> shared) {
            this.shared = shared;
        }

        void read(InputStream in, Writer out) throws IOException {
            try {
                XMLStreamReader xml = xml(in);
                List<String> cells = new ArrayList<>();
                while (xml.hasNext()) {
                    int event = xml.next();
                    if (event == XMLStreamConstants.START_ELEMENT
                            && xml.getLocalName().equals("c")) {
                        cell(xml, cells);
                    } else if (event == XMLStreamConstants.END_ELEMENT
                            && xml.getLocalName().equals("row")) {
                        write(cells, out);
                        cells.clear();
                    }
                }
            } catch (XMLStreamException e) {
                throw new IOException(Words.say("it is a damaged spreadsheet"), e);
            }
        }

        private void cell(XMLStreamReader xml, List<String> cells) throws XMLStreamException {
            int column = column(xml.getAttributeValue(null, "r"), cells.size());
            String kind = xml.getAttributeValue(null, "t");
            String text = "inlineStr".equals(kind) ? text(xml, "c") : value(xml);
            if (column < 0 || column >= MOST_COLUMNS) {
                return;
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, "s".equals(kind) ? shared(text) : text);
        }

        private static String value(XMLStreamReader xml) throws XMLStreamException {
            String value = "";
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("v")) {
                    value = xml.getElementText();
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("c")) {
                    break;
                }
            }
            return Csv.cut(value);
        }

        private String shared(String number) {
            boolean is = number.matches("\\d{1,9}") && Integer.parseInt(number) < shared.size();
            return is ? shared.get(Integer.parseInt(number)) : "";
        }

        /** A to ZZZ are 0 and on; without a reference a cell follows the one before. */
        private static int column(@Nullable String reference, int next) {
            Matcher letters = REFERENCE.matcher(reference == null ? "" : reference);
            if (!letters.matches()) {
                return next;
            }
            int column = 0;
            for (char letter : letters.group(1).toCharArray()) {
                column = column * 26 + letter - 'A' + 1;
            }
            return column - 1;
        }

        private void write(List<String> cells, Writer out) throws IOException {
            widest = Math.max(widest, cells.size());
            out.write(Csv.line(cells));
        }
    }

    /** The parser closes what it reads to its end; the archive goes on. */
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // Left open.
        }
    }
}
