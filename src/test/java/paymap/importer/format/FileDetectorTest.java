package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.Collected;
import paymap.importer.column.Column;
import paymap.importer.column.ColumnTrouble;
import paymap.importer.column.ColumnsException;

/** What a file is, by its content. */
class FileDetectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"log\":{\"version\":\"1.2\"}}; HAR",
                "' \n { \"log\" : {'; HAR",
                "<!DOCTYPE html><html>; PAGE",
                "'<?xml version=\"1.0\"?>\n<html>'; PAGE",
                "'\n<html>'; PAGE",
                "{\"titles\":[]}; JSON_LINES",
                "'{\"titles\":[]}\n{\"titles\":[]}'; JSON_LINES",
                "'{\n\"titles\":[]}'; JSON",
                "'{\"no\":1}\n{\"titles\":[]}'; JSON_LINES",
                "'{\"cut'; JSON_LINES",
                "'[1,2]'; JSON",
                "'[{\"title\":\"a\",\"salary\":\"b\",\"city\":\"c\"}]'; JSON",
                "'title,salary,city\na,b,c'; TABLE",
                "''; UNKNOWN",
                "' \n\t '; UNKNOWN",
                "hello; UNKNOWN",
                "'From: <saved by a browser>\nMIME-Version: 1.0'; UNKNOWN"
            })
    void theKindIsToldFromTheContent(String text, FileKind kind) throws IOException {
        assertEquals(
                kind, detect(text.getBytes(StandardCharsets.UTF_8)).format().kind());
    }

    @ParameterizedTest
    @CsvSource({
        "504B0304, a zip or a spreadsheet",
        "D0CF11E0, an old spreadsheet",
        "1F8B08, compressed with gzip",
        "53514C69746520666F726D6174203300, an SQLite database",
        "255044462D, a PDF",
        "89504E47, a picture",
        "FFD8FFE0, a picture"
    })
    void whatPeopleMistakeForAListIsNamed(String hex, String what) throws IOException {
        FileFormat.Unknown unknown = assertInstanceOf(
                FileFormat.Unknown.class,
                detect(HexFormat.of().parseHex(hex + "00".repeat(20))).format());

        assertTrue(unknown.why().why().contains(what), unknown.why().why());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void theSeparatorIsTheOneThatGivesKnownNames(String separator) throws IOException {
        String header = String.join(separator, "职位", "薪资", "城市", "a b");

        FileFormat.Table table = assertInstanceOf(
                FileFormat.Table.class,
                detect(header.getBytes(StandardCharsets.UTF_8)).format());

        assertEquals(separator.charAt(0), table.separator());
        assertEquals(List.of("职位", "薪资", "城市", "a b"), table.layout().names());
    }

    @Test
    void knownNamesSayMoreThanManyCells() throws IOException {
        FileFormat.Table table = assertInstanceOf(
                FileFormat.Table.class,
                detect("title;salary;city;a,b,c,d,e,f".getBytes(StandardCharsets.UTF_8))
                        .format());

        assertEquals(';', table.separator());
    }

    @Test
    void aTableOrAListWithoutTheNamesThatAreNeededIsRefused() {
        assertThrows(ColumnsException.class, () -> detect("a,b,c\n1,2,3".getBytes(StandardCharsets.UTF_8)));
        assertThrows(ColumnsException.class, () -> detect("[{\"title\":\"a\"}]".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"504B0304, NOT_A_LIST", "61FF00FF00FF00, NOT_A_LIST", "61FF62FF63FF64, NO_ENCODING", "6162, NOT_A_LIST"
    })
    void whatIsNoListSaysByItsKindWhatCanBeDone(String hex, FailureKind kind) throws IOException {
        FileFormat.Unknown unknown = assertInstanceOf(
                FileFormat.Unknown.class, detect(HexFormat.of().parseHex(hex)).format());

        assertEquals(kind, unknown.why().kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"code\":37,\"zpData\":{\"seed\":\"x\"}}; NO_LIST; code zpData.seed",
                "[{\"岗\":\"a\",\"薪\":\"b\"}]; OBJECTS; 岗 薪",
                "{\"岗\":\"a\"} {\"岗\":\"b\"}; OBJECTS; 岗",
                "{\"data\":{\"list\":[7,{\"job\":{\"title\":\"甲\",\"dq\":\"x\"}}]}}; OBJECTS; job.title job.dq",
                "{\"title\":\"甲\"}; OBJECTS; title"
            })
    void objectsWithoutKnownNamesAreRefusedWithThePathsThatAreThere(
            String text, ColumnTrouble.Shape shape, String names) {
        ColumnsException refused =
                assertThrows(ColumnsException.class, () -> detect(text.getBytes(StandardCharsets.UTF_8)));

        ColumnTrouble.Missing missing = assertInstanceOf(ColumnTrouble.Missing.class, refused.trouble());
        assertEquals(shape, missing.shape());
        assertEquals(names, String.join(" ", missing.names()));
    }

    @Test
    void aNameOfTheUserThatNoObjectHasIsRefused() {
        ImportSettings settings = new ImportSettings(Map.of(Column.COMPANY, "gone"), "", "imported", null, null);
        String text = "[{\"title\":\"甲\",\"salary\":\"1k\",\"city\":\"北京\"}]";

        ColumnsException refused = assertThrows(
                ColumnsException.class,
                () -> new FileDetector(settings, new Collected.MadeUpPages()).detect(Collected.source(text)));

        assertEquals(
                new ColumnTrouble.NoSuch(Column.COMPANY, "gone", List.of("title", "salary", "city")),
                refused.trouble());
    }

    @Test
    void theColumnsOfObjectsAreThoseOfTheFirstRow() throws IOException {
        FileFormat format = detect("{\"no\":1}\n{\"list\":[{\"jobName\":\"甲\",\"pay\":\"1k\",\"cityName\":\"北京\"}]}"
                        .getBytes(StandardCharsets.UTF_8))
                .format();

        assertEquals(Map.of(Column.TITLE, "jobName", Column.SALARY, "pay", Column.CITY, "cityName"), format.columns());
    }

    @Test
    void aValueTooLargeToBeLookedAtIsLeftToTheReader() throws IOException {
        String large = "{\"x\":\"" + "x".repeat(paymap.importer.text.JsonTree.LONGEST + 1) + "\"}";

        assertEquals(
                FileKind.JSON_LINES,
                detect(large.getBytes(StandardCharsets.UTF_8)).format().kind());
    }

    @ParameterizedTest
    @CsvSource({"big5, Big5", "gb2312, GB18030", "no-such, GB18030"})
    void aPageThatIsNotUtf8MayNameItsOwnEncoding(String named, String read) throws IOException {
        byte[] page = ("<html><meta charset=\"" + named + "\">" + "虚构公司").getBytes(Charset.forName("GBK"));

        assertEquals(read, detect(page).encoding().label());
    }

    @Test
    void theTextBeginsAfterTheByteOrderMark() throws IOException {
        byte[] bytes = "\uFEFFtitle,salary,city\n".getBytes(StandardCharsets.UTF_8);

        DetectedFile file = detect(bytes);

        try (var reader = file.reader()) {
            assertEquals('t', reader.read());
        }
        assertEquals(
                "title",
                assertInstanceOf(FileFormat.Table.class, file.format())
                        .layout()
                        .names()
                        .get(0));
    }

    private static DetectedFile detect(byte[] bytes) throws IOException {
        return new FileDetector(Collected.SETTINGS, new Collected.MadeUpPages()).detect(Collected.source(bytes));
    }
}
