package paymap.export;

/** Text that a spreadsheet shows and does not compute. */
final class SpreadsheetText {

    /**
     * What begins a formula, or hides what does (OWASP, CSV injection, seen 2026-11). Chinese input methods type the
     * wide forms, and some Excels take them for the narrow ones.
     */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetText() {}

    /**
     * The text, with an apostrophe before it where a spreadsheet would take it for a formula; also where it is one behind
     * an apostrophe of its own, so that who takes one away has the text again.
     */
    static String harmless(String text) {
        String bare = text.startsWith("'") ? text.substring(1) : text;
        return !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0 ? "'" + text : text;
    }
}
