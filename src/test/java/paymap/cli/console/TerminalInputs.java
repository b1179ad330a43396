package paymap.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static paymap.fuzz.Input.that;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import paymap.fuzz.Input;

/** What is printed, as bytes of a fuzzer. */
public final class TerminalInputs {

    private TerminalInputs() {}

    public static void judge(byte[] input) {
        String text = Input.text(input);
        safe(CleanStream.line(text), "");
        safe(Table.safe(text), "");
        safe(CleanStream.escaped(text), "\n\r");
        byte[] atOnce = printed(input, input.length);
        that(Arrays.equals(atOnce, printed(input, 1)), "in pieces it is another text");
        safe(new String(atOnce, UTF_8), "\n\t\r");
        String json = Json.text(java.util.Map.of("text", text));
        safe(json, "\n\r");
        Object back = tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .readTree(json)
                .path("text")
                .asString();
        that(back.equals(text), "another text in JSON: " + json);
        for (int columns : new int[] {4, 20, 80}) {
            String table = new Table("what", "text").row("x", text).text(columns);
            safe(table, "\n");
            that(table.lines().count() >= 2, "a table without its row");
            safe(Table.prose(Table.safe(text), columns), "\n");
        }
    }

    private static byte[] printed(byte[] input, int atOnce) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        CleanStream clean = CleanStream.of(new PrintStream(to, true, UTF_8));
        for (int i = 0; i < input.length; i += atOnce) {
            clean.write(input, i, Math.min(atOnce, input.length - i));
        }
        clean.flush();
        return to.toByteArray();
    }

    private static void safe(String shown, String allowed) {
        shown.chars().forEach(c -> {
            boolean moves = Character.isISOControl(c) && allowed.indexOf(c) < 0;
            boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F;
            that(!moves && !turns && c != 0x61C, "U+" + Integer.toHexString(c) + " is shown");
        });
    }
}
