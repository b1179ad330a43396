package paymap.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import paymap.words.Words;

/**
 * Asks a person whether to go on.
 *
 * @param terminal where the question is put, on standard error
 * @param answers what is typed
 * @param person whether somebody is there who reads and types
 */
public record Prompt(Terminal terminal, InputStream answers, boolean person) {

    private static final Set<String> YES = Set.of("y", "yes", "是", "好");

    /** The launcher knows whether input is a terminal; without it, nobody is asked. */
    public static Prompt of(Terminal terminal, InputStream answers) {
        return new Prompt(terminal, answers, terminal.live() && Boolean.getBoolean("paymap.typed"));
    }

    /**
     * Whether the answer is yes; anything else, and the end of the input, is no.
     *
     * @param question without what may be answered
     */
    public boolean agrees(String question) {
        terminal.err().print(Words.say("%s [y/N]", question) + " ");
        terminal.err().flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(answers, Charset.defaultCharset())).readLine();
            return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return false;
        }
    }
}
