package paymap.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import paymap.job.JobRow;

/**
 * A workbook (.xlsx, ECMA-376 part 1) of one sheet, with one row at a time in memory. Texts are cells of text, never
 * formulas, and stand in their cells instead of in a table of all texts; what is not known is no cell.
 */
final class XlsxRows implements RowWriter {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String SCHEMA = "http://schemas.openxmlformats.org/";
    private static final String MAIN = " xmlns=\"" + SCHEMA + "spreadsheetml/2006/main\"";
    private static final String RELATIONS = SCHEMA + "officeDocument/2006/relationships";
    private static final String PACKAGE = SCHEMA + "package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** The style of the names; the other is the usual one. */
    private static final String BOLD = " s=\"1\"";

    /** What programs read as the number of a letter (22.9.2.19), and no title means. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** What XML cannot hold, however it is escaped. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final ZipOutputStream zip;
    private final Writer sheet;
    private int line;

    XlsxRows(OutputStream to) throws IOException {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        this.sheet = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + content("workbook", "sheet.main") + content("styles", "styles")
                        + content("worksheets/sheet1", "worksheet") + "</Types>");
        part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        part(
                "xl/workbook.xml",
                "<workbook" + MAIN + " xmlns:r=\"" + RELATIONS + "\"><sheets>"
                        + "<sheet name=\"jobs\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                relations(relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml")));
        part("xl/styles.xml", styles());
        begin("xl/worksheets/sheet1.xml");
        sheet.write(
                XML + "<worksheet" + MAIN + "><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\""
                        + " topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
        row(JobRow.COLUMNS.stream().map(JobRow.Column::name).toList(), BOLD);
    }

    @Override
    public void write(JobRow row) throws IOException {
        row(row.values(), "");
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            sheet.write("</sheetData></worksheet>");
            sheet.flush();
            zip.closeEntry();
        }
    }

    private void row(List<? extends @Nullable Object> values, String style) throws IOException {
        line++;
        sheet.write("<row r=\"" + line + "\">");
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                String cell = "<c r=\"" + letters(i) + line + "\"" + style;
                sheet.write(
                        value instanceof Number number
                                ? cell + "><v>" + plain(number) + "</v></c>"
                                : cell + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text(value.toString())
                                        + "</t></is></c>");
            }
        }
        sheet.write("</row>");
    }

    /** A to Z, AA and on. */
    private static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }

    /** Never with an exponent. */
    private static String plain(Number number) {
        return number instanceof Double fraction
                ? BigDecimal.valueOf(fraction).stripTrailingZeros().toPlainString()
                : number.toString();
    }

    private static String text(String text) {
        return ESCAPE.matcher(NO_XML.matcher(text).replaceAll(""))
                .replaceAll("_x005F_")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String styles() {
        return "<styleSheet" + MAIN + "><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill>"
                + "<patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
                + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
                + "</styleSheet>";
    }

    private static String content(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relations(String each) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + each + "</Relationships>";
    }

    private static String relation(int number, String type, String target) {
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target
                + "\"/>";
    }

    private void part(String name, String content) throws IOException {
        begin(name);
        sheet.write(XML + content);
        sheet.flush();
        zip.closeEntry();
    }

    /** Without the time of day, so that equal rows are equal bytes. */
    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(Instant.parse("2000-01-01T00:00:00Z")));
        zip.putNextEntry(entry);
    }
}
