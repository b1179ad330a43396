package paymap.chart.draw;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: at spaces, and between Chinese characters. */
public final class Lines {

    private static final String NEVER_FIRST = "\u00a0，。；：）、”’！？%,.;:)";
    private static final String NEVER_LAST = "（“‘(";
    private static final int FIRST_CHINESE = 0x2E80;

    private Lines() {}

    /** Lines that each fit a width, as far as their words do. */
    public static List<String> wrapped(Fonts fonts, String text, TextStyle style, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (line.length() > 0 && fonts.width(fonts.drawable((line + piece).stripTrailing()), style) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** The text, or its beginning with an ellipsis where it is too wide. */
    public static String cut(Fonts fonts, String text, TextStyle style, double width) {
        if (fonts.width(fonts.drawable(text), style) <= width) {
            return text;
        }
        int[] codePoints = text.codePoints().toArray();
        for (int length = codePoints.length - 1; length > 0; length--) {
            String shorter = new String(codePoints, 0, length).stripTrailing() + "…";
            if (fonts.width(fonts.drawable(shorter), style) <= width) {
                return shorter;
            }
        }
        return "…";
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            piece.append(text.charAt(i));
            if (i + 1 == text.length() || mayBreak(text.charAt(i), text.charAt(i + 1))) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        return pieces;
    }

    private static boolean mayBreak(char before, char after) {
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
            return false;
        }
        return before == ' ' || after != ' ' && (before >= FIRST_CHINESE || after >= FIRST_CHINESE);
    }
}
