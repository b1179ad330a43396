package paymap.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a person must never be told, whatever happened. */
public final class Told {

    private static final Pattern CLASS_NAME = Pattern.compile(
            "\\b(java|javax|jdk|sun|okhttp3|okio|kotlin|tools|org|com|paymap|crawlercommons)(\\.[a-z0-9]+)+\\.[A-Z]");
    private static final Pattern TRACE =
            Pattern.compile("(?m)^\\s+at [\\w.$]+\\(|Exception|OutOfMemory|StackOverflow|internal error");
    private static final Pattern ODD =
            Pattern.compile("[\\p{Cntrl}\u0080-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f&&[^\n]]");

    private Told() {}

    /** What is wrong with the output of a command, in words; empty = nothing. */
    public static List<String> wrong(String said) {
        List<String> wrong = new ArrayList<>();
        add(wrong, TRACE.matcher(said).find(), "an error of paymap's own");
        add(wrong, CLASS_NAME.matcher(said).find(), "the name of a class");
        add(wrong, ODD.matcher(said).find(), "control characters");
        return wrong;
    }

    private static void add(List<String> wrong, boolean isSo, String what) {
        if (isSo) {
            wrong.add(what);
        }
    }
}
