package paymap.pmap.target;

/** Texts that are made of digits. Plain loops: a stream takes longer to wake up than a small scan may last. */
final class Digits {

    private Digits() {}

    /** Whether there is at least one character and all are 0 to 9. */
    static boolean only(String text) {
        return !text.isEmpty() && onlyAnd('0', text);
    }

    /** Whether all characters are 0 to 9 or this one. */
    static boolean onlyAnd(char another, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != another && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
