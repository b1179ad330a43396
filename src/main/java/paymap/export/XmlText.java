package paymap.export;

/** Foreign text, such that it may stand in XML and be shown to people. */
final class XmlText {

    private XmlText() {}

    /**
     * Without what XML 1.0 cannot hold in any form (control characters, halves of pairs, U+FFFE and U+FFFF), the other
     * control characters, line breaks among them, and the marks that turn the direction of a line (Bidi_Control). What
     * XML writes otherwise, such as an ampersand, is left to its writer.
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isShown).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isShown(int c) {
        boolean isText = c >= ' ' && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF;
        boolean isControl = c >= 0x7F && c <= 0x9F;
        boolean turns =
                c == 0x61C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return isText && !isControl && !turns;
    }
}
