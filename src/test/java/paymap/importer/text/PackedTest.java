package paymap.importer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files in files come out whole, or not at all. */
class PackedTest {

    private static final Bounded.Limits SMALL = new Bounded.Limits(1_000, 200, 3);

    @Test
    void whatIsNotPackedIsItself() throws IOException {
        Source plain = source("a,b\n".getBytes(StandardCharsets.UTF_8));

        assertEquals(List.of(plain), Packed.unpacked(plain));
        assertEquals("a,b\n", text(plain));
    }

    @Test
    void gzipKeepsTheName() throws IOException {
        List<Source> files = Packed.unpacked(source(gzip("行")));

        assertEquals(List.of("file"), names(files));
        assertEquals("行", text(files.get(0)));
    }

    @Test
    void anArchiveGivesItsFilesByTheLastPartOfTheirNames() throws IOException {
        byte[] zip = zip(
                StandardCharsets.UTF_8,
                "../../etc/passwd",
                "one",
                "__MACOSX/._a.csv",
                "junk",
                "folder/",
                "",
                "folder/.DS_Store",
                "junk",
                "folder/职位.csv",
                "two",
                "C:\\x\u001b[2J.csv",
                "three");

        List<Source> files = Packed.unpacked(source(zip));

        assertEquals(List.of("file: passwd", "file: 职位.csv", "file: x?[2J.csv"), names(files));
        assertEquals("one", text(files.get(0)));
        assertEquals("two", text(files.get(1)));
    }

    @Test
    void namesInGbkAreRead() throws IOException {
        assertEquals(
                List.of("file: 职位.csv"), names(Packed.unpacked(source(zip(Charset.forName("GBK"), "职位.csv", "x")))));
    }

    @Test
    void whatHoldsTooMuchIsRefused() throws IOException {
        String big = "0".repeat(1_001);

        assertEquals("file cannot be unpacked: it holds more than any list of postings would", refusal(gzip(big)));
        assertEquals(
                "file cannot be unpacked: it holds more than any list of postings would",
                refusal(zip(StandardCharsets.UTF_8, "a", "0".repeat(600), "b", "0".repeat(600))));
        assertEquals(
                "file cannot be unpacked: it holds more than 3 files",
                refusal(zip(StandardCharsets.UTF_8, "a", "", "b", "", "c", "", "d", "")));
        assertEquals(1, Packed.unpacked(source(gzip("0".repeat(1_000))), SMALL).size());
    }

    /** A gigabyte of zeros is packed to a megabyte; what is honest is never packed so well. */
    @Test
    void aBombIsRefusedByItsRatio() {
        assertEquals(64L << 20, Bounded.Limits.USUAL.of(100));
        assertEquals(200L << 20, Bounded.Limits.USUAL.of(1 << 20));
        assertEquals(4L << 30, Bounded.Limits.USUAL.of(1L << 40));
    }

    @Test
    void whatIsCutOffOrDamagedIsRefused() throws IOException {
        byte[] gzip = gzip("0123456789".repeat(90));
        byte[] zip = zip(StandardCharsets.UTF_8, "a.csv", "0123456789".repeat(90));

        assertEquals("file cannot be unpacked: it is cut off", refusal(Arrays.copyOf(gzip, gzip.length / 2)));
        assertEquals("file cannot be unpacked: it is cut off", refusal(Arrays.copyOf(zip, 45)));
        gzip[gzip.length - 6] ^= 1;
        assertEquals("file cannot be unpacked: it is damaged or encrypted", refusal(gzip));
        zip[6] |= 1; // flag: encrypted
        assertEquals("file cannot be unpacked: it is damaged or encrypted", refusal(zip));
    }

    /** Its sizes are in 64 bits behind the entry, which its head does not say: so fastexcel writes, and a stream cannot tell. */
    @Test
    void theDirectoryTellsWhatAStreamCannot() throws IOException {
        byte[] zip = zip(StandardCharsets.UTF_8, "a.csv", "one", "b.csv", "two");
        int behind = indexOf(zip, 0x08074b50);
        byte[] longer = new byte[zip.length + 8];
        System.arraycopy(zip, 0, longer, 0, behind + 16);
        System.arraycopy(zip, behind + 16, longer, behind + 24, zip.length - behind - 16);
        longer[indexOf(longer, 0x06054b50) + 16] += 8;
        int second = indexOf(longer, 0x02014b50) + 46 + "a.csv".length();
        longer[second + 42] += 8;

        List<Source> files = Packed.unpacked(source(longer));

        assertEquals(List.of("file: a.csv", "file: b.csv"), names(files));
        assertEquals("two", text(files.get(1)));
    }

    /** As files beyond 4 GB are told of; among the further fields of an entry another stands first. */
    @Test
    void numbersMayStandIn64Bits() throws IOException {
        List<Source> files = Packed.unpacked(source(large("one,two", 1, 24)));

        assertEquals(List.of("file: b.csv"), names(files));
        assertEquals("one,two", text(files.get(0)));
        assertEquals("file cannot be unpacked: it is damaged or encrypted", refusal(large("one,two", 2, 24)));
        assertEquals("file cannot be unpacked: it is damaged or encrypted", refusal(large("one,two", 1, 16)));
    }

    /** @param kind of the field that holds the three numbers of 64 bits, and its length */
    private static byte[] large(String content, int kind, int length) {
        byte[] name = "b.csv".getBytes(StandardCharsets.UTF_8);
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(data);
        ByteBuffer zip = ByteBuffer.allocate(1_000).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50).position(10); // no file: only what stands before the one that is meant
        int local = zip.position();
        zip.putInt(0x04034b50)
                .putShort((short) 45)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        zip.putInt((int) sum.getValue())
                .putInt(-1)
                .putInt(-1)
                .putShort((short) name.length)
                .putShort((short) 0);
        zip.put(name).put(data);
        int directory = zip.position();
        zip.putInt(0x02014b50)
                .putInt(0x2d002d)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        zip.putInt((int) sum.getValue()).putInt(-1).putInt(-1).putShort((short) name.length);
        zip.putShort((short) (9 + 4 + length))
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        zip.putInt(-1).put(name);
        zip.putShort((short) 0x5455).putShort((short) 5).put(new byte[5]);
        zip.putShort((short) kind).putShort((short) length).putLong(data.length).putLong(data.length);
        if (length == 24) {
            zip.putLong(local);
        }
        int end = zip.position();
        zip.putInt(0x06064b50)
                .putLong(44)
                .putInt(0x2d002d)
                .putInt(0)
                .putInt(0)
                .putLong(1)
                .putLong(1);
        zip.putLong(end - directory).putLong(directory);
        zip.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        zip.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
        return Arrays.copyOf(zip.array(), zip.position());
    }

    @Test
    void whatTheDirectorySaysIsHeldAgainstTheFile() throws IOException {
        byte[] zip = zip(StandardCharsets.UTF_8, "a.csv", "one", "b.csv", "two");
        int first = indexOf(zip, 0x02014b50);
        int second = first + 46 + "a.csv".length();
        int end = indexOf(zip, 0x06054b50);

        assertDamaged(zip, first, 0); // no entry
        assertDamaged(zip, second, 0);
        assertDamaged(zip, second + 10, 12); // packed in a way that is not known
        assertDamaged(zip, second + 8, 1); // encrypted
        assertDamaged(zip, second + 16, ~zip[second + 16]); // another sum
        assertDamaged(zip, end + 18, 0x7F); // a directory beyond the file
        assertDamaged(zip, second + 44, 0x7F); // a file beyond the file
    }

    @Test
    void fieldsAndCommentsOfAnEntryArePassedOver() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : List.of("a.csv", "b.csv", "c.csv")) {
                ZipEntry entry = new ZipEntry(name);
                entry.setComment("a comment");
                entry.setExtra(new byte[] {0x55, 0x54, 3, 0, 1, 2, 3});
                out.putNextEntry(entry);
                out.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }

        List<Source> files = Packed.unpacked(source(bytes.toByteArray()));

        assertEquals(List.of("file: a.csv", "file: b.csv", "file: c.csv"), names(files));
        assertEquals("c.csv", text(files.get(2)));
    }

    @Test
    void theSmallestArchiveIsEmpty() throws IOException {
        byte[] nothing = new byte[22];
        ByteBuffer.wrap(nothing).order(ByteOrder.LITTLE_ENDIAN).putInt(0x06054b50);

        IOException empty = assertThrows(IOException.class, () -> {
            try (Archive archive = new Archive(source(nothing))) {
                throw new IOException("next: " + archive.next());
            }
        });
        assertEquals("next: null", empty.getMessage());
    }

    @Test
    void theEndOfALargeArchiveStandsWhereItIsToldTo() throws IOException {
        byte[] large = large("one,two", 1, 24);

        assertDamaged(large, indexOf(large, 0x06064b50), 0);
    }

    private static void assertDamaged(byte[] whole, int at, int value) throws IOException {
        byte[] broken = whole.clone();
        broken[at] = (byte) value;

        assertEquals("file cannot be unpacked: it is damaged or encrypted", refusal(broken), "byte " + at);
    }

    /** Whatever one byte says, an archive comes out as it was, or is refused, or has other names. */
    @Test
    void noSingleByteMakesOtherContent() throws IOException {
        byte[] whole = zip(StandardCharsets.UTF_8, "a.csv", "one,".repeat(20), "b.csv", "two");
        for (int i = 4; i < whole.length; i++) {
            for (int bit : new int[] {1, 0x80, 0xFF}) {
                byte[] broken = whole.clone();
                broken[i] ^= (byte) bit;
                try {
                    for (Source file : Packed.unpacked(source(broken))) {
                        assertTrue(List.of("one,".repeat(20), "two").contains(text(file)), i + ": " + file.name());
                    }
                } catch (IllegalArgumentException e) {
                    assertTrue(e.getMessage().startsWith("file cannot be unpacked: it "), i + ": " + e.getMessage());
                }
            }
        }
    }

    private static int indexOf(byte[] bytes, int signature) {
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (all.getInt(at) != signature) {
            at++;
        }
        return at;
    }

    @Test
    void aSpreadsheetIsATable() throws IOException {
        byte[] workbook = workbook("""
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>薪资</t></is></c></row>
                <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>15000</v></c><c r="C2" t="str"><f>A1</f><v>x "y"</v></c></row>
                <row r="3"><c r="ZZZ3"><v>9</v></c><c t="s"><v>77</v></c></row>
                """);

        List<Source> files = Packed.unpacked(source(workbook));

        assertEquals(List.of("file"), names(files));
        assertEquals("\"职位\",\"\",\"薪资\"\n\"测试 <员>\",\"15000\",\"x \"\"y\"\"\"\n\"\"\n", text(files.get(0)));
    }

    /** Entities of a document type could name files of this machine, or grow without end. */
    @Test
    void aSpreadsheetReadsNoEntities() throws IOException {
        byte[] workbook = zip(
                StandardCharsets.UTF_8,
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row><c t=\"str\"><v>&e;</v></c>"
                        + "<c><v>1</v></c></row></sheetData></worksheet>");

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Packed.unpacked(source(workbook)));
        assertEquals("file cannot be unpacked: it is a damaged spreadsheet", refused.getMessage());
    }

    @Test
    void anEmptySpreadsheetAndAnEmptyArchiveAreNamed() throws IOException {
        assertTrue(refusal(workbook("")).endsWith("its sheets are empty"));
        assertTrue(refusal(zip(StandardCharsets.UTF_8, "folder/", "")).endsWith("it is an empty archive"));
    }

    private static byte[] workbook(String rows) throws IOException {
        return zip(
                StandardCharsets.UTF_8,
                "xl/worksheets/sheet2.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
                "xl/sharedStrings.xml",
                "<sst><si><r><t>职</t></r><r><t>位</t></r><rPh><t>zhiwei</t></rPh></si><si><t>测试 &lt;员&gt;</t></si></sst>");
    }

    private static String refusal(byte[] bytes) throws IOException {
        Source source = source(bytes);
        return assertThrows(IllegalArgumentException.class, () -> Packed.unpacked(source, SMALL))
                .getMessage();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Charset names, String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, names)) {
            for (int i = 0; i < entries.length; i += 2) {
                out.putNextEntry(new ZipEntry(entries[i]));
                out.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Source source(byte[] bytes) throws IOException {
        return Source.spooled("file", new ByteArrayInputStream(bytes));
    }

    private static List<String> names(List<Source> files) {
        List<String> names = new ArrayList<>();
        files.forEach(file -> names.add(file.name()));
        return names;
    }

    private static String text(Source source) throws IOException {
        return new String(source.open().readAllBytes(), StandardCharsets.UTF_8);
    }
}
