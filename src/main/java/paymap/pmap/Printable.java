package paymap.pmap;

import java.util.Locale;

/**
 * Bytes of a stranger as a text that is one line whatever they are, and that moves no cursor, changes no colour and turns
 * no line round. Pure. What is not printed as it came is told by its number, without a loss: {@code \xNN} is a byte that is
 * a control character or no UTF-8, {@code \}{@code u{N}} any other character, {@code \\} a backslash.
 */
public final class Printable {

    private static final String CUT = "…";
    private static final int NONE = -1;

    private Printable() {}

    /**
     * @param length how many of the bytes count
     * @param most characters of the text; what would be longer is cut between two of them, and ends in an ellipsis
     */
    public static String of(byte[] bytes, int length, int most) {
        StringBuilder text = new StringBuilder();
        int fits = 0; // so much of it leaves room for the ellipsis
        for (int at = 0; at < length; ) {
            int size = size(bytes, at, length);
            int character = size == 0 ? NONE : character(bytes, at, size);
            text.append(character == NONE ? escaped(bytes[at] & 0xFF) : shown(character));
            if (text.length() > most) {
                return text.substring(0, fits) + CUT;
            }
            fits = text.length() < most ? text.length() : fits;
            at += Math.max(1, size);
        }
        return text.toString();
    }

    /**
     * What was made so before and has been in a file since, where anybody may have written something else.
     *
     * @param most characters; what would be longer is cut between two of them
     */
    public static String again(String text, int most) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            String next = character == '\\' ? "\\" : shown(character);
            if (shown.length() + next.length() > most) {
                break;
            }
            shown.append(next);
            at += Character.charCount(character);
        }
        return shown.toString();
    }

    private static String shown(int character) {
        if (character == '\\') {
            return "\\\\";
        }
        if (character < ' ' || character == 0x7F) {
            return escaped(character);
        }
        return isPlain(character)
                ? Character.toString(character)
                : "\\u{" + Integer.toHexString(character).toUpperCase(Locale.ROOT) + "}";
    }

    private static String escaped(int oneByte) {
        String hex = Integer.toHexString(oneByte).toUpperCase(Locale.ROOT);
        return hex.length() < 2 ? "\\x0" + hex : "\\x" + hex;
    }

    /** Whether it takes a place of its own, changes nothing around it, and fonts may have it. */
    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }

    /** How many bytes the character here has; 0 = this is none. */
    private static int size(byte[] bytes, int at, int length) {
        int first = bytes[at] & 0xFF;
        int size = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (at + size > length) {
            return 0;
        }
        for (int i = 1; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return size == 0 || isBroken(character(bytes, at, size), size) ? 0 : size;
    }

    /** Longer than it has to be, half of a pair, or beyond Unicode. */
    private static boolean isBroken(int character, int size) {
        boolean overlong = size == 3 && character < 0x800 || size == 4 && character < 0x10000;
        return overlong || character >= 0xD800 && character <= 0xDFFF || character > Character.MAX_CODE_POINT;
    }

    private static int character(byte[] bytes, int at, int size) {
        int character = size == 1 ? bytes[at] : bytes[at] & 0xFF >> size + 1;
        for (int i = 1; i < size; i++) {
            character = character << 6 | bytes[at + i] & 0x3F;
        }
        return character;
    }
}
