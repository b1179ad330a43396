package paymap.chart.draw;

import paymap.words.Words;

/** This machine's Java cannot draw; the message is a whole sentence that names the remedy. */
public final class CannotDraw extends Exception {

    private CannotDraw(String message, Throwable cause) {
        super(message, cause);
    }

    /** What the cause means for a user, with the remedy. */
    public static CannotDraw because(Throwable cause) {
        String text = String.valueOf(cause);
        if (text.contains("libfreetype") || text.contains("libharfbuzz")) {
            return new CannotDraw(
                    Words.say(
                            "pictures cannot be drawn, because Java does not find the library freetype;"
                                    + " on Debian and Ubuntu: %s",
                            "apt-get install libfreetype6 libharfbuzz0b"),
                    cause);
        }
        return new CannotDraw(
                Words.say(
                        "pictures cannot be drawn, because Java's fonts do not start (%s); on Debian and Ubuntu: %s",
                        firstLine(text), "apt-get install libfreetype6 libharfbuzz0b libfontconfig1"),
                cause);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(Words.say("no reason given"));
    }
}
