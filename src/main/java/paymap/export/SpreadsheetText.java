package paymap.export;

/** Text that a spreadsheet shows and does not compute. */
final class SpreadsheetText {

    /**
     * What begins a formula, or hides what does (OWASP, CSV injection, seen 2026-11). Chinese input methods type the
     * wide forms, and some Excels take them for the narrow ones.
     */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetText() {}

    /** The text, with an apostrophe before it where a spreadsheet would take it for a formula. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
