package paymap.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of all tortures is judged here. */
class ToldTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paymap: internal error",
                "java.io.IOException: closed",
                "see okhttp3.internal.Util",
                "x\n\tat paymap.Main.main(Main.java:1)",
                "a\u001b[2Jb",
                "a\rb",
                "a\u202eb",
                "a\u009bb",
                "a\0b"
            })
    void whatNobodyMayBeToldIsFound(String said) {
        assertEquals(false, Told.wrong(said).isEmpty());
    }

    @Test
    void aSentenceIsFine() {
        assertEquals(List.of(), Told.wrong("paymap: not complete: nobody answers at 127.0.0.1:1.\n北京 3 of 45\n"));
    }
}
