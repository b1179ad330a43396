package paymap.cli.console;

import java.util.regex.Pattern;

/** What a setting may hold and nobody shall read over a shoulder. */
public final class Secrets {

    private static final Pattern IN_AUTHORITY = Pattern.compile("(//[^/?@:]*:)(?!\\d+([/?,]|$)).*@");
    private static final Pattern IN_QUERY = Pattern.compile("(?i)([?&][a-z]*password=)[^&]*");

    private Secrets() {}

    /** The text with the password of an address as three asterisks. */
    public static String hidden(String text) {
        return IN_QUERY.matcher(IN_AUTHORITY.matcher(text).replaceAll("$1***@")).replaceAll("$1***");
    }
}
