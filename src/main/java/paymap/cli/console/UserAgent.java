package paymap.cli.console;

import paymap.words.Words;

/** What requests call themselves. */
public final class UserAgent {

    private UserAgent() {}

    /** The honest one, unless the user names another. */
    public static String honest() {
        return "paymap/" + Version.number() + " (a polite reader of job listings)";
    }

    /** @throws IllegalArgumentException if it cannot be sent: it must be printable ASCII and not blank */
    public static String checked(String text) {
        if (text.isBlank() || !text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    Words.say("a user agent must be printable ASCII: \"%s\"", Table.safe(text)));
        }
        return text;
    }
}
