package paymap.job.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** What holds of both ladders. */
final class Ladders {

    private static final String[] PIECES = {
        "1",
        "3",
        "5",
        "10",
        "99",
        "一",
        "两",
        "十",
        "半",
        "-",
        "~",
        "至",
        "年",
        "个月",
        "以上",
        "以下",
        "及",
        "或",
        "+",
        "/",
        ",",
        "(",
        ")",
        " ",
        "\u3000",
        "\u200B",
        "经验",
        "工作",
        "不限",
        "无",
        "应届",
        "生",
        "届",
        "天/周",
        "可接受应届生",
        "years",
        "less than",
        "experience",
        "本科",
        "大专",
        "中专",
        "硕士",
        "研究生",
        "博士",
        "后",
        "学历",
        "统招",
        "'s",
        "degree",
        "\uFFFD",
        "\uE031",
        "\uD83D",
        "\0",
        "\\",
        "$1",
        "%s"
    };

    private Ladders() {}

    static String chinese(Rung rung) {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        try {
            Locale.setDefault(Locale.Category.DISPLAY, Locale.SIMPLIFIED_CHINESE);
            return rung.words().said();
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
    }

    static void assertWordsReadBack(Rung rung, Function<String, ? extends Optional<? extends Rung>> read) {
        assertEquals(Optional.of(rung), read.apply(rung.words().english()));
        assertEquals(Optional.of(rung), read.apply(chinese(rung)));
    }

    /** Texts put together of what the grammar knows, also far more of it than a board writes. */
    static void assertReadsAnything(Function<String, ? extends Optional<? extends Rung>> read, Rung unreadable) {
        Random random = new Random(20261130);
        for (int n = 0; n < 100_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(12); piece >= 0; piece--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertNotNull(read.apply(text.toString()));
        }
        Stream.of(PIECES)
                .filter(piece -> !piece.isBlank())
                .forEach(piece -> assertEquals(Optional.of(unreadable), read.apply(piece.repeat(100_000))));
    }

    /** A long text costs nothing, as nobody looks at it, whatever it says. */
    static void assertLooksAtNoLongText(Rung rung, Function<String, ? extends Optional<? extends Rung>> read) {
        int room = Plain.LONGEST - chinese(rung).length() - 2;
        assertEquals(Optional.of(rung), read.apply(chinese(rung) + "(" + "x".repeat(room) + ")"));
        assertNotEquals(Optional.of(rung), read.apply(chinese(rung) + "(" + "x".repeat(room + 1) + ")"));
    }
}
