package paymap.importer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chinese that was taken for Western text is read as it was meant, and Western text is left alone. */
class MendedTest {

    private static final String ROWS = "职位名称,薪资,城市\n后端开发工程师,15k-25k,北京\n高级测试,1-1.5万/月,深圳\n";

    @ParameterizedTest
    @CsvSource({"GBK, windows-1252", "GBK, ISO-8859-1", "UTF-8, ISO-8859-1"})
    void isReadAsItWasMeant(String meant, String taken) throws IOException {
        byte[] bytes = ROWS.getBytes(Charset.forName(meant));
        String broken = new String(bytes, Charset.forName(taken));
        assertTrue(Mended.isBroken(broken), broken);

        Source mended = Mended.of(source(broken));

        assertEquals(ROWS, new String(mended.open().readAllBytes(), Charset.forName(meant)));
    }

    /** Of windows-1252, five bytes are none; those who read it all the same keep them as they are. */
    @Test
    void bytesThatAreNoLettersAreKept() throws IOException {
        byte[] bytes = ROWS.getBytes(StandardCharsets.UTF_8);
        StringBuilder broken = new StringBuilder();
        for (byte b : bytes) {
            String one = new String(new byte[] {b}, Charset.forName("windows-1252"));
            broken.append(one.equals("\uFFFD") ? String.valueOf((char) (b & 0xFF)) : one);
        }

        Source mended = Mended.of(source(broken.toString()));

        assertEquals(ROWS, new String(mended.open().readAllBytes(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ROWS,
                "titre,salaire,ville\nIngénieur développé à côté,10k,Besançon\nÉlève déjà été naïf,12k,Orléans\n",
                "Größe,Straße,Übermaß\nMädchen,Köln,Füße\n",
                "plain,ascii\n",
                "©®™,±÷×\n§¶•,¼½¾\n",
                ""
            })
    void otherTextIsLeftAlone(String text) throws IOException {
        assertFalse(Mended.isBroken(text));
        Source source = source(text);
        assertSame(source, Mended.of(source));
    }

    @ParameterizedTest
    @CsvSource({"职位, true", "职x, false", "职位薪资城市经○○○, true"})
    void severalHanWereMeant(String meant, boolean isBroken) {
        byte[] bytes = meant.getBytes(StandardCharsets.UTF_8);

        assertEquals(isBroken, Mended.isBroken(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    @Test
    void accentsThatStandAloneAreWesternWords() {
        String han = new String("职位薪".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1); // nine bytes

        assertTrue(Mended.isBroken(han + "\u00c2\u00a0 a"));
        assertFalse(Mended.isBroken(han + " \u00e9 \u00e9 a"));
        assertFalse(Mended.isBroken(han + "职"));
    }

    /** What is broken is told from the head; further on anything may stand. */
    @Test
    void whatWasNotBrokenFurtherOnIsAQuestionMark() throws IOException {
        String rows = ROWS.repeat(1_000);
        String broken = new String(rows.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        Source mended = Mended.of(source(broken + "a✓b\uFEFFc"));

        assertEquals(rows + "a?bc", new String(mended.open().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Source source(String text) throws IOException {
        return Source.spooled("file", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
